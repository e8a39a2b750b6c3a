"""Writing to those who speak for a party, through the portal: no address is shown to anybody."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import User
from network.ui.plain_text import clean_text

from ...models import Assistance, Inquiry
from ..errors import EmptyError, NobodyError, TooOftenError
from .news import tell_of_inquiry
from .people import spokespeople

MOST_A_DAY = 20  # messages of one person


@transaction.atomic
def write_to_party(*, record: Assistance, by: User, text: str, language: str) -> Inquiry:
    """Send a message to the focal points of the state or the editors of the organization.

    Raises PermissionDenied for who has no role; EmptyError; NobodyError when nobody speaks for the party
    here; TooOftenError.
    """
    if not by.is_authenticated or not by.grants:
        raise PermissionDenied
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
    from datetime import timedelta

    from django.utils import timezone

    return Inquiry.objects.filter(sender=person, at__gt=timezone.now() - timedelta(days=1)).count()
