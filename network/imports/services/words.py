"""What stands in the way of a table, a row or a cell: stored as codes, said in each reader's language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.ui.languages import colon

from ..registry import Fault, ImportKind

OF_FILES = {
    "broken": gettext_lazy("This file could not be opened. Save it anew as XLSX, then hand it in again."),
    "external": gettext_lazy(
        "This workbook refers to other files. Copy its values into the template, then hand it in again."
    ),
    "encoding": gettext_lazy("The file is not text in UTF-8. Save it as “CSV UTF-8”, then hand it in again."),
    "table": gettext_lazy("The file is not a CSV table."),
    "sheet": gettext_lazy(
        "No sheet of this file has the headings of the template. It needs at least: %(needed)s. Sheets "
        "found: %(found)s."
    ),
    "too_many": gettext_lazy(
        "The file has more than %(most)s rows. Divide it, and delete empty rows below the table."
    ),
    "large": gettext_lazy(
        "The cells of this file hold more text than the portal takes at once. Divide the file."
    ),
    "empty": gettext_lazy("There are no rows below the headings."),
    "work": gettext_lazy("The portal could not read this file. Hand it in again."),
}
OF_NOTES = {
    "unknown": gettext_lazy("These columns are not known and were left out: %(names)s."),
}
OF_CELLS = {
    "formula": gettext_lazy("There is a formula in this cell. Put its value there instead."),
    "error": gettext_lazy("There is an error in this cell: %(text)s."),
    "merged": gettext_lazy(
        "This cell is merged with others. Undo it, so that each row has cells of its own."
    ),
    "letters": gettext_lazy("Some letters of this text were lost. Save the file anew as UTF-8 or XLSX."),
    "choice": gettext_lazy("“%(text)s” is not in the list of allowed values."),
    "yes": gettext_lazy("Write yes or no."),
    "day": gettext_lazy("Write the day as 2027-03-31."),
    "hour": gettext_lazy("Write the day and the hour as 2027-03-31 09:00."),
    "number": gettext_lazy("Write a number."),
    "double": gettext_lazy("The reference “%(text)s” stands in an earlier row."),
    "long": gettext_lazy("The reference has more than 100 characters."),
    "orphan": gettext_lazy("No row of the first sheet has the reference “%(text)s”."),
}


def of_file(fault: dict[str, Any], kind: ImportKind) -> str:
    """Why a table could not be read; the headings that it needs are named in the reader's language."""
    needed = [str(column.label) for column in kind.layout().main.columns if column.is_required]
    return str(OF_FILES.get(fault.get("code", ""), OF_FILES["work"])) % {**fault, "needed": ", ".join(needed)}


def of_note(note: dict[str, Any]) -> str:
    """What was left out."""
    return str(OF_NOTES[note["code"]]) % note


def of_cell(fault: dict[str, Any]) -> Fault:
    """What could not be read in a cell."""
    words = str(OF_CELLS[fault["code"]]) % {"text": fault.get("text", "")}
    return Fault(fault["sheet"], fault["line"], fault["column"], words)


def heading(kind: ImportKind, fault: Fault) -> str:
    """Where a fault is: the column, with its sheet and line for rows of parts."""
    layout = kind.layout()
    sheet = layout.sheet(fault.sheet)
    column = sheet.column(fault.column)
    label = str(column.label) if column else ""
    if sheet is layout.main:
        return label
    where = _("%(sheet)s, line %(line)s") % {"sheet": sheet.label, "line": fault.line}
    return f"{where}{colon()} {label}" if label else where
