"""Closed lists of the database of good practices, its sections and its state machine."""

from .facets import FACET_GROUPS, FacetGroup
from .lists import (
    AdoptionEffort,
    Approach,
    Depth,
    EvaluationDesign,
    GenderFocus,
    Licence,
    MaterialKind,
    PopulationReach,
    PreventionLevel,
    Provenance,
    ReachBasis,
    Scale,
    Sector,
    Unit,
)
from .record_fields import RECORD_FIELDS
from .sections import SECTIONS, Section, section_by_slug, sections_of
from .states import TRANSITIONS, Actor, PracticeState, Transition, transitions_from

__all__ = [
    "FACET_GROUPS",
    "RECORD_FIELDS",
    "SECTIONS",
    "TRANSITIONS",
    "Actor",
    "AdoptionEffort",
    "Approach",
    "Depth",
    "EvaluationDesign",
    "FacetGroup",
    "GenderFocus",
    "Licence",
    "MaterialKind",
    "PopulationReach",
    "PracticeState",
    "PreventionLevel",
    "Provenance",
    "ReachBasis",
    "Scale",
    "Section",
    "Sector",
    "Transition",
    "Unit",
    "section_by_slug",
    "sections_of",
    "transitions_from",
]
