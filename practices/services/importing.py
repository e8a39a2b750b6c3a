"""Rows of the questionnaire become drafts, by the steps that the wizard takes; few statements for many."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.l10n.services.staleness import follow_new
from network.models import MemberState, Organization, User
from network.querysets.in_bulk import add_all

from ..choices import Depth
from ..models import Practice, TransitionEvent
from ..models.parts import Part
from ..rules import can_edit, can_start
from .drafting import NEW_ORGANIZATION, SectionData, fill, new_draft, only_organization, started
from .organizations import name_organization
from .parts import new_parts

KIND = "practices.questionnaire"


class Draft(NamedTuple):
    """What a row says: how full it is, and its sections by their slugs."""

    depth: Depth
    sections: Mapping[str, SectionData]


@transaction.atomic
def draft_practices(
    *, by: User, country: MemberState, language: str, drafts: Sequence[Draft]
) -> list[Practice]:
    """Begin drafts of the state and write their sections. Raises PermissionDenied."""
    if not can_start(by, country.pk):
        raise PermissionDenied
    own, named = only_organization(by, country), dict[str, Organization]()
    made, links = [], []
    for draft in drafts:
        practice = new_draft(by, country, language, draft.depth, own)
        if not can_edit(by, practice):
            raise PermissionDenied
        links.append(fill(practice, by, _with_organizations(practice, draft.sections, named)))
        made.append(practice)
    add_all(made)
    TransitionEvent.objects.bulk_create(started(practice) for practice in made)
    _link(made, links)
    _add_parts(made, drafts)
    follow_new(made)
    return made


def _with_organizations(
    practice: Practice, sections: Mapping[str, SectionData], named: dict[str, Organization]
) -> dict[str, SectionData]:
    """The sections with the organization that is named in them; each name is looked up once."""
    found = dict(sections)
    for slug, data in sections.items():
        name = data.values.get(NEW_ORGANIZATION)
        if name and not data.values.get("organization"):
            if name not in named:
                named[name] = name_organization(practice=practice, name=name)
            found[slug] = SectionData({**data.values, "organization": named[name]}, data.parts)
    return found


def _link(practices: Iterable[Practice], links: Iterable[Mapping[str, Iterable[Any]]]) -> None:
    """Topics and kinds of crime, one statement for each."""
    pairs: dict[str, set[tuple[int, Any]]] = {}
    for practice, sets in zip(practices, links, strict=True):
        for name, keys in sets.items():
            pairs.setdefault(name, set()).update((practice.pk, getattr(key, "pk", key)) for key in keys)
    for name, found in pairs.items():
        field: Any = Practice._meta.get_field(name)
        columns = field.m2m_column_name(), field.m2m_reverse_name()
        through = field.remote_field.through
        through.objects.bulk_create(
            through(**dict(zip(columns, pair, strict=True))) for pair in sorted(found)
        )


def _add_parts(practices: Iterable[Practice], drafts: Iterable[Draft]) -> None:
    """Building blocks, partners, outcomes and evaluations, one statement for each kind."""
    parts: dict[type[Part], list[Part]] = {}
    for practice, draft in zip(practices, drafts, strict=True):
        lists = chain.from_iterable(data.parts.items() for data in draft.sections.values())
        for name, rows in lists:
            for part in new_parts(practice, name, rows):
                parts.setdefault(type(part), []).append(part)
    for found in parts.values():
        add_all(found)
