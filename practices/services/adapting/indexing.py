"""How adaptations are found: what of them goes into their search rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.search.registry import Entry, Indexer
from network.search.services.entries import (
    approved_languages,
    entries_in_languages,
    facets_from,
)

from ...models import Adaptation

KIND = "adaptation"
TEXTS = ("places", "kept", "changed", "contact_unit")


def adaptation_indexer() -> Indexer:
    """Published adaptations, for network.search."""
    return Indexer(
        kind=KIND,
        label=_("Adaptation"),
        label_plural=_("Adaptations of practices"),
        entries=adaptation_entries,
        ids=published_ids,
        version=2,
    )


def published_ids() -> list[int]:
    """Keys of all adaptations that are to be found."""
    return list(Adaptation.objects.published().values_list("pk", flat=True))


def adaptation_entries(ids: Sequence[int]) -> Iterator[Entry]:
    """Entries of the published ones among these: the original, and each language that has a translation."""
    found = Adaptation.objects.published().filter(pk__in=ids)
    for adaptation in found.select_related("country", "organization", "origin").prefetch_related("topics"):
        yield from entries_of(adaptation)


def entries_of(adaptation: Adaptation) -> Iterator[Entry]:
    """The entries of one adaptation read with its sides and topics."""
    translated = [
        code
        for code in Language.values
        if code != adaptation.source_language and getattr(adaptation, f"title_{code}")
    ]
    yield from entries_in_languages(
        adaptation,
        translated,
        lambda code: {
            "body": "\n".join(text for name in TEXTS if (text := getattr(adaptation, f"{name}_{code}"))),
            "names": _names(adaptation, code),
        },
        summary="result",
        address=f"practices/adaptations/{adaptation.pk}/",
        facets=facets_of(adaptation),
        display={
            "state": adaptation.country_id,
            "origin": adaptation.origin.identifier,
            "from": adaptation.started_on[:4],
            "until": adaptation.ended_on[:4],
            "sample": adaptation.wants_sample_sign,
            "source": adaptation.source_language,
            "translated": translated,
            "approved": approved_languages(translated, [adaptation]),
        },
    )


def facets_of(adaptation: Adaptation) -> list[str]:
    """What an adaptation is filtered by, as "group:value"."""
    topics = list(adaptation.topics.all())
    single = {
        "state": adaptation.country_id,
        "region": adaptation.country.region,
        "year": adaptation.published_at and adaptation.published_at.year,
    }
    several = {"topic": [topic.pk for topic in topics], "theme": [topic.parent_id for topic in topics]}
    return facets_from(single, several)


def _names(adaptation: Adaptation, code: str) -> str:
    """Names by which people look for it."""
    names: list[Any] = [adaptation.origin.identifier, getattr(adaptation.country, f"name_{code}")]
    names += [adaptation.organization.name if adaptation.organization else ""]
    names += [
        getattr(topic, f"name_{code}") for topic in sorted(adaptation.topics.all(), key=lambda each: each.pk)
    ]
    return "\n".join(name for name in names if name)
