"""`manage.py memory export FILE.csv` and `manage.py memory import FILE.csv`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from network.l10n.services.exchange import export_memory, import_memory


class Command(BaseCommand):
    """Take the memory out, or bring one in; an import with errors changes nothing."""

    help = "Export or import the memory as CSV; an import with errors changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and the file."""
        parser.add_argument("action", choices=["export", "import"])
        parser.add_argument("file", type=Path, metavar="FILE.csv")

    def handle(self, *args: Any, action: str, file: Path, **options: Any) -> None:
        """Print what was done."""
        if action == "export":
            with file.open("w", encoding="utf-8", newline="") as target:
                target.writelines(export_memory())
            return
        done = import_memory(content=file.read_bytes(), by=None)
        if done.errors:
            raise CommandError("\n".join(done.errors))
        self.stdout.write(f"{done.new} new, {done.changed} changed, {done.same} as before.")
