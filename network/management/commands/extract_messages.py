"""Bring the catalogues of the interface up to date with the source."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.l10n.catalogues import extract_messages, source_messages


class Command(BaseCommand):
    """`manage.py extract_messages [--check]`."""

    help = "Bring locale/*/LC_MESSAGES/django.po up to date with the source, without the system's gettext."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """--check writes nothing and fails when a catalogue is out of date."""
        parser.add_argument("--check", action="store_true", help="write nothing, fail if one is out of date")

    def handle(self, *args, check: bool, **options) -> None:
        """Say for each language what was added and removed."""
        messages = source_messages()
        outdated = []
        for language, _name in settings.LANGUAGES:
            changes = extract_messages(language, messages, write=not check)
            outdated += [language] if changes.differs else []
            self.stdout.write(
                f"{language}: {len(messages)} messages, {changes.added} new, {changes.removed} gone"
            )
        if check and outdated:
            raise CommandError(f"Out of date: {', '.join(outdated)}. Run manage.py extract_messages.")
