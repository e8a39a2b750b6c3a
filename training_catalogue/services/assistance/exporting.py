"""Offers, requests, cooperations and gaps as rows and records of files."""

from collections.abc import Iterator
from typing import Any

from network.ui.addresses import absolute

from ...models import Assistance
from ..needs.gaps import Gap

PART = 500  # records read at a time
COLUMNS = (
    "id",
    "kind",
    "party_state",
    "party_organization",
    "title",
    "title_language",
    "description",
    "topics",
    "modalities",
    "languages",
    "addressed_to",
    "starts_on",
    "ends_on",
    "cost_sharing",
    "priority",
    "is_two_way",
    "recorded_by",
    "strength",
    "on_behalf_of",
    "reported_by",
    "source_document",
    "source_place",
    "published_at",
    "url",
)
LONG = ("title", "description", "source_document", "url")
GAP_COLUMNS = (
    "topic",
    "name",
    "needs",
    "needs_in_documents",
    "states_in_survey",
    "open_requests",
    "courses",
    "offers",
    "cooperations_completed",
    "situation",
)


def assistance_rows(found: Any) -> Iterator[list[Any]]:
    """A row per record of a selection, oldest first, in the reader's language where it is translated."""
    last = 0
    while part := list(found.filter(pk__gt=last).order_by("pk").for_list()[:PART]):
        for record in part:
            yield _row(record)
        last = part[-1].pk


def _row(record: Assistance) -> list[Any]:
    title, description = record.passage("title"), record.passage("description")
    return [
        record.pk,
        record.kind,
        record.country_id,
        None if record.country_id else record.organization.name,
        title.text,
        title.language,
        description.text,
        " ".join(sorted(topic.pk for topic in record.topics.all())),
        " ".join(record.modalities),
        " ".join(record.languages),
        " ".join(record.addressed_to),
        record.starts_on,
        record.ends_on,
        record.cost_sharing,
        record.priority,
        record.is_two_way,
        record.recorded_by,
        record.strength,
        record.passage("on_behalf_of").text,
        record.reported_by,
        record.source_document,
        record.source_place,
        record.published_at,
        absolute(record.get_absolute_url()),
    ]


def gap_rows(found: list[Gap]) -> Iterator[list[Any]]:
    """A row per topic."""
    for gap in found:
        yield [
            gap.topic,
            gap.name,
            gap.needs,
            gap.documented,
            gap.ranked,
            gap.requests,
            gap.courses,
            gap.offers,
            gap.completed,
            gap.situation.value,
        ]
