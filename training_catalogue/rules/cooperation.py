"""Who may do what with a match and a cooperation: both sides, and the Secretariat where the tables say so."""

from network.models import User

from ..choices.cooperation import COOPERATION_STEPS, MATCH_STEPS, CooperationState
from ..choices.parties import Actor, Side, Transition
from ..models import Cooperation, Match
from .assistance import is_staff_manager, sides_of

SIDES = {Actor.PROVIDER: Side.PROVIDER, Actor.REQUESTER: Side.REQUESTER}


def _has(actor: Actor, user: User, match: Match) -> bool:
    if actor == Actor.MODERATOR:
        return is_staff_manager(user)
    return SIDES[actor] in sides_of(user, match)


def match_step(user: User, match: Match, verb: str) -> Transition | None:
    """The row of the table by which `user` may take `verb` now; None when there is none."""
    return next(
        (
            row
            for row in MATCH_STEPS
            if row.verb == verb
            and row.source == match.state
            and any(_has(actor, user, match) for actor in row.actors)
        ),
        None,
    )


def can_move_match(user: User, match: Match, verb: str) -> bool:
    """Whether `user` may take `verb` with `match` now."""
    return user.is_authenticated and match_step(user, match, verb) is not None


def cooperation_step(user: User, cooperation: Cooperation, verb: str) -> Transition | None:
    """The row of the table by which `user` may take `verb` now; None when there is none.

    Terms are agreed by the side that did not write them last.
    """
    for row in COOPERATION_STEPS:
        if row.verb != verb or row.source != cooperation.state:
            continue
        actors = [actor for actor in row.actors if _has(actor, user, cooperation.match)]
        if verb == "agree":
            actors = [actor for actor in actors if SIDES[actor] != cooperation.terms_side]
        if actors:
            return row
    return None


def can_move_cooperation(user: User, cooperation: Cooperation, verb: str) -> bool:
    """Whether `user` may take `verb` with `cooperation` now."""
    return user.is_authenticated and cooperation_step(user, cooperation, verb) is not None


def can_write_terms(user: User, cooperation: Cooperation) -> bool:
    """Both sides, until the terms are agreed."""
    return (
        user.is_authenticated
        and cooperation.state == CooperationState.PROPOSED
        and bool(sides_of(user, cooperation.match))
    )


def can_report(user: User, cooperation: Cooperation) -> bool:
    """Both sides, while it is under way."""
    return (
        user.is_authenticated
        and cooperation.state == CooperationState.UNDER_WAY
        and bool(sides_of(user, cooperation.match))
    )
