"""Telling people: what is written in the transaction in which something happened."""

import json
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from network.models import User

from ..choices import Channel, Frequency, Queue
from ..kinds import Kind, find_kind
from ..models import Notification
from .outbox import enqueue_ids, enqueue_many
from .preferences import CHANNELS, frequencies, wishes_of

__all__ = ["News", "notify", "notify_each", "wishes_of"]
FOLDING = timedelta(hours=1)


class News(NamedTuple):
    """What one person is told: about which object, how often they want mails of it, further ids."""

    about_id: int | str
    person: int
    frequency: Frequency
    context: dict[str, int | str]


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
    news = [News(about.pk, person, wanted[person], context) for person in people]
    return _tell(kind, about_type, news, actor=actor, once=once)


@transaction.atomic
def notify_each(verb: str, *, about: type[Model], news: Sequence[News]) -> int:
    """Tell many people, each about an object of their own; as `notify`, with as few statements.

    How often each wants mails of it is in the news: see `wishes_of`. Raises UnknownKindError.
    """
    kind = find_kind(verb)
    return _tell(kind, ContentType.objects.get_for_model(about), news) if news else 0


def _tell(
    kind: Kind, about_type: ContentType, news: Sequence[News], *, actor: User | None = None, once: str = ""
) -> int:
    stormed = set() if kind.required else _stormed(about_type, news)
    channels = [
        _channel(CHANNELS[each.frequency], (str(each.about_id), each.person) in stormed) for each in news
    ]
    common = {
        "verb": kind.verb,
        "actor": actor.pk if actor else None,
        "about_type": about_type.pk,
        "once": once,
    }
    written = _write(news, channels, common)
    alone = [pk for pk, _person, channel, _about in written if channel == Channel.ALONE]
    if alone:
        enqueue_ids(
            task="notifications.mail", argument="notification", ids=alone, queue=Queue.MAIL, kind=kind.verb
        )
    folded = [(person, about) for _pk, person, channel, about in written if channel == Channel.FOLDED]
    _promise_folded(kind.verb, about_type, folded)
    return len(news)


def _write(
    news: Sequence[News], channels: list[Channel], common: dict[str, Any]
) -> list[tuple[int, int, str, str]]:
    """One insert for all; gives id, recipient, channel and object of each row."""
    written: dict[int, str] = {}  # the same few contexts come again and again
    contexts = [
        written.get(id(each.context)) or written.setdefault(id(each.context), json.dumps(each.context))
        for each in news
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO notifications_notification (recipient_id, channel, verb, actor_id, about_type_id,"
            " about_id, context, once, created_at, mail_note)"
            " SELECT person, channel, %(verb)s, %(actor)s, %(about_type)s, about_id, context::jsonb,"
            " %(once)s, %(now)s, ''"
            " FROM unnest(%(people)s::bigint[], %(channels)s::text[], %(abouts)s::text[],"
            " %(contexts)s::text[]) AS told (person, channel, about_id, context)"
            " RETURNING id, recipient_id, channel, about_id",
            {
                **common,
                "people": [each.person for each in news],
                "channels": [str(each) for each in channels],
                "abouts": [str(each.about_id) for each in news],
                "contexts": contexts,
                "now": timezone.now(),
            },
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


def _stormed(about_type: ContentType, news: Sequence[News]) -> set[tuple[str, int]]:
    """Who has already heard so much about an object in the last hour that the rest comes as one mail."""
    recent = Notification.objects.filter(
        about_type=about_type,
        about_id__in={str(each.about_id) for each in news},
        created_at__gt=timezone.now() - FOLDING,
        recipient__in=[each.person for each in news],
        channel__in=[Channel.ALONE, Channel.FOLDED],
    )
    counts = (
        recent.values("about_id", "recipient")
        .annotate(count=Count("pk"))
        .filter(count__gte=settings.NOTIFICATIONS_FOLD_AFTER)
    )
    return set(counts.values_list("about_id", "recipient"))


def _channel(wanted: Channel, is_stormed: bool) -> Channel:
    return Channel.FOLDED if wanted == Channel.ALONE and is_stormed else wanted


def _promise_folded(verb: str, about_type: ContentType, folded: list[tuple[int, str]]) -> None:
    """One piece of work per person and object at the end of this hour of the clock."""
    if not folded:
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
            for person, about_id in folded
        ],
        queue=Queue.MAIL,
        kind=verb,
        delay=timedelta(seconds=(slot + 1) * length - now),
    )
