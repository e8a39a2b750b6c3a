"""Cells as text that forms understand: choices by code or by name in any language, days by ISO 8601."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation

from network.choices import Language
from network.ui.fields import LocalizedDecimalField
from network.ui.tables import unguarded

from ..choices import ColumnKind
from ..registry import Column, Text

YES = {"yes", "y", "si", "s", "oui", "o", "sim", "x", "1", "true", "verdadero", "vrai", "verdadeiro"}
NO = {"no", "n", "non", "nao", "0", "false", "falso", "faux", ""}
LOST = "\ufffd"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all of them but the new line and the tabulator
WESTERN_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


class CellError(Exception):
    """A cell that cannot be read; `code` as in words.OF_CELLS."""

    def __init__(self, code: str, text: str = "") -> None:
        self.code, self.text = code, text[:100]
        super().__init__(code)


def folded(text: str) -> str:
    """A heading or a name without case, accents, signs and doubled spaces."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    ).casefold()
    return " ".join(re.sub(r"[*’'“”\":]", " ", plain).split())


def names_of(text: Text) -> set[str]:
    """What a label is called in the four languages, folded."""
    found = set()
    for code in Language.values:
        with translation.override(code):
            found.add(folded(str(text)))
    return found


def choices_by_name(column: Column) -> dict[str, str]:
    """The codes of a column by their folded names in every language, and by themselves."""
    if column.choices is None:
        return {}
    found: dict[str, str] = {}
    for code in Language.values:
        with translation.override(code):
            for value, name in column.choices():
                found.setdefault(folded(str(name)), value)
    for value, _name in column.choices():
        found[folded(str(value))] = value
    return found


def read_cell(column: Column, cell: Any, names: dict[str, str], language: str) -> Any:
    """The cell as a form takes it: text, or a list of codes. Raises CellError."""
    if isinstance(cell, dict):
        if "f" in cell:
            raise CellError("formula")
        if "e" in cell:
            raise CellError("error", cell["e"])
    return READERS[column.kind](cell, names, language)


def as_text(cell: Any) -> str:
    """What stands in a cell, as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return number_text(cell)
    if isinstance(cell, dict):
        return cell.get("d", "").removesuffix("T00:00:00")
    text = unguarded(unicodedata.normalize("NFC", str(cell)).replace("\r\n", "\n").strip())
    if LOST in text:
        raise CellError("letters")
    return CONTROLS.sub("", text)


def number_text(value: float) -> str:
    """A number so that no language reads it otherwise: three decimals get a fourth."""
    if isinstance(value, int) or float(value).is_integer():
        return str(int(value))
    text = f"{value:.10f}".rstrip("0")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text


def _text(cell: Any, names: dict[str, str], language: str) -> str:
    return as_text(cell)


def _choice(cell: Any, names: dict[str, str], language: str) -> str:
    text = as_text(cell)
    if not text:
        return ""
    if (found := names.get(folded(text))) is None:
        raise CellError("choice", text)
    return found


def _choices(cell: Any, names: dict[str, str], language: str) -> list[str]:
    found: list[str] = []
    for piece in re.split(r"[;\n|]", as_text(cell)):
        if not piece.strip():
            continue
        if folded(piece) in names:
            found.append(names[folded(piece)])
        else:
            found += [_choice(each, names, language) for each in piece.split(",") if each.strip()]
    return list(dict.fromkeys(found))


def _yes(cell: Any, names: dict[str, str], language: str) -> str:
    text = folded(as_text(cell))
    if text in NO:
        return ""
    if text in YES:
        return "yes"
    raise CellError("yes", text)


def _number(cell: Any, names: dict[str, str], language: str) -> str:
    """Read once, in the language of the file: readers of other languages then see the same number."""
    if isinstance(cell, dict | bool):
        raise CellError("number")
    text = as_text(cell)
    if not text or not isinstance(cell, str):
        return text
    with translation.override(language):
        try:
            found = LocalizedDecimalField(max_digits=25, decimal_places=10).clean(text)
        except ValidationError as error:
            raise CellError("number", text) from error
    return number_text(float(found)) if found is not None else ""


def _day(cell: Any, names: dict[str, str], language: str) -> str:
    text = as_text(cell)
    return text and _date_in(text, language)


def _date_in(text: str, language: str) -> str:
    """A day by ISO 8601, or day, month and year where the language is of one mind. Raises CellError."""
    western = WESTERN_DAY.fullmatch(text)
    try:
        if not western:
            return dt.date.fromisoformat(text[:10] if text[10:11] in ("", "T", " ") else text).isoformat()
        day, month, year = (int(each) for each in western.groups())
        if language == Language.EN and day != month and max(day, month) <= 12:
            raise CellError("day", text)  # 3/4/2027 is March in one country and April in another
        if language == Language.EN and month > 12:
            day, month = month, day
        return dt.date(year, month, day).isoformat()
    except ValueError as error:
        raise CellError("day", text) from error


def _partial(cell: Any, names: dict[str, str], language: str) -> str:
    text = as_text(cell)
    if not text or re.fullmatch(r"\d{4}(-\d{2})?", text):
        return text
    return _date_in(text, language)


def _hour(cell: Any, names: dict[str, str], language: str) -> str:
    text = as_text(cell)
    if not text:
        return ""
    day, _sign, hour = text.replace("T", " ").partition(" ")
    try:
        moment = dt.time.fromisoformat(hour.strip().zfill(5)) if hour.strip() else dt.time()
    except ValueError as error:
        raise CellError("hour", text) from error
    if moment.tzinfo is not None:
        raise CellError("hour", text)
    return f"{_date_in(day, language)}T{moment:%H:%M}"


READERS: dict[ColumnKind, Callable[[Any, dict[str, str], str], Any]] = {
    ColumnKind.TEXT: _text,
    ColumnKind.CHOICE: _choice,
    ColumnKind.CHOICES: _choices,
    ColumnKind.YES: _yes,
    ColumnKind.NUMBER: _number,
    ColumnKind.DAY: _day,
    ColumnKind.PARTIAL: _partial,
    ColumnKind.HOUR: _hour,
}
