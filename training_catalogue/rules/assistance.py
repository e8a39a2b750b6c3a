"""Who may do what with an offer or a request; one predicate per capacity, one rule per step of its way."""

import rules

from network.choices import Role
from network.models import User

from ..choices.assistance import ASSISTANCE_STEPS, IN_WRITERS_HANDS, AssistanceState
from ..choices.cooperation import MatchState
from ..choices.parties import Actor, Side, Transition
from ..models import Assistance, Match


@rules.predicate
def writes_assistance(user: User) -> bool:
    """Writes for a state or an organization, or manages the portal."""
    return user.is_authenticated and (
        bool(user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        or bool(user.bodies(Role.PROVIDER_EDITOR))
        or user.has_role(Role.STAFF_MANAGER)
    )


@rules.predicate
def is_moderator(user: User) -> bool:
    """Reads what is submitted, for the Secretariat."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER, Role.SCREENER)


@rules.predicate
def is_staff_manager(user: User) -> bool:
    """Manages the portal for the Secretariat."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


def speaks_for_party(user: User, record: Assistance) -> bool:
    """Focal point of the state, or provider editor of the organization."""
    if not user.is_authenticated:
        return False
    if record.country_id:
        return user.has_role(Role.FOCAL_POINT, state=record.country_id)
    return record.organization_id in user.bodies(Role.PROVIDER_EDITOR)


def contributes(user: User, record: Assistance) -> bool:
    """Drafts for the state; staff managers draft for every state and organization."""
    if not user.is_authenticated:
        return False
    if is_staff_manager(user):
        return True
    return record.country_id is not None and user.has_role(Role.CONTRIBUTOR, state=record.country_id)


def is_author(user: User, record: Assistance) -> bool:
    """Began it, and still writes for its party."""
    return record.author_id == user.pk and (contributes(user, record) or speaks_for_party(user, record))


def is_disinterested_moderator(user: User, record: Assistance) -> bool:
    """Of the Secretariat, neither its author nor one of the party's own people."""
    return (
        is_moderator(user)
        and record.author_id != user.pk
        and not speaks_for_party(user, record)
        and (is_staff_manager(user) or not contributes(user, record))
    )


CAPACITIES = {
    Actor.AUTHOR: is_author,
    Actor.CONTRIBUTOR: contributes,
    Actor.SPOKESPERSON: speaks_for_party,
    Actor.MODERATOR: is_disinterested_moderator,
    Actor.PORTAL: lambda user, record: False,
}


def acts_for(actor: Actor, user: User, record: Assistance) -> bool:
    """Whether `user` has the capacity `actor` with regard to `record`."""
    return user.is_authenticated and CAPACITIES[actor](user, record)


def can_step(user: User, record: Assistance, verb: str) -> bool:
    """Whether `user` may move `record` by `verb` from where it is now; trust is the service's to check."""
    return any(
        acts_for(actor, user, record)
        for row in ASSISTANCE_STEPS
        if row.verb == verb and row.source == record.state
        for actor in row.actors
    )


def can_write(user: User, record: Assistance) -> bool:
    """Whether `user` may change the words of `record`: in its writers' hands, or the own once published.

    What the Rapporteur recorded stays as it was recorded.
    """
    if record.is_recorded:
        return False
    if record.state in (AssistanceState.PUBLISHED, AssistanceState.HIDDEN):
        return speaks_for_party(user, record)
    return record.state in IN_WRITERS_HANDS and (speaks_for_party(user, record) or contributes(user, record))


def can_write_for(user: User, *, iso2: str | None = None, organization: int | None = None) -> bool:
    """Whether `user` may begin a record of this state or organization."""
    return writes_assistance(user) and (
        is_staff_manager(user)
        or (iso2 is not None and user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, state=iso2))
        or (organization is not None and organization in user.bodies(Role.PROVIDER_EDITOR))
    )


def sides_of(user: User, match: Match) -> set[Side]:
    """The sides of a match that the person speaks for."""
    found = set()
    if speaks_for_party(user, match.offer):
        found.add(Side.PROVIDER)
    if speaks_for_party(user, match.request):
        found.add(Side.REQUESTER)
    return found


def is_awaited(match: Match, side: Side) -> bool:
    """Whether this side has yet to say something."""
    awaited = {
        MatchState.PROPOSED: (Side.PROVIDER, Side.REQUESTER),
        MatchState.AWAITING_PROVIDER: (Side.PROVIDER,),
        MatchState.AWAITING_REQUESTER: (Side.REQUESTER,),
    }
    return side in awaited.get(MatchState(match.state), ())


def steps_open_to(user: User, record: Assistance) -> list[Transition]:
    """Steps that the person may take now, in the order of the table, each verb once."""
    rows = {
        row.verb: row
        for row in ASSISTANCE_STEPS
        if row.source == record.state and can_step(user, record, row.verb)
    }
    return list(rows.values())


rules.add_rule("training.write_assistance", writes_assistance)
rules.add_rule("training.moderate_assistance", is_moderator)
