"""The first staff manager of a new portal, who then invites everybody else."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from network.choices import Language, Role
from network.services import Offer, invite
from network.services.letter_facts import invitation_address


class Command(BaseCommand):
    """Invite by mail, and print the link for a portal whose mail is not set up yet."""

    help = "Invites a staff manager: manage.py invite_manager someone@example.org --language es"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--language", choices=Language.values, default=Language.EN)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the invitation; it holds as long as every other and can be used once."""
        offer = Offer(role=Role.STAFF_MANAGER, reason="Set-up of the portal")
        invitation = invite(email=options["email"], offer=offer, language=options["language"], by=None)
        until = f"{invitation.expires_at:%Y-%m-%d}"
        self.stdout.write(f"Invited, until {until}: {invitation_address(invitation)}")
