"""Projects of the Fund: written down and changed by fund officers; their history is kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.models import MemberState, Topic, User

from .. import rules
from ..models import Project
from .reference import the_fund


@dataclass(frozen=True, kw_only=True)
class About:
    """What is said about a project; texts in `language`."""

    identifier: str
    title: str
    summary: str
    language: str
    implementer: str
    state: str
    starts_on: dt.date
    ends_on: dt.date | None
    topics: Sequence[Topic] = field(default=())
    states: Sequence[MemberState] = field(default=())
    practices: Sequence[str] = field(default=())


@transaction.atomic
def record_project(*, about: About, by: User, is_demonstration: bool = False) -> Project:
    """Write a project down. Raises PermissionDenied, ValidationError by field."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    if Project.objects.filter(identifier=about.identifier).exists():
        raise ValidationError({"identifier": _("Another project has this identifier.")})
    return _write(Project(fund=the_fund(), is_demonstration=is_demonstration), about)


@transaction.atomic
def change_project(*, project: Project, about: About, by: User) -> Project:
    """Change what is said about a project; its identifier stays. Raises PermissionDenied, ValidationError."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    return _write(Project.objects.select_for_update().get(pk=project.pk), about)


def _write(project: Project, about: About) -> Project:
    if about.ends_on and about.ends_on < about.starts_on:
        raise ValidationError({"ends_on": _("The last day comes before the first.")})
    for name in ("implementer", "state", "starts_on", "ends_on"):
        setattr(project, name, getattr(about, name))
    project.identifier = project.identifier or about.identifier
    project.source_language = about.language
    for name in ("title", "summary"):
        setattr(project, f"{name}_{about.language}", getattr(about, name))
    project.practices = list(about.practices)
    project.save()
    project.topics.set(about.topics)
    project.states.set(about.states)
    return project
