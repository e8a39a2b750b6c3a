"""Telling people: what is written in the transaction in which something happened."""

import time
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from network.models import User

from ..choices import Channel, Queue
from ..kinds import find_kind
from ..models import Notification
from .outbox import enqueue_many
from .preferences import CHANNELS, frequencies

FOLDING = timedelta(hours=1)


@transaction.atomic
def notify(
    verb: str,
    *,
    about: Model,
    to: Iterable[User] | QuerySet[User],
    actor: User | None = None,
    once: str = "",
    **context: int | str,
) -> int:
    """Tell people that something happened to `about`, in the caller's transaction; gives how many were told.

    One insert per table, however many they are. Whoever did it is not told of it. `context` holds further
    ids for the words. With `once`, nobody is told a second time under that key. Raises UnknownKindError.
    """
    kind = find_kind(verb)
    about_type, about_id = ContentType.objects.get_for_model(about), str(about.pk)
    people = _people(to, actor, once)
    if not people:
        return 0
    wishes = frequencies(kind, about_type, about_id, people)
    stormed = set() if kind.required else _stormed(about_type, about_id, people)
    now = timezone.now()
    rows = [
        Notification(
            recipient_id=person,
            verb=verb,
            actor=actor,
            about_type=about_type,
            about_id=about_id,
            context=context,
            once=once,
            created_at=now,
            channel=_channel(CHANNELS[wishes[person]], person in stormed),
        )
        for person in people
    ]
    Notification.objects.bulk_create(rows)
    _promise_mails(verb, rows)
    _promise_folded([row for row in rows if row.channel == Channel.FOLDED])
    return len(rows)


def _people(to: Iterable[User] | QuerySet[User], actor: User | None, once: str) -> list[int]:
    found = to.values_list("pk", flat=True) if isinstance(to, QuerySet) else (person.pk for person in to)
    people = dict.fromkeys(found)
    if actor is not None:
        people.pop(actor.pk, None)
    if once and people:
        told = Notification.objects.filter(once=once, recipient__in=list(people))
        for person in told.values_list("recipient_id", flat=True):
            people.pop(person, None)
    return list(people)


def _stormed(about_type: ContentType, about_id: str, people: list[int]) -> set[int]:
    """Who has already heard so much about this object in the last hour that the rest comes as one mail."""
    recent = Notification.objects.filter(
        about_type=about_type,
        about_id=about_id,
        created_at__gt=timezone.now() - FOLDING,
        recipient__in=people,
        channel__in=[Channel.ALONE, Channel.FOLDED],
    )
    counts = (
        recent.values("recipient")
        .annotate(count=Count("pk"))
        .filter(count__gte=settings.NOTIFICATIONS_FOLD_AFTER)
    )
    return set(counts.values_list("recipient", flat=True))


def _channel(wanted: Channel, is_stormed: bool) -> Channel:
    return Channel.FOLDED if wanted == Channel.ALONE and is_stormed else wanted


def _promise_mails(verb: str, rows: list[Notification]) -> None:
    alone = [row.pk for row in rows if row.channel == Channel.ALONE]
    if alone:
        enqueue_many(
            task="notifications.mail",
            promises=[(f"mail:{pk}", {"notification": pk}) for pk in alone],
            queue=Queue.MAIL,
            kind=verb,
        )


def _promise_folded(rows: list[Notification]) -> None:
    """One piece of work per person and object at the end of this hour of the clock."""
    if not rows:
        return
    now, length = time.time(), FOLDING.total_seconds()
    slot = int(now // length)
    enqueue_many(
        task="notifications.fold",
        promises=[
            (
                f"fold:{row.recipient_id}:{row.about_type_id}:{row.about_id}:{slot}",
                {"recipient": row.recipient_id, "about_type": row.about_type_id, "about_id": row.about_id},
            )
            for row in rows
        ],
        queue=Queue.MAIL,
        kind=rows[0].verb,
        delay=timedelta(seconds=(slot + 1) * length - now),
    )
