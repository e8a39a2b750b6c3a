"""`manage.py load_fora_demonstration`: the virtual forum of the demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fora.services.demonstration import load_demonstration_fora


class Command(BaseCommand):
    """A second run adds nothing."""

    help = "Make the demonstration's virtual forum, its posts in four languages, a flag and what came of it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many posts are new."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: demonstration content never enters another database.")
        self.stdout.write(f"{load_demonstration_fora()} new posts in the forum of the demonstration.")
