"""Spaces: made, changed, opened, closed, archived; who is what in them."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Role
from network.l10n.services.staleness import follow_whole, stand_for
from network.models import RoleGrant, User

from ..choices import RESERVED, Capacity, SpaceState
from ..models import Post, Space, SpaceGrant, Thread
from ..querysets import forget_standing
from ..querysets.standing import ROLES
from ..rules import is_staff_manager, keeps
from .errors import ConflictError
from .following_text import hide_texts, show_later
from .news import leaders_of, tell_of_space
from .notices import followers_of_space

READERS = ("access", "state")
WORDS = ("title_", "description_", "concept_note_")
OF_KEEPERS = frozenset(
    {"opens_at", "closes_at", "place", "starts_on", "ends_on", "live_url", "recording_url"}
)
"""What who leads a space says about it besides its words."""


@transaction.atomic
def create_space(*, by: User, slug: str, **fields: Any) -> Space:
    """Make a space, in preparation at first. Raises PermissionDenied, ValidationError."""
    if not is_staff_manager(by):
        raise PermissionDenied
    if slug in RESERVED:
        raise ValidationError({"slug": _("This address is taken. Choose another.")})
    space = Space(slug=slug, created_by=by, **fields)
    _check(space)
    space.save()
    return space


@transaction.atomic
def change_space(*, space: Space, by: User, **fields: Any) -> Space:
    """Change a space; who leads it changes words, hours and place, staff managers all of it but its address.

    When fewer people read it than before, its posts leave search at once. Raises PermissionDenied,
    ValidationError.
    """
    row = Space.objects.unfiltered().select_for_update(no_key=True).get(pk=space.pk)
    others = {name for name in fields if not name.startswith(WORDS)} - OF_KEEPERS
    if "slug" in fields or not (is_staff_manager(by) or (keeps(by, row) and not others)):
        raise PermissionDenied
    before = tuple(getattr(row, name) for name in READERS)
    for name, value in fields.items():
        setattr(row, name, value)
    _check(row)
    row.save()
    if before != tuple(getattr(row, name) for name in READERS):
        _follow_readers(row)
    return row


def _check(space: Space) -> None:
    """Raises ValidationError, by field."""
    if not space.original("title"):
        raise ValidationError({f"title_{space.source_language}": _("Give the space a title.")})
    space.clean_fields(exclude=["title", "description", "concept_note"])
    if space.closes_at is not None and (space.opens_at is None or space.closes_at <= space.opens_at):
        raise ValidationError({"closes_at": _("A forum closes after it has opened.")})
    space.validate_constraints()


def _follow_readers(space: Space) -> None:
    """Others read the space now: search and translations of all that is in it follow."""
    posts = Post.objects.unfiltered().filter(thread__space=space)
    hide_texts(posts, is_public=space.is_public)
    threads = Thread.objects.unfiltered().filter(space=space)
    keys = [str(key) for key in threads.values_list("pk", flat=True)]
    stand_for("fora.thread", keys, is_readable=False, is_public=space.is_public)
    follow_whole(space)
    for thread in threads:
        show_later(thread)


@transaction.atomic
def grant_in_space(
    *,
    space: Space,
    user: User,
    capacity: Capacity,
    by: User | None,
    reason: str,
    ends_at: datetime | None = None,
) -> SpaceGrant:
    """Give somebody a place in a space: staff managers all, who leads a working group its members.

    Moderators, facilitators and chairs need the role of the Network too: it is given along. A second time
    changes nothing. `by` None is the portal's own set-up. Raises PermissionDenied; nobody lets oneself in.
    """
    if by is not None and (by.pk == user.pk or not _may_grant(by, space, capacity)):
        raise PermissionDenied
    role = ROLES.get(capacity)
    if role is not None:
        _give_role(user, role, by, reason)
    over = SpaceGrant.objects.filter(space=space, user=user, capacity=capacity, revoked_at=None)
    over.filter(ends_at__lte=timezone.now()).update(revoked_at=timezone.now())
    grant, _created = SpaceGrant.objects.get_or_create(
        space=space,
        user=user,
        capacity=capacity,
        revoked_at=None,
        defaults={"granted_by": by, "reason": reason, "ends_at": ends_at},
    )
    forget_standing(user)
    return grant


def _may_grant(by: User, space: Space, capacity: Capacity) -> bool:
    return is_staff_manager(by) or (capacity == Capacity.MEMBER and keeps(by, space))


def _give_role(user: User, role: Role, by: User | None, reason: str) -> None:
    from network.services import grant_role  # late: it would be read before the apps are

    if not RoleGrant.objects.effective().filter(user=user, role=role).exists():
        grant_role(user=user, role=role, reason=reason, by=by)


@transaction.atomic
def revoke_in_space(*, grant: SpaceGrant, by: User, reason: str = "") -> SpaceGrant:
    """End a place now; the log says why. Raises PermissionDenied, ConflictError when it is over."""
    row = SpaceGrant.objects.select_for_update(of=("self",)).select_related("space", "user").get(pk=grant.pk)
    if not _may_grant(by, row.space, Capacity(row.capacity)):
        raise PermissionDenied
    if row.revoked_at is not None:
        raise ConflictError
    row.revoked_at, row.revoked_by, row.revoked_reason = timezone.now(), by, reason
    row.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
    forget_standing(row.user)
    return row


@transaction.atomic
def open_space(*, space: Space, by: User) -> Space:
    """Show a space that was in preparation to its readers. Raises PermissionDenied."""
    return change_space(space=space, by=by, state=SpaceState.OPEN)


@transaction.atomic
def archive_space(*, space: Space, by: User) -> Space:
    """Keep a space for reading alone. Raises PermissionDenied."""
    return change_space(space=space, by=by, state=SpaceState.ARCHIVED)


@transaction.atomic
def close_space(*, space: Space) -> bool:
    """Tell followers and leaders that a forum is over; whether this was the first time.

    That it takes no more posts follows from its hour, not from this.
    """
    row = Space.objects.unfiltered().select_for_update(no_key=True).get(pk=space.pk)
    if not row.has_closed or row.closing_told_at is not None:
        return False
    row.closing_told_at = timezone.now()
    row.save(update_fields=["closing_told_at"])
    tell_of_space("fora.closed", row, followers_of_space(row), once=f"fora.closed:{row.pk}")
    tell_of_space("fora.report_due", row, leaders_of(row), once=f"fora.report_due:{row.pk}")
    return True


def close_spaces() -> int:
    """Tell of all that are over; gives how many."""
    return sum(close_space(space=space) for space in Space.objects.unfiltered().closed_untold())
