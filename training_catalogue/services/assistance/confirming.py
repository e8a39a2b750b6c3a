"""What the clock asks of offers and requests: once a year, whether they still stand."""

from django.db import transaction
from django.utils import timezone

from ...choices.assistance import AssistanceState, RecordedBy
from ...models import Assistance
from ..clock import AT_ONCE, CONFIRM_AFTER, HIDE_AFTER
from ..errors import MovedError
from .news import ask_to_confirm
from .way import hide_record

STANDING = Assistance.objects.filter(state=AssistanceState.PUBLISHED, recorded_by=RecordedBy.PARTY)


def ask_about_assistance() -> int:
    """Remind who speaks for the party of what nobody has confirmed for a year; gives how many records.

    What the Secretariat recorded from a report stays as it is: nobody is asked.
    """
    today = timezone.now().date()
    due = STANDING.filter(reminded_on__isnull=True, confirmed_on__lte=today - CONFIRM_AFTER)
    asked = 0
    for record in due.select_related("country", "organization").order_by("confirmed_on", "pk")[:AT_ONCE]:
        with transaction.atomic():
            if not Assistance.objects.filter(pk=record.pk, reminded_on__isnull=True).update(
                reminded_on=today
            ):
                continue
            ask_to_confirm(record, (today - record.confirmed_on).days)
            asked += 1
    return asked


def hide_unconfirmed_assistance() -> int:
    """Hide what was asked about a month ago and nobody confirmed; nothing is deleted. Gives how many."""
    until = timezone.now().date() - HIDE_AFTER
    hidden = 0
    for record in STANDING.filter(reminded_on__lte=until).order_by("pk")[:AT_ONCE]:
        try:
            hide_record(record=record)
        except MovedError:  # confirmed, closed or withdrawn meanwhile
            continue
        hidden += 1
    return hidden
