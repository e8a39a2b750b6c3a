"""Who is in a space, by the member state or the organization for which they are there."""

from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Prefetch

from network.models import Membership, RoleGrant

from ..choices import Capacity
from ..models import Space, SpaceGrant
from .authors import SPEAKING

ORDER = (Capacity.CHAIR, Capacity.FACILITATOR, Capacity.MEMBER)


class Member(NamedTuple):
    """A person as the others of the space know them."""

    name: str
    capacity: str
    office: str
    state: str


def members_by_state(space: Space, user: Any) -> list[tuple[str, list[Member]]]:
    """Those of the members that the reader may know of: by state, then those who are there for none.

    Chairs come first. Four queries, whoever many they are.
    """
    verified = Membership.objects.filter(organization__is_verified=True).order_by("pk")
    speaking = RoleGrant.objects.effective().filter(role__in=SPEAKING).select_related("state")
    grants = (
        SpaceGrant.objects.visible_to(user)
        .in_force()
        .filter(space=space, capacity__in=ORDER, user__is_active=True)
        .select_related("user")
        .prefetch_related(
            Prefetch("user__memberships", verified.select_related("organization__state"), to_attr="offices"),
            Prefetch("user__role_grants", speaking, to_attr="speaking"),
        )
    )
    found: dict[int, tuple[int, Member]] = {}
    for grant in grants:
        place = ORDER.index(Capacity(grant.capacity))
        if grant.user_id not in found or place < found[grant.user_id][0]:
            found[grant.user_id] = (place, _member(grant))
    rows = sorted(found.values(), key=lambda row: (not row[1].state, row[1].state, row[0], row[1].name))
    return [(state, [row[1] for row in group]) for state, group in groupby(rows, lambda row: row[1].state)]


def _member(grant: SpaceGrant) -> Member:
    user: Any = grant.user
    office = user.offices[0].organization if user.offices else None
    states = sorted(each.state.name for each in user.speaking if each.state)
    state = states[0] if states else (office.state.name if office and office.state else "")
    return Member(user.full_name, grant.get_capacity_display(), office.name if office else "", state)
