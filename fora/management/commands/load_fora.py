"""`manage.py load_fora`: the working groups that mandates name, as spaces."""

from typing import Any

from django.core.management.base import BaseCommand

from fora.services.loading import load_working_groups


class Command(BaseCommand):
    """A second run adds nothing."""

    help = "Make the spaces of the working groups that are missing (fora/data/working_groups.json)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many are new."""
        self.stdout.write(f"{load_working_groups()} new working groups.")
