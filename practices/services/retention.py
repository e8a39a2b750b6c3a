"""Drafts that nobody touches any more: their people are told, and a month later they are thrown away."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from network.notifications.models import Notification
from network.notifications.services import notify

from ..choices import PracticeState
from ..models import Practice
from .news import people_of
from .replacing import forget_file

WARNING = timedelta(days=30)
AT_ONCE = 200  # drafts in one run


def end_drafts() -> int:
    """Warn of, and a month after the warning throw away, drafts older than the settings say; gives how many
    went.

    A change of the draft meanwhile keeps it. One whose people are all gone is kept: nobody could be warned.
    """
    days = settings.RETENTION_DAYS["drafts"]
    if not days:
        return 0
    untouched = timezone.now() - timedelta(days=days) + WARNING
    drafts = Practice.objects.filter(
        state=PracticeState.DRAFT,
        identifier__isnull=True,
        submitted_at__isnull=True,
        changed_at__lt=untouched,
    )
    keys = list(drafts.order_by("changed_at").values_list("pk", flat=True)[:AT_ONCE])
    return sum(_end(pk) for pk in keys)


@transaction.atomic
def _end(pk: int) -> bool:
    practice = Practice.objects.select_for_update(of=("self",)).select_related("country").get(pk=pk)
    key = f"draft-ends:{practice.pk}:{practice.revision}"
    told = Notification.objects.filter(verb="practices.draft_ends", once=key)
    warned_at = told.aggregate(at=Min("created_at"))["at"]
    if warned_at is None:
        notify("practices.draft_ends", about=practice, to=people_of(practice), once=key)
        return False
    if warned_at > timezone.now() - WARNING:
        return False
    throw_away(practice)
    return True


def throw_away(practice: Practice) -> None:
    """Delete a practice that was never public, and its files once the transaction commits."""
    files = [material.file.name for material in practice.materials.all() if material.file.name]
    practice.delete()
    for name in files:
        transaction.on_commit(partial(forget_file, name), robust=True)
