"""Proposals: what the score finds for a record, and what the Secretariat sees by itself."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import User
from network.querysets.in_bulk import change_all
from network.ui.plain_text import clean_text

from ...choices.assistance import AssistanceKind, AssistanceState
from ...choices.cooperation import MatchOrigin, MatchState
from ...models import Assistance, Match
from ...rules.assistance import is_staff_manager
from ..assistance.news import tell_of_matches
from ..errors import MovedError, NoFitError
from .scoring import Fit, fits


@transaction.atomic
def find_matches(*, record: int) -> list[Match]:
    """Propose what fits an open record best, and tell both sides of what is new; returns the new ones.

    A proposal that nobody has answered gets its score and reasons anew. Nothing for a record that does not
    stand open, of a state that takes no part, or for what the Secretariat asks of all states.
    """
    row = (
        Assistance.objects.select_for_update(of=("self",), no_key=True)
        .select_related("country", "organization__state")
        .filter(pk=record, state=AssistanceState.PUBLISHED)
        .first()
    )
    if row is None or row.is_call or (row.country and not row.country.is_active):
        return []
    new: list[Match] = []
    if row.kind == AssistanceKind.REQUEST or row.is_two_way:
        new += _store(row, fits(row, as_request=True), as_request=True)
    if row.kind == AssistanceKind.OFFER or row.is_two_way:
        new += _store(row, fits(row, as_request=False), as_request=False)
    tell_of_matches(row, new)
    return new


def _store(record: Assistance, found: list[Fit], *, as_request: bool) -> list[Match]:
    pairs = {((fit.other, record.pk) if as_request else (record.pk, fit.other)): fit for fit in found}
    own = {"request": record.pk} if as_request else {"offer": record.pk}
    kept = {(match.offer_id, match.request_id): match for match in Match.objects.filter(**own)}
    open_again = [
        kept[pair]
        for pair in pairs
        if pair in kept and kept[pair].state == MatchState.PROPOSED and kept[pair].origin == MatchOrigin.SCORE
    ]
    for match in open_again:
        fit = pairs[(match.offer_id, match.request_id)]
        match.score, match.reasons = fit.score, fit.reasons
    change_all(open_again, ["score", "reasons"])
    Match.objects.bulk_create(
        [
            Match(
                offer_id=offer,
                request_id=request,
                score=fit.score,
                reasons=fit.reasons,
                origin=MatchOrigin.SCORE,
            )
            for (offer, request), fit in pairs.items()
            if (offer, request) not in kept
        ],
        ignore_conflicts=True,  # another record's search may have found the pair in this moment
    )
    fresh = [pair for pair in pairs if pair not in kept]
    others = [offer if as_request else request for offer, request in fresh]
    side = {"offer__in": others} if as_request else {"request__in": others}
    return list(Match.objects.filter(**own, **side).for_list().order_by("-score", "pk"))


@transaction.atomic
def propose_by_hand(*, offer: Assistance, request: Assistance, by: User, note: str = "") -> Match:
    """The Secretariat proposes a pair that it sees itself, with a word why; scored if a topic is shared.

    Raises PermissionDenied; NoFitError for what does not stand open, or is both of one party; MovedError
    when the pair is proposed already.
    """
    if not is_staff_manager(by):
        raise PermissionDenied
    _check_pair(offer, request)
    kept = Match.objects.filter(offer=offer, request=request).first()
    if kept is not None:
        raise MovedError(kept)
    fit = next(
        (fit for fit in fits(request, as_request=True, most=500) if fit.other == offer.pk),
        Fit(offer.pk, 0, []),
    )
    match = Match.objects.create(
        offer=offer,
        request=request,
        score=fit.score,
        reasons=[*fit.reasons, {"code": "staff", "points": 0}],
        origin=MatchOrigin.STAFF,
        proposed_by=by,
        note=clean_text(note)[:1000],
    )
    tell_of_matches(request, [match])
    return match


def _check_pair(offer: Assistance, request: Assistance) -> None:
    gives = offer.kind == AssistanceKind.OFFER or offer.is_two_way
    asks = request.kind == AssistanceKind.REQUEST or request.is_two_way
    same = (offer.country_id, offer.organization_id) == (request.country_id, request.organization_id)
    if not (gives and asks and offer.is_open and request.is_open) or same:
        raise NoFitError
