"""Closed lists of the database of good practices, its sections and its state machine."""

from .facets import FACET_GROUPS, FacetGroup
from .instrument import (
    CRITERIA,
    INSTRUMENT,
    NOTES,
    REVIEWERS,
    Direction,
    Grade,
    Quality,
    Strength,
    Studies,
)
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
from .reviews import ReviewEnd
from .sections import SECTIONS, Section, section_by_slug, sections_of
from .states import TRANSITIONS, Actor, PracticeState, Transition, transitions_from

__all__ = [
    "CRITERIA",
    "FACET_GROUPS",
    "INSTRUMENT",
    "NOTES",
    "RECORD_FIELDS",
    "REVIEWERS",
    "SECTIONS",
    "TRANSITIONS",
    "Actor",
    "AdoptionEffort",
    "Approach",
    "Depth",
    "Direction",
    "EvaluationDesign",
    "FacetGroup",
    "GenderFocus",
    "Grade",
    "Licence",
    "MaterialKind",
    "PopulationReach",
    "PracticeState",
    "PreventionLevel",
    "Provenance",
    "Quality",
    "ReachBasis",
    "ReviewEnd",
    "Scale",
    "Section",
    "Sector",
    "Strength",
    "Studies",
    "Transition",
    "Unit",
    "section_by_slug",
    "sections_of",
    "transitions_from",
]
