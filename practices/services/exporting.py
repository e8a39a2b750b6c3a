"""A search of practices as a table: a row per practice, for spreadsheets and programs.

`evidence_by_outcome` has the strength and direction of each of the `outcomes`, in their order: the search
finds a practice by any of them. `strength_as_a_whole` and `direction_as_a_whole` are the practice's own.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from network.ui.addresses import absolute

from ..choices.instrument import StrengthFacet
from ..models import Outcome, Practice

COLUMNS = (
    "identifier",
    "url",
    "title",
    "title_language",
    "summary",
    "summary_language",
    "state",
    "organization",
    "topics",
    "prevention_level",
    "population_reach",
    "approaches",
    "iccs_sections",
    "scale",
    "places",
    "started_on",
    "ended_on",
    "is_ongoing",
    "age_from",
    "age_until",
    "gender_focus",
    "reached_from",
    "reached_until",
    "reach_basis",
    "cost_amount",
    "cost_currency",
    "outcomes",
    "evaluations",
    "evidence_by_outcome",
    "strength_as_a_whole",
    "direction_as_a_whole",
    "rated_at",
    "adoption_effort",
    "offers_assistance",
    "depth",
    "version",
    "source_language",
    "licence",
    "source_document",
    "is_example",
    "published_at",
    "changed_at",
)
LONG = ("title", "summary", "url", "organization", "outcomes")
MOST = 10_000  # practices in one file, the newest
AT_ONCE = 500
PARTS = ("topics", "iccs_sections", "outcomes", "evaluations")


def practice_rows(found: Any, language: str) -> Iterator[tuple[Any, ...]]:
    """Rows of COLUMNS, the newest first, read in parts."""
    rows = found.select_related("organization").prefetch_related(*PARTS).order_by("-published_at", "-pk")
    for practice in islice(rows.iterator(chunk_size=AT_ONCE), MOST):
        yield _row(practice, language)


def _row(practice: Practice, language: str) -> tuple[Any, ...]:
    title, summary = practice.passage("title", language), practice.passage("summary", language)
    return (
        practice.identifier,
        absolute(f"/{language}/practices/{practice.identifier}/"),
        title.text,
        title.language,
        summary.text,
        summary.language,
        practice.country_id,
        practice.organization.name if practice.organization else "",
        " ".join(sorted(topic.pk for topic in practice.topics.all())),
        practice.prevention_level,
        practice.population_reach,
        " ".join(practice.approaches),
        " ".join(sorted(section.pk for section in practice.iccs_sections.all())),
        practice.scale,
        practice.passage("places", language).text,
        practice.started_on,
        practice.ended_on,
        practice.is_ongoing,
        practice.age_from,
        practice.age_until,
        practice.gender_focus,
        practice.reached_from,
        practice.reached_until,
        practice.reach_basis,
        practice.cost_amount,
        practice.cost_currency,
        "; ".join(outcome.passage("indicator", language).text for outcome in practice.outcomes.all()),
        " ".join(study.design for study in practice.evaluations.all()),
        "; ".join(evidence_of(outcome) for outcome in practice.outcomes.all()),
        practice.rated_strength,
        practice.rated_direction,
        practice.rated_at,
        practice.adoption_effort,
        practice.offers_assistance,
        practice.depth,
        practice.version,
        practice.source_language,
        practice.licence,
        practice.source_document,
        practice.is_demonstration,
        practice.published_at,
        practice.changed_at,
    )


def evidence_of(outcome: Outcome) -> str:
    """Strength and direction as lists are filtered by: "moderate-positive"; or "not_rated"."""
    if not outcome.strength:
        return StrengthFacet.NOT_RATED.value
    return "-".join(part for part in (outcome.strength, outcome.direction) if part)
