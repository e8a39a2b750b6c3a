"""Writing to those who speak for a party, through the portal: no address is shown to anybody."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User
from network.moderation.rules import is_stopped_everywhere
from network.ui.plain_text import clean_text

from ...models import Assistance, Inquiry
from ..errors import EmptyError, NobodyError, TooOftenError
from .news import tell_of_inquiry
from .people import spokespeople

MOST_A_DAY = 20  # messages of one person


@transaction.atomic
def write_to_party(*, record: Assistance, by: User, text: str, language: str) -> Inquiry:
    """Send a message to the focal points of the state or the editors of the organization.

    Raises PermissionDenied for who has no role and for whom moderators have stopped from writing;
    EmptyError; NobodyError when nobody speaks for the party here; TooOftenError.
    """
    if not by.is_authenticated or not by.grants or is_stopped_everywhere(by):
        raise PermissionDenied
    User.objects.select_for_update().get(pk=by.pk)  # so that two at once are both counted
    words = clean_text(text)[:3000]
    if not words:
        raise EmptyError
    if not spokespeople(record).exists():
        raise NobodyError
    if sent_today(by) >= MOST_A_DAY:
        raise TooOftenError
    inquiry = Inquiry.objects.create(assistance=record, sender=by, text=words, language=language)
    tell_of_inquiry(inquiry, by)
    return inquiry


def sent_today(person: User) -> int:
    """How many messages a person has sent in the last 24 hours."""
    return Inquiry.objects.filter(sender=person, at__gt=timezone.now() - timedelta(days=1)).count()
