"""Write a backup: the database, the media, and a manifest that proves both."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.config.backups import BackupError, check_backup, make_backup


class Command(BaseCommand):
    """Back up while the portal runs."""

    help = "Writes a backup of the database and the media into a new folder below --to (VAR_DIR/backups)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to", type=Path, default=settings.VAR_DIR / "backups", help="where backups are kept"
        )

    def handle(self, *args: Any, to: Path, **options: Any) -> None:
        """Say where it is and what is in it."""
        try:
            made = make_backup(to)
            manifest = check_backup(made)
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows, files = sum(manifest["tables"].values()), len(manifest["media"])
        self.stdout.write(f"{made}: {len(manifest['tables'])} tables, {rows} rows, {files} files")
