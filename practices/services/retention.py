"""Drafts that nobody touches any more: their people are told, and a month later they are thrown away."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from network.models import User
from network.notifications.models import Notification
from network.notifications.services import notify

from ..choices import PracticeState
from ..models import Practice
from .news import people_of
from .replacing import forget_file

WARNING = timedelta(days=30)
AT_ONCE = 200  # drafts in one run


class Abandoned(NamedTuple):
    """A kind of draft that ends: which ones never left their writers' hands, the news that warns `people` of
    it, under a `key` of its own, and what throws one away."""

    drafts: Callable[[], QuerySet]
    verb: str
    key: str
    people: Callable[[Any], QuerySet[User]]
    throw_away: Callable[[Any], None]


def end_drafts() -> int:
    """Warn of, and later throw away, untouched drafts of practices; gives how many went."""
    return end_abandoned(PRACTICES)


def end_abandoned(kind: Abandoned) -> int:
    """Warn of, and a month after the warning throw away, drafts older than the settings say; gives how many
    went.

    A change of the draft meanwhile keeps it. One whose people are all gone is kept: nobody could be warned.
    """
    days = settings.RETENTION_DAYS["drafts"]
    if not days:
        return 0
    untouched = timezone.now() - timedelta(days=days) + WARNING
    found = kind.drafts().filter(changed_at__lt=untouched)
    keys = list(found.order_by("changed_at").values_list("pk", flat=True)[:AT_ONCE])
    return sum(_end(kind, pk) for pk in keys)


@transaction.atomic
def _end(kind: Abandoned, pk: int) -> bool:
    draft = kind.drafts().select_for_update(of=("self",)).select_related("country").filter(pk=pk).first()
    if draft is None:  # handed on, or thrown away, since the list was read
        return False
    key = f"{kind.key}:{draft.pk}:{draft.revision}"
    told = Notification.objects.filter(verb=kind.verb, once=key)
    warned_at = told.aggregate(at=Min("created_at"))["at"]
    if warned_at is None:
        notify(kind.verb, about=draft, to=kind.people(draft), once=key)
        return False
    if warned_at > timezone.now() - WARNING:
        return False
    kind.throw_away(draft)
    return True


def throw_away(practice: Practice) -> None:
    """Delete a practice that was never public, and its files once the transaction commits."""
    files = [material.file.name for material in practice.materials.all() if material.file.name]
    practice.delete()
    for name in files:
        transaction.on_commit(partial(forget_file, name), robust=True)


def _drafts() -> QuerySet:
    return Practice.objects.filter(
        state=PracticeState.DRAFT, identifier__isnull=True, submitted_at__isnull=True
    )


PRACTICES = Abandoned(_drafts, "practices.draft_ends", "draft-ends", people_of, throw_away)
