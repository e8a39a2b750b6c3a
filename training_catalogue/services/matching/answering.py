"""What both sides say to a match; when both agree, a cooperation begins."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User
from network.ui.plain_text import clean_text

from ...choices.cooperation import MATCH_STEPS, MatchState
from ...choices.parties import Side
from ...models import Match
from ...rules.assistance import is_awaited, sides_of
from ...rules.cooperation import match_step
from ..assistance.news import tell_side
from ..cooperating.terms import start_cooperation
from ..errors import MovedError


@transaction.atomic
def agree_to_match(*, match: Match, by: User) -> Match:
    """Agree for one's side; with the second agreement a cooperation begins.

    Raises PermissionDenied for who speaks for neither side, MovedError when nothing is awaited from theirs.
    """
    row, side = _lock(match, by, "agree")
    now = timezone.now()
    if side == Side.PROVIDER:
        row.provider_agreed_at = now
    else:
        row.requester_agreed_at = now
    row.state = MatchState(_target(row.state, side))
    row.save()
    if row.state == MatchState.AGREED:
        start_cooperation(match=row, by=by)
    else:
        other = row.request if side == Side.PROVIDER else row.offer
        tell_side("assistance.match_agreed", row, other, by)
    return row


@transaction.atomic
def decline_match(*, match: Match, by: User, reason: str = "") -> Match:
    """Decline for one's side, with a reason if one likes; the other side is told when it had agreed."""
    row, side = _lock(match, by, "decline")
    other_agreed = row.state != MatchState.PROPOSED
    row.state, row.closed_by, row.decline_reason = MatchState.DECLINED, by, clean_text(reason)[:1000]
    row.save()
    if other_agreed:
        other = row.request if side == Side.PROVIDER else row.offer
        tell_side("assistance.match_declined", row, other, by)
    return row


def _lock(match: Match, by: User, verb: str) -> tuple[Match, Side]:
    """The match as it stands now, and for which side the person speaks."""
    row = Match.objects.select_for_update(of=("self",)).for_list().get(pk=match.pk)
    sides = sides_of(by, row)
    if not sides:
        raise PermissionDenied
    if match_step(by, row, verb) is None or not (row.offer.is_open and row.request.is_open):
        raise MovedError(row)
    side = next(
        (each for each in (Side.REQUESTER, Side.PROVIDER) if each in sides and is_awaited(row, each)),
        next(iter(sides)),
    )
    return row, side


def _target(source: str, side: Side) -> str:
    return next(
        str(row.target)
        for row in MATCH_STEPS
        if row.verb == "agree" and row.source == source and side.value in row.actors
    )
