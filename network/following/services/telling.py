"""Telling people of what they follow: each once for one record, by mail and inbox as they wish."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from network.models import User
from network.notifications.choices import Category, Frequency, Queue
from network.notifications.kinds import Kind, Matter, Words, find_kind, register
from network.notifications.models import Notification
from network.notifications.services import enqueue
from network.notifications.services.notifying import News, notify_each, wishes_of
from network.search.models import SearchRow
from network.search.registry import indexer_of
from network.ui import languages

from ..models import Hit, Interest
from .describing import described
from .subjects import rows_of

FOUND, TELL = "following.found", "following.tell"
SOONEST = list(Frequency)
SUMMARY = 600  # characters in a mail
NAMED = 5  # interests named in one line


class Told(NamedTuple):
    """What a notice is about: a record as its reader sees it, and what it was found for."""

    row: SearchRow
    names: str
    interest: Interest

    def __str__(self) -> str:
        return self.row.title


def tell_of_hits(kind: str, record: int, hits: Sequence[tuple[int, int]]) -> int:
    """Tell people of a record, each once, for the interest of which they want to hear soonest."""
    wishes = wishes_of(find_kind(FOUND), Interest, hits)
    chosen: dict[int, tuple[int, Frequency]] = {}
    for interest, person in hits:
        wish = wishes[interest, person]
        if person not in chosen or SOONEST.index(wish) < SOONEST.index(chosen[person][1]):
            chosen[person] = (interest, wish)
    context: dict[str, int | str] = {"kind": kind, "record": record}
    news = [News(interest, person, wish, context) for person, (interest, wish) in chosen.items()]
    return notify_each(FOUND, about=Interest, news=news)


def tell_followers(subject: str, verb: str, *, actor: User | None = None, number: int = 0) -> None:
    """Promise to tell who follows a record what happened to it; call it in the transaction of the change.

    `verb` is a kind made by `subject_kind`; the same `number` of it is told once.
    """
    enqueue(
        task=TELL,
        dedupe_key=f"{TELL}:{verb}:{subject}:{number}",
        args={"subject": subject, "verb": verb, "number": number, "actor": actor.pk if actor else 0},
        queue=Queue.DEFAULT,
        kind=verb,
    )


def tell_of_subject(*, subject: str, verb: str, number: int, actor: int) -> int:
    """Tell everyone who follows it, but not who did it; gives how many."""
    listening = Interest.objects.listening().filter(subject=subject).exclude(user=actor)
    pairs = list(listening.values_list("pk", "user_id"))
    wishes = wishes_of(find_kind(verb), Interest, pairs)
    kind, _colon, record = subject.partition(":")
    context: dict[str, int | str] = {"kind": kind, "record": int(record), "number": number}
    news = [News(interest, person, wishes[interest, person], context) for interest, person in pairs]
    return notify_each(verb, about=Interest, news=news)


def subject_kind(verb: str, words: Words) -> Kind:
    """A kind of news about a record that people follow; its words may use %(title)s, %(kind)s, %(number)s."""
    return Kind(
        verb=verb,
        **words._asdict(),
        values=_values,
        link=lambda told: f"/{languages.active()}/{told.row.address}",
        found=found_of,
        stops_one=True,
    )


def register_found() -> None:
    """Make the room's own kind of news known."""
    words = Words(
        Category.FOLLOWED,
        _("New records that fit my saved searches and what I follow"),
        _("New: %(title)s"),
        _("New (%(kind)s): “%(title)s”, for: %(names)s"),
        _("%(kind)s: %(title)s\n\n%(summary)s\n\nFound for: %(names)s."),
        _("Read it"),
        Frequency.DAILY,
    )
    register(subject_kind(FOUND, words))


def found_of(rows: Sequence[Notification], reader: User) -> dict[int, Told]:
    """What notices are about, as far as the reader may still know of it and still follows; three queries."""
    language = languages.active()
    interests = Interest.objects.visible_to(reader).in_bulk({int(row.about_id) for row in rows})
    places = {row.pk: (row.context.get("kind", ""), row.context.get("record", 0)) for row in rows}
    records = rows_of(list(set(places.values())), reader, language)
    names = _names(reader, set(places.values()), language)
    return {
        row.pk: Told(records[place], names.get(place, ""), interests[int(row.about_id)])
        for row in rows
        if (place := places[row.pk]) in records and int(row.about_id) in interests
    }


def _names(reader: User, places: set[tuple[str, int]], language: str) -> dict[tuple[str, int], str]:
    """What each record was found for, in words."""
    hits = Hit.objects.filter(interest__user=reader, object_id__in={record for _kind, record in places})
    pairs = list(hits.order_by("interest").values_list("kind", "object_id", "interest"))
    interests = list(Interest.objects.filter(pk__in={interest for *_place, interest in pairs}))
    names = {each.interest.pk: each.name for each in described(interests, reader, language)}
    found: dict[tuple[str, int], list[str]] = {}
    for kind, record, interest in pairs:
        found.setdefault((kind, record), []).append(names[interest])
    return {place: ", ".join(listed[:NAMED]) for place, listed in found.items()}


def _values(matter: Matter) -> dict[str, Any]:
    told: Told = matter.about
    summary = told.row.summary
    return {
        "title": told.row.title,
        "kind": indexer_of(told.row.kind).label,
        "summary": summary if len(summary) <= SUMMARY else summary[:SUMMARY].rsplit(" ", 1)[0] + "…",
        "names": told.names,
        "number": matter.context.get("number", 0),
    }
