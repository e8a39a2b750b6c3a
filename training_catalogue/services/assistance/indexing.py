"""How offers and requests are found: what of them goes into their search rows."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.search.registry import Entry, Indexer
from network.search.services.entries import approved_languages, entries_in_languages, facets_from

from ...choices.assistance import AssistanceKind
from ...models import Assistance

OFFER, REQUEST = AssistanceKind.OFFER.value, AssistanceKind.REQUEST.value
TEXTS = ("description", "conditions", "in_return", "contact_unit", "on_behalf_of")
SHOWN = ("title", "description")


def assistance_indexers() -> list[Indexer]:
    """Offers and requests, for network.search; each kind has a list of its own."""
    return [
        Indexer(
            kind=OFFER,
            label=_("Offer"),
            label_plural=_("Offers of assistance"),
            entries=assistance_entries,
            ids=_ids(OFFER),
            list_url="training:assistance_list",
        ),
        Indexer(
            kind=REQUEST,
            label=_("Request"),
            label_plural=_("Requests for assistance"),
            entries=assistance_entries,
            ids=_ids(REQUEST),
            list_url="training:assistance_list",
        ),
    ]


def _ids(kind: str) -> Callable[[], list[int]]:
    return partial(_published, kind)


def _published(kind: str) -> list[int]:
    return list(Assistance.objects.published().filter(kind=kind).values_list("pk", flat=True))


def assistance_entries(ids: Sequence[int]) -> Iterator[Entry]:
    """Entries of the published ones among these: the original, and each language that has a translation."""
    for record in Assistance.objects.published().filter(pk__in=ids).for_list():
        yield from entries_of(record)


def entries_of(record: Assistance) -> Iterator[Entry]:
    """The entries of one record read with its party and topics."""
    translated = [
        code
        for code in Language.values
        if code != record.source_language and getattr(record, f"title_{code}")
    ]
    yield from entries_in_languages(
        record,
        translated,
        lambda code: {
            "body": "\n".join(text for name in TEXTS if (text := getattr(record, f"{name}_{code}"))),
            "names": _names(record, code),
        },
        summary="description",
        address=f"training/assistance/{record.pk}/",
        facets=facets_of(record),
        display=_display(record, translated),
    )


def facets_of(record: Assistance) -> list[str]:
    """What a record is filtered by, as "group:value"."""
    region = home_of(record)
    single = {
        "state": record.country_id,
        "region": region.region if region else "",
        "party": "states" if record.country_id else "organizations",
        "costs": record.cost_sharing,
        "priority": record.priority,
        "both": "yes" if record.is_two_way else "",
        "origin": record.recorded_by,
        "year": record.published_at and record.published_at.year,
    }
    topics = list(record.topics.all())
    several: dict[str, Sequence[Any]] = {
        "topic": [topic.pk for topic in topics],
        "theme": [topic.parent_id for topic in topics],
        "modality": record.modalities,
        "language": record.languages,
        "audience": record.addressed_to,
    }
    return facets_from(single, several)


def home_of(record: Assistance) -> Any:
    """The member state of the party: the state itself, or that of the organization; None without one."""
    return record.country if record.country_id else record.organization.state


def _display(record: Assistance, translated: list[str]) -> dict[str, Any]:
    """What a list shows of it besides title and summary."""
    return {
        "state": record.country_id or "",
        "organization": "" if record.country_id else record.organization.name,
        "organization_language": "" if record.country_id else record.organization.name_language,
        "topics": sorted(topic.pk for topic in record.topics.all()),
        "modalities": record.modalities,
        "languages": record.languages,
        "priority": record.priority,
        "costs": record.cost_sharing,
        "both": record.is_two_way,
        "recorded": record.is_recorded,
        "strength": record.strength,
        "ends_on": record.ends_on.isoformat() if record.ends_on else "",
        "sample": record.is_demonstration,
        "source": record.source_language,
        "translated": translated,
        "approved": approved_languages(translated, [record]),
    }


def _names(record: Assistance, code: str) -> str:
    """Names by which people look for it."""
    names = [
        getattr(record.country, f"name_{code}") if record.country_id else record.organization.name,
        *(getattr(topic, f"name_{code}") for topic in sorted(record.topics.all(), key=lambda each: each.pk)),
        record.practice_named,
    ]
    return "\n".join(name for name in names if name)
