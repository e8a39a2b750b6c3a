"""A space from its first line to its opening: who keeps it changes texts and hours, staff who may read."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from network.models import User

from ...choices import RESERVED, Access, SpaceKind, SpaceState
from ...models import FinalReport, Space
from ...rules import keeps
from ..spaces import change_space, create_space, open_space

TEXTS = ("title", "description", "concept_note")
WIDTH = {Access.PRIVATE: 0, Access.MEMBERS: 1, Access.PUBLIC: 2}


def lock_kept(space: Space, by: User) -> Space:
    """The space as it stands, until the end of the transaction, for who keeps it; raises PermissionDenied."""
    row = Space.objects.unfiltered().select_for_update(no_key=True).get(pk=space.pk)
    if not keeps(by, row):
        raise PermissionDenied
    return row


@transaction.atomic
def begin_space(
    *, kind: SpaceKind, source_language: str, by: User, changes: Mapping[str, Any], slug: str = ""
) -> Space:
    """Begin a space, in preparation: only who leads it and staff see it.

    `changes` as in `prepare_space`; `slug` is made from the title when it is empty, and never changes.
    Raises PermissionDenied, ValidationError by field.
    """
    slug = slug or free_slug(changes.get(f"title_{source_language}", ""))
    if slug in RESERVED or Space.objects.unfiltered().filter(slug=slug).exists():
        raise ValidationError({"slug": _("This address is taken. Choose another.")})
    columns = {name: value for name, value in changes.items() if name != "topics"}
    _check(Space(kind=kind, source_language=source_language, **columns), before=None)
    space = create_space(by=by, slug=slug, kind=kind, source_language=source_language, **columns)
    space.topics.set(changes.get("topics", ()))
    return space


@transaction.atomic
def prepare_space(*, space: Space, by: User, changes: Mapping[str, Any]) -> Space:
    """Change what a space says, its hours and place; staff managers also who reads it.

    `changes` by column (title_es, closes_at, topics …). Raises PermissionDenied, also for a column that the
    person may not change; ValidationError by field: hours the wrong way or past, a closed circle made wider.
    """
    before = lock_kept(space, by)
    columns = {name: value for name, value in changes.items() if name != "topics"}
    after = Space.objects.unfiltered().get(pk=before.pk)
    for name, value in columns.items():
        setattr(after, name, value)
    _check(after, before=before)
    row = change_space(space=before, by=by, **columns)
    if "topics" in changes:
        row.topics.set(changes["topics"])
    return row


@transaction.atomic
def open_prepared(*, space: Space, by: User) -> Space:
    """Let the readers of a space in; a virtual forum takes posts from its first hour on.

    Raises PermissionDenied, ValidationError when something is missing. A second time changes nothing.
    """
    row = lock_kept(space, by)
    if row.state != SpaceState.PREPARATION:
        return row
    if missing := missing_for_opening(row):
        raise ValidationError(missing)
    return open_space(space=row, by=by)


def missing_for_opening(space: Space) -> list[str]:
    """What has to be there before readers come."""
    missing = []
    if not space.original("title") or not space.original("description"):
        missing.append(_("Write a title and what the space is for."))
    if space.kind == SpaceKind.VIRTUAL and space.has_closed:
        missing.append(_("The last hour of this forum has passed. Set new hours first."))
    if space.kind == SpaceKind.FACE_TO_FACE and not (space.place and space.starts_on):
        missing.append(_("Say where and when the forum meets."))
    return missing


def free_slug(title: str) -> str:
    """An address made from a title that no other space has."""
    stem = slugify(title)[:50].strip("-") or "forum"
    taken = (
        set(Space.objects.unfiltered().filter(slug__startswith=stem).values_list("slug", flat=True))
        | RESERVED
    )
    if stem not in taken:
        return stem
    return next(f"{stem}-{number}" for number in range(2, len(taken) + 3) if f"{stem}-{number}" not in taken)


def _check(space: Space, before: Space | None) -> None:
    """Raises ValidationError by field; what has passed already may stay as it was."""
    was = before.closes_at if before else None
    faults = check_hours(
        space.opens_at, space.closes_at, was=was, needed=space.kind == SpaceKind.VIRTUAL
    ) | check_days(space.starts_on, space.ends_on)
    if before is not None and _is_widened(before, space):
        faults["access"] = _(
            "People have written here for a closed circle: it cannot be opened to more readers now."
        )
    if before is not None and was != space.closes_at and _is_reported(before):
        faults["closes_at"] = _("The final report is published: the forum stays closed.")
    if faults:
        raise ValidationError(faults)


def _is_reported(space: Space) -> bool:
    return FinalReport.objects.published().filter(space=space).exists()


def check_hours(
    opens_at: datetime | None, closes_at: datetime | None, *, was: datetime | None, needed: bool = False
) -> dict[str, str]:
    """What is wrong with hours; those that have passed may stay as they were."""
    if needed and (opens_at is None or closes_at is None):
        missing = _("A virtual forum has a first and a last hour: enter both.")
        return {"opens_at" if opens_at is None else "closes_at": missing}
    if closes_at is None:
        return {}
    if opens_at is None:
        return {"opens_at": _("Enter the first hour too.")}
    if closes_at <= opens_at:
        return {"closes_at": _("The last hour must come after the first.")}
    if closes_at != was and closes_at <= timezone.now():
        return {"closes_at": _("The last hour must lie in the future.")}
    return {}


def check_days(starts_on: date | None, ends_on: date | None) -> dict[str, str]:
    """What is wrong with the days of a forum face to face."""
    if ends_on is None:
        return {}
    if starts_on is None:
        return {"starts_on": _("Enter the first day too.")}
    return {"ends_on": _("The last day must not come before the first.")} if ends_on < starts_on else {}


def _is_widened(before: Space, after: Space) -> bool:
    if WIDTH[Access(after.access)] <= WIDTH[Access(before.access)]:
        return False
    return before.threads.filter(last_seq__gt=0).exists()
