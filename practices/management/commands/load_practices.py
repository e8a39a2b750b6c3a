"""`manage.py load_practices [FILE.json]`: practices that an official document describes."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from practices.services.record_files import DEFAULT_FILE, RecordFileError, read_records
from practices.services.recording import load_records


class Command(BaseCommand):
    """Record and publish the practices of a file; twice makes nothing twice."""

    help = "Record the practices of a file (default: those presented at MISPA-V, Lima 2015)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file may be left out."""
        parser.add_argument("file", nargs="?", type=Path, default=DEFAULT_FILE, metavar="FILE.json")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many came and how many were there before."""
        try:
            new, known = load_records(file=read_records(options["file"]))
        except RecordFileError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Practices: {new} recorded, {known} known before.")
