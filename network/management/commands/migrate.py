"""Django's migrate, which fills an empty database from the prepared schema and then looks for more."""

from typing import Any

from django.core.management.commands import migrate

from network.config.schema import load_schema

PARTLY = ("app_label", "migration_name", "fake", "fake_initial", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    """The same command, quicker on an empty database."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Load the prepared schema where there is nothing yet and everything is asked for, then migrate."""
        is_whole = not any(options.get(name) for name in PARTLY)
        if is_whole and load_schema(options["database"]) and options["verbosity"]:
            self.stdout.write("Tables: from the prepared schema.")
        super().handle(*args, **options)
