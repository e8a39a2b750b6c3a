"""Compile the catalogues that are out of date, the project's own and those made from the libraries'."""

from django.core.management.base import BaseCommand

from network.l10n.library_catalogues import compile_catalogues


class Command(BaseCommand):
    """`manage.py compile_messages`: what `make run` and `make test` call before anything is shown."""

    help = "Compile the interface's catalogues that changed, without the system's gettext."
    requires_system_checks = ()

    def handle(self, *args, **options) -> None:
        """Say what was compiled."""
        done = compile_catalogues()
        self.stdout.write(f"Messages compiled: {', '.join(done)}" if done else "Messages are up to date.")
