"""Telling people: what is written in the transaction in which something happened."""

import json
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from network.models import User

from ..choices import Channel, Queue
from ..kinds import find_kind
from ..models import Notification
from .outbox import enqueue_ids, enqueue_many
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
    wanted = frequencies(kind, about_type, about_id, people)
    stormed = set() if kind.required else _stormed(about_type, about_id, people)
    channels = [_channel(CHANNELS[wanted[person]], person in stormed) for person in people]
    common = {
        "verb": verb,
        "actor": actor.pk if actor else None,
        "about_type": about_type.pk,
        "about_id": about_id,
        "context": json.dumps(context),
        "once": once,
    }
    written = _write(people, channels, common)
    alone = [pk for pk, _person, channel in written if channel == Channel.ALONE]
    if alone:
        enqueue_ids(
            task="notifications.mail", argument="notification", ids=alone, queue=Queue.MAIL, kind=verb
        )
    folded = [person for _pk, person, channel in written if channel == Channel.FOLDED]
    _promise_folded(verb, about_type, about_id, folded)
    return len(people)


def _write(people: list[int], channels: list[Channel], common: dict[str, Any]) -> list[tuple[int, int, str]]:
    """One insert for all; gives id, recipient and channel of each row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO notifications_notification (recipient_id, channel, verb, actor_id, about_type_id,"
            " about_id, context, once, created_at, mail_note)"
            " SELECT person, channel, %(verb)s, %(actor)s, %(about_type)s, %(about_id)s, %(context)s::jsonb,"
            " %(once)s, %(now)s, ''"
            " FROM unnest(%(people)s::bigint[], %(channels)s::text[]) AS told (person, channel)"
            " RETURNING id, recipient_id, channel",
            {**common, "people": people, "channels": [str(each) for each in channels], "now": timezone.now()},
        )
        return cursor.fetchall()


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


def _promise_folded(verb: str, about_type: ContentType, about_id: str, people: list[int]) -> None:
    """One piece of work per person and object at the end of this hour of the clock."""
    if not people:
        return
    now, length = time.time(), FOLDING.total_seconds()
    slot = int(now // length)
    enqueue_many(
        task="notifications.fold",
        promises=[
            (
                f"fold:{person}:{about_type.pk}:{about_id}:{slot}",
                {"recipient": person, "about_type": about_type.pk, "about_id": about_id},
            )
            for person in people
        ],
        queue=Queue.MAIL,
        kind=verb,
        delay=timedelta(seconds=(slot + 1) * length - now),
    )
