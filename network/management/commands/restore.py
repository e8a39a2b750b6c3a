"""Put a backup in the place of the database and the media, and prove that it is all there."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.config.backups import BackupError, restore_backup


class Command(BaseCommand):
    """Restore; stop the portal first."""

    help = "Restores a backup made by `backup`: checks it, restores, and compares rows and files."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", type=Path, help="the folder that `backup` made")
        parser.add_argument(
            "--replace", action="store_true", help="also when people are in the database already"
        )

    def handle(self, *args: Any, backup: Path, replace: bool, **options: Any) -> None:
        """Say what was restored."""
        try:
            manifest = restore_backup(backup, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows, files = sum(manifest["tables"].values()), len(manifest["media"])
        self.stdout.write(
            f"Restored as of {manifest['made_at']}: {rows} rows, {files} files, all as in the backup."
        )
