"""How practices are found: what of a record goes into its search rows."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from network.choices import Language
from network.models import SourceTextModel
from network.search.registry import Entry, Indexer
from network.search.services.entries import (
    address_without_language,
    approved_languages,
    entries_in_languages,
    facets_from,
)

from ..choices import EvaluationDesign
from ..choices.instrument import StrengthFacet
from ..models import Practice

KIND = "practice"
PARTS = ("building_blocks", "outcomes", "evaluations", "materials", "ratings")
SPECIMEN = "GP-0000-0000"
NOT_SEARCHED = {"title", "summary", "source_note"}


def practice_indexer() -> Indexer:
    """Published practices, for network.search."""
    return Indexer(
        kind=KIND,
        label=_("Practice"),
        label_plural=_("Practices"),
        entries=practice_entries,
        ids=published_ids,
        list_url="practices:list",
        version=3,
    )


def published_ids() -> list[int]:
    """Keys of all practices that are to be found."""
    return list(Practice.objects.published().values_list("pk", flat=True))


def practice_entries(ids: Sequence[int]) -> Iterator[Entry]:
    """Entries of the published ones among these: the original, and each language that has a translation."""
    found = (
        Practice.objects.published()
        .filter(pk__in=ids)
        .select_related("country", "organization")
        .prefetch_related("topics", "iccs_sections", "partners", *PARTS)
    )
    for practice in found:
        yield from entries_of(practice)


def entries_of(practice: Practice) -> Iterator[Entry]:
    """The entries of one practice read with all that belongs to it."""
    parts = [part for name in PARTS for part in getattr(practice, name).all()]
    translated = [
        code for code in Language.values if code != practice.source_language and _has(practice, code)
    ]
    files = _files(practice)
    yield from entries_in_languages(
        practice,
        translated,
        lambda code: {
            "body": _texts(practice, parts, code),
            "names": _names(practice, code),
            "files": files if code == practice.source_language else "",
        },
        address=address_without_language("practices:detail", SPECIMEN, practice.identifier),
        facets=facets_of(practice),
        display=_display(practice, parts, translated),
    )


def facets_of(practice: Practice) -> list[str]:
    """What the practice is filtered by, as "group:value"."""
    topics = list(practice.topics.all())
    single = {
        "state": practice.country_id,
        "region": practice.country.region,
        "level": practice.prevention_level,
        "population": practice.population_reach,
        "scale": practice.scale,
        "origin": practice.source_language,
        "depth": practice.depth,
        "year": practice.published_at and practice.published_at.year,
        "assistance": "yes" if practice.offers_assistance else "",
        "evaluated": "yes" if _is_evaluated(practice) else "",
    }
    several = {
        "topic": [topic.pk for topic in topics],
        "theme": [topic.parent_id for topic in topics],
        "approach": practice.approaches,
        "iccs": [section.pk for section in practice.iccs_sections.all()],
        **_evidence(practice),
    }
    return facets_from(single, several)


def _evidence(practice: Practice) -> dict[str, list[str]]:
    """Strengths and directions of the rated outcomes, each by itself and together."""
    rated = [outcome for outcome in practice.outcomes.all() if outcome.strength]
    pairs = [(outcome.strength, outcome.direction) for outcome in rated]
    return {
        "strength": sorted({strength for strength, _direction in pairs}) or [StrengthFacet.NOT_RATED],
        "direction": sorted({direction for _strength, direction in pairs if direction}),
        "evidence": sorted({f"{strength}-{direction}" for strength, direction in pairs if direction}),
    }


def _is_evaluated(practice: Practice) -> bool:
    return any(study.design != EvaluationDesign.NONE for study in practice.evaluations.all())


def _display(practice: Practice, parts: Sequence[SourceTextModel], translated: list[str]) -> dict[str, Any]:
    """What a list shows of it besides title and summary."""
    return {
        "identifier": practice.identifier,
        "state": practice.country_id,
        "depth": practice.depth,
        "assistance": bool(practice.offers_assistance),
        "record": practice.is_ministerial_record,
        "sample": practice.is_demonstration,
        "level": practice.prevention_level,
        "strength": practice.rated_strength,
        "direction": practice.rated_direction,
        "source": practice.source_language,
        "translated": translated,
        "approved": approved_languages(translated, [practice, *parts]),
    }


def _has(practice: Practice, code: str) -> bool:
    """Whether the record was translated: a title that stands in its own language is no translation."""
    own_title = practice.language_of("title") == code
    names = [name for name in _fields(practice) if not (name == "title" and own_title)]
    return any(getattr(practice, f"{name}_{code}") for name in names)


@cache
def _fields_of(model: type[SourceTextModel]) -> list[str]:
    """Names of the columns that exist per language; sorted, because the registry keeps them in a set."""
    return sorted(translator.get_options_for_model(model).fields)


def _fields(record: SourceTextModel) -> list[str]:
    return _fields_of(type(record))


def _texts(practice: Practice, parts: Sequence[SourceTextModel], code: str) -> str:
    """Everything written in one language, except title and summary."""
    texts = [getattr(practice, f"{name}_{code}") for name in _fields(practice) if name not in NOT_SEARCHED]
    texts += [getattr(part, f"{name}_{code}") for part in parts for name in _fields(part)]
    return "\n".join(text for text in texts if text)


def _names(practice: Practice, code: str) -> str:
    """Names by which people look for it."""
    names = [practice.identifier, getattr(practice.country, f"name_{code}")]
    names += [practice.organization.name if practice.organization else ""]
    names += [
        getattr(topic, f"name_{code}") for topic in sorted(practice.topics.all(), key=lambda topic: topic.pk)
    ]
    names += [partner.name for partner in practice.partners.all()]
    return "\n".join(name for name in names if name)


def _files(practice: Practice) -> str:
    return "\n".join(
        material.extracted_text for material in practice.materials.all() if material.extracted_text
    )
