"""Where a person stands in the fora, read once per request, and what follows from it for reading.

Every `visible_to` of the fora is made of the three conditions at the end of this file.
"""

from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from network.choices import Role

from ..choices import LEADING, Access, Capacity, PostState, SpaceState

ROLES = {
    Capacity.MODERATOR: Role.MODERATOR,
    Capacity.FACILITATOR: Role.FACILITATOR,
    Capacity.CHAIR: Role.CHAIR,
}
"""The role of the Network that a place in a space counts with: when it ends, the place is worth nothing."""

READ = (SpaceState.OPEN.value, SpaceState.ARCHIVED.value)
OF_AUTHOR = (
    PostState.DRAFT.value,
    PostState.PENDING.value,
    PostState.REJECTED.value,
    PostState.PUBLISHED.value,
    PostState.HIDDEN.value,
)
OF_MODERATORS = (
    PostState.PENDING.value,
    PostState.REJECTED.value,
    PostState.PUBLISHED.value,
    PostState.HIDDEN.value,
    PostState.WITHDRAWN.value,
)
KEPT = "_fora_standing"


class Standing(NamedTuple):
    """What a person may do where: keys of spaces by what they are there.

    `takes_part`: has a role of the Network, so reads and writes what is the members'. `everywhere`: staff
    manager. `entered`: let in by name, in whatever capacity.
    """

    user_id: int | None
    takes_part: bool
    everywhere: bool
    entered: frozenset[int]
    moderated: frozenset[int]
    led: frozenset[int]

    def moderates(self, space_id: int) -> bool:
        """Whether the person moderates this space."""
        return self.everywhere or space_id in self.moderated

    def leads(self, space_id: int) -> bool:
        """Whether the person is facilitator or chair of this space."""
        return space_id in self.led


NOBODY = Standing(None, False, False, frozenset(), frozenset(), frozenset())


def standing_of(user: Any) -> Standing:
    """Where the person stands; one query, kept with the person (not a lazy wrapper), as the grants are."""
    if user is None or user.is_anonymous or not user.is_active:
        return NOBODY
    kept: Standing | None = getattr(user, KEPT, None)
    if kept is None:
        kept = _read(user)
        setattr(user, KEPT, kept)
    return kept


def forget_standing(user: Any) -> None:
    """Read it anew at the next use."""
    if getattr(user, KEPT, None) is not None:
        delattr(user, KEPT)


def _read(user: Any) -> Standing:
    if not user.grants:
        return NOBODY._replace(user_id=user.pk)
    from .prepared import MOMENT, USER, read_rows  # it imports this module

    entered, moderated, led = set(), set(), set()
    rows = read_rows(_places_of, None, {USER: user.pk, MOMENT: timezone.now()})
    for space_id, capacity in rows:
        role = ROLES.get(capacity)
        if role is not None and not user.has_role(role):
            continue
        entered.add(space_id)
        if capacity == Capacity.MODERATOR:
            moderated.add(space_id)
        elif capacity in LEADING:
            led.add(space_id)
    return Standing(
        user.pk,
        True,
        user.has_role(Role.STAFF_MANAGER),
        frozenset(entered),
        frozenset(moderated),
        frozenset(led),
    )


def _places_of(_user: Any) -> QuerySet:
    from .prepared import MOMENT, USER  # as above

    SpaceGrant = apps.get_model("fora", "SpaceGrant")  # models import this module
    return SpaceGrant.objects.in_force(MOMENT).filter(user=USER).values_list("space_id", "capacity")


def readable_spaces(user: Any, prefix: str = "") -> Q:
    """Spaces that a person may read; `prefix` is the way to them, such as "thread__space__"."""
    who = standing_of(user)
    if who.everywhere:
        return Q()
    open_to = [Access.PUBLIC.value, *([Access.MEMBERS.value] if who.takes_part else [])]
    allowed = Q(**{f"{prefix}access__in": open_to, f"{prefix}state__in": READ})
    if who.entered:
        allowed |= Q(**{f"{prefix}pk__in": sorted(who.entered), f"{prefix}state__in": READ})
    if prepared := who.moderated | who.led:
        allowed |= Q(**{f"{prefix}pk__in": sorted(prepared)})
    return allowed


def readable_threads(user: Any, prefix: str = "") -> Q:
    """Threads that a person may know of: those with published posts, the own, what waits for moderators."""
    who = standing_of(user)
    allowed = Q(**{f"{prefix}visible_count__gt": 0, f"{prefix}is_hidden": False})
    if who.user_id is not None:
        allowed |= Q(**{f"{prefix}starter": who.user_id})
    if who.everywhere:
        allowed |= Q(**{f"{prefix}submitted_at__isnull": False})
    elif who.moderated:
        moderated = {f"{prefix}space__in": sorted(who.moderated), f"{prefix}submitted_at__isnull": False}
        allowed |= Q(**moderated)
    return readable_spaces(user, f"{prefix}space__") & allowed


def readable_posts(user: Any, prefix: str = "") -> Q:
    """Posts whose text a person may read: where space, thread and state all allow it."""
    who, thread = standing_of(user), f"{prefix}thread__"
    allowed = Q(**{f"{prefix}state": PostState.PUBLISHED.value, f"{thread}is_hidden": False})
    if who.user_id is not None:
        own = Q(**{f"{prefix}author": who.user_id, f"{prefix}state__in": OF_AUTHOR})
        allowed |= own & (Q(**{f"{thread}is_hidden": False}) | Q(**{f"{thread}starter": who.user_id}))
    if who.everywhere:
        allowed |= Q(**{f"{prefix}state__in": OF_MODERATORS})
    elif who.moderated:
        moderated = {f"{thread}space__in": sorted(who.moderated), f"{prefix}state__in": OF_MODERATORS}
        allowed |= Q(**moderated)
    return readable_spaces(user, f"{thread}space__") & allowed


def readable_revisions(user: Any, prefix: str = "") -> Q:
    """Revisions that a person may read: those that were published and not hidden since; to the author and
    to moderators all that were submitted. None of a post that they may not read, none that was wiped."""
    who = standing_of(user)
    allowed = Q(**{f"{prefix}published_at__isnull": False, f"{prefix}is_hidden": False})
    if who.everywhere:
        allowed = Q()
    elif who.user_id is not None:
        allowed |= Q(**{f"{prefix}post__author": who.user_id, f"{prefix}is_hidden": False})
        if who.moderated:
            allowed |= Q(**{f"{prefix}post__thread__space__in": sorted(who.moderated)})
    wiped = Q(**{f"{prefix}wiped_at__isnull": True})
    return readable_posts(user, f"{prefix}post__") & allowed & wiped


NEWEST_FIRST = (F("last_visible_at").desc(), F("id").desc())
