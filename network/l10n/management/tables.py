"""Tables of the translators at the command line: out into a file, and in from one, whole or not at all."""

from abc import abstractmethod
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from network.l10n.services.tables import MOST_OF_OPERATORS, TableRow
from network.ui.tables import as_csv


class TableCommand(BaseCommand):
    """Take a table out, or bring one in; an import with errors changes nothing."""

    columns: ClassVar[tuple[str, ...]]
    read: ClassVar[Callable[..., list[TableRow]]]
    take_over: ClassVar[Callable[..., int]]

    @abstractmethod
    def rows(self) -> Iterable[list[Any]]:
        """Cells of all rows, in the order of the columns."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and the file."""
        parser.add_argument("action", choices=["export", "import"])
        parser.add_argument("file", type=Path, metavar="FILE.csv")

    def handle(self, *args: Any, action: str, file: Path, **options: Any) -> None:
        """Print what was done."""
        if action == "export":
            with file.open("w", encoding="utf-8", newline="") as target:
                target.writelines(as_csv(self.columns, self.rows()))
            return
        rows = self._readable(file)
        if faults := [_fault(row) for row in rows if row.errors]:
            raise CommandError("\n".join(faults))
        type(self).take_over(rows=rows, by=None)
        new, same = sum(row.is_new for row in rows), sum(row.is_same for row in rows)
        self.stdout.write(f"{new} new, {len(rows) - new - same} changed, {same} as before.")

    def _readable(self, file: Path) -> list[TableRow]:
        try:
            return type(self).read(file.read_bytes().decode("utf-8-sig"), MOST_OF_OPERATORS)
        except UnicodeDecodeError as error:
            raise CommandError(_("The file is not a CSV table.")) from error
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error


def _fault(row: TableRow) -> str:
    return _("Line %(number)s: %(fault)s") % {"number": row.line, "fault": "; ".join(row.errors)}
