"""What can be followed besides searches: "state:GT", "topic:youth", "practice:12"."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from network.search import labels
from network.search.models import SearchRow
from network.search.registry import indexer_of

from .. import registry

STATE, TOPIC = "state", "topic"


def subject_of(kind: str, key: Any) -> str:
    """How a subject is named in rows."""
    return f"{kind}:{key}"


def is_there(subject: str, user: Any) -> bool:
    """Whether it is something that can be followed, and that the person may know of."""
    kind, _colon, key = subject.partition(":")
    if kind == STATE:
        return key in labels.states()
    if kind == TOPIC:
        return key in labels.topics()
    followed = registry.find(kind)
    if followed is None or not followed.hears or not (key.isascii() and key.isdigit() and len(key) < 19):
        return False
    return SearchRow.objects.visible_to(user).filter(kind=kind, object_id=key).exists()


def facets_of_subject(subject: str) -> list[str]:
    """What new records carry that are on the subject; nothing for a single record."""
    kind, _colon, key = subject.partition(":")
    if kind == STATE:
        return [subject]
    if kind == TOPIC:
        return [subject] if labels.topics()[key].parent else [f"theme:{key}"]
    return []


def named(subjects: list[str], user: Any, language: str) -> dict[str, tuple[str, str, str]]:
    """Sort, name and address of each subject that the person may know of; one query for all records."""
    found, wanted = {}, []
    for subject in subjects:
        kind, _colon, key = subject.partition(":")
        if kind == STATE and key in labels.states(language):
            found[subject] = (_("Member state"), labels.states(language)[key].name, _page("state", key))
        elif kind == TOPIC and key in labels.topics(language):
            found[subject] = (_("Topic"), labels.topics(language)[key].name, _page("topic", key))
        elif kind not in (STATE, TOPIC) and key.isdigit():
            wanted.append((kind, int(key)))
    for row in rows_of(wanted, user, language).values():
        label = str(indexer_of(row.kind).label)
        found[subject_of(row.kind, row.object_id)] = (label, row.title, f"/{language}/{row.address}")
    return found


def rows_of(records: list[tuple[str, int]], user: Any, language: str) -> dict[tuple[str, int], SearchRow]:
    """The search row of each record that the person may know of, in the language or the record's own."""
    if not records:
        return {}
    keys = {key for _kind, key in records}
    rows = SearchRow.objects.visible_to(user).readable_in(language).filter(object_id__in=keys)
    found: dict[tuple[str, int], SearchRow] = {}
    for row in rows.filter(kind__in={kind for kind, _key in records}).defer("head", "vector", "signs"):
        place = (row.kind, row.object_id)
        if place in records and (place not in found or row.language == language):
            found[place] = row
    return found


def _page(name: str, key: str) -> str:
    return reverse(f"network:{name}", args=[key])
