"""What is harvested: published practices, and that they were withdrawn; in sets by topic."""

import base64
import binascii
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Min, Q, QuerySet

from network.choices import Language
from network.models.text import MACHINE
from network.search import labels
from network.ui.addresses import absolute

from ...choices import PracticeState
from ...models import Practice
from ...views.metadata import LICENCE_URLS

AT_ONCE = 100  # records in one answer
APP = "practices"
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Selection(NamedTuple):
    """What a harvester asks for: changed when, in which set; and from which record on."""

    since: str = ""
    until: str = ""
    set_spec: str = ""
    after: str = ""  # moment and key of the last record that was given


class BadTokenError(ValueError):
    """The token is none of ours."""


def host() -> str:
    """The portal's name in identifiers."""
    return urlsplit(settings.PUBLIC_URL).hostname or "localhost"


def oai_identifier(practice: Practice) -> str:
    """oai:host:GP-2026-0001."""
    return f"oai:{host()}:{practice.identifier}"


def all_records() -> QuerySet:
    """Everything that was published once; withdrawn ones are told as deleted."""
    return Practice.objects.with_permanent_address()


def find_record(identifier: str) -> Practice | None:
    """The record of an identifier, or None."""
    prefix = f"oai:{host()}:"
    if not identifier.startswith(prefix):
        return None
    found = _for_harvest(all_records()).filter(identifier=identifier.removeprefix(prefix))
    return found.first()


def earliest() -> str:
    """When the oldest record changed last."""
    moment = all_records().aggregate(at=Min("changed_at"))["at"] or datetime(2026, 1, 1, tzinfo=UTC)
    return moment.astimezone(UTC).strftime(MOMENT)


def read_part(asked: Selection) -> tuple[list[Practice], str]:
    """A part of the selection, in the order of changes, and the token for the next one ("" at the end)."""
    found = _for_harvest(all_records())
    if asked.since:
        found = found.filter(changed_at__gte=_begin(asked.since))
    if asked.until:
        found = found.filter(changed_at__lt=_end(asked.until))
    if asked.set_spec not in ("", APP):
        topic = asked.set_spec.rpartition(":")[2]
        keys = [slug for slug, each in labels.topics().items() if topic in (slug, each.parent)]
        found = found.filter(topics__in=keys).distinct()
    if asked.after:
        moment, _space, key = asked.after.partition(" ")
        at = datetime.fromisoformat(moment)
        found = found.filter(Q(changed_at__gt=at) | Q(changed_at=at, pk__gt=int(key)))
    rows = list(found.order_by("changed_at", "pk")[: AT_ONCE + 1])
    if len(rows) <= AT_ONCE:
        return rows, ""
    last = rows[AT_ONCE - 1]
    return rows[:AT_ONCE], token_of(asked._replace(after=f"{last.changed_at.isoformat()} {last.pk}"))


def token_of(asked: Selection) -> str:
    """A selection as a token."""
    return base64.urlsafe_b64encode(json.dumps(asked).encode()).decode().rstrip("=")


def read_token(token: str) -> Selection:
    """The selection of a token; raises BadTokenError."""
    try:
        padded = token + "=" * (-len(token) % 4)
        asked = Selection(*json.loads(base64.urlsafe_b64decode(padded.encode("ascii"))))
        moment, _space, key = asked.after.partition(" ")
        datetime.fromisoformat(moment)
        for day in (asked.since, asked.until):
            if day:
                _begin(day)
        if not key.isdecimal() or len(key) > 18 or not is_set(asked.set_spec):
            raise BadTokenError(token)
    except (ValueError, TypeError, AttributeError, binascii.Error) as error:
        raise BadTokenError(token) from error
    return asked


def sets() -> Iterator[tuple[str, str]]:
    """Sets with their names: practices, each group of topics, each topic."""
    yield APP, "Good practices"
    for slug, topic in labels.topics("en").items():
        yield (f"{APP}:{topic.parent}:{slug}" if topic.parent else f"{APP}:{slug}"), topic.name


def is_set(spec: str) -> bool:
    """Whether there is such a set; "" is everything."""
    return spec == "" or any(spec == known for known, _name in sets())


def sets_of(practice: Practice) -> list[str]:
    """The sets that a record is in, the narrowest ones."""
    topics = labels.topics("en")
    found = [
        f"{APP}:{topics[each.pk].parent}:{each.pk}" for each in practice.topics.all() if each.pk in topics
    ]
    return sorted(found) or [APP]


def is_deleted(practice: Practice) -> bool:
    """Withdrawn: only that it was there is told."""
    return practice.state == PracticeState.WITHDRAWN


def dublin_core_of(practice: Practice) -> list[tuple[str, str, str]]:
    """Elements of simple Dublin Core with text and language; no text that only a machine has translated."""
    rows = [("title", *said) for said in _said(practice, "title")]
    if practice.organization:
        rows.append(("creator", practice.organization.name, practice.organization.name_language))
    for topic in practice.topics.all():
        rows += [("subject", getattr(topic, f"name_{code}") or "", code) for code in Language.values]
    rows += [("description", *said) for said in _said(practice, "summary")]
    published = practice.published_at.date().isoformat() if practice.published_at else ""
    rows += [
        ("publisher", "Inter-American Network for the Prevention of Violence and Crime", "en"),
        ("date", published, ""),
        ("type", "Text", ""),
        ("identifier", absolute(f"/{practice.source_language}/practices/{practice.identifier}/"), ""),
        ("identifier", practice.identifier or "", ""),
        ("source", practice.source_document, practice.source_language),
        ("language", practice.source_language, ""),
        ("coverage", practice.country.name_en, "en"),
        ("rights", LICENCE_URLS.get(practice.licence, ""), ""),
    ]
    return [row for row in rows if row[1]]


def _said(practice: Practice, field: str) -> Iterator[tuple[str, str]]:
    """The original, and what people translated."""
    own = practice.language_of(field)
    yield practice.original(field), own
    for code in Language.values:
        text = getattr(practice, f"{field}_{code}")
        mark = practice.translation_marks.get(code, {}).get(field, "")
        if code != own and text and not mark.startswith(MACHINE):
            yield text, code


def _for_harvest(rows: QuerySet) -> QuerySet:
    return rows.select_related("country", "organization").prefetch_related("topics")


def _begin(text: str) -> datetime:
    """The beginning of a day, or a second, in UTC; raises ValueError."""
    form = "%Y-%m-%d" if len(text) == len("2026-01-01") else MOMENT
    return datetime.strptime(text, form).replace(tzinfo=UTC)


def _end(text: str) -> datetime:
    """What is just beyond it: both ends belong to a selection."""
    step = timedelta(days=1) if len(text) == len("2026-01-01") else timedelta(seconds=1)
    return _begin(text) + step


def is_moment(text: str) -> bool:
    """Whether it is a day or a second as OAI-PMH writes them."""
    try:
        _begin(text)
    except ValueError:
        return False
    return True
