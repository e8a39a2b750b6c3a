"""`manage.py load_demonstration`: accounts, recorded practices and invented ones on their way."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from network.services.demonstration import load_demonstration_accounts
from practices.services.adapting.demonstration import load_demonstration_adaptations
from practices.services.demonstration import load_demonstration_practices
from practices.services.record_files import DEFAULT_FILE, read_records
from practices.services.recording import load_records


class Command(BaseCommand):
    """Fill the database of the demonstration; again makes nothing twice."""

    help = "Fill the demonstration: accounts, recorded practices, invented ones on their way. Needs DEMO=1."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what there is afterwards."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: demonstration content never enters another database.")
        accounts = load_demonstration_accounts()
        new, known = load_records(file=read_records(DEFAULT_FILE))
        invented = load_demonstration_practices()
        adapted = load_demonstration_adaptations()
        self.stdout.write(
            f"Demonstration: {accounts} accounts, {new} practices recorded ({known} known before), "
            f"{invented} invented ones new, {adapted} adaptations."
        )
