"""The terms of a cooperation: written by one side, agreed to by the other."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Language
from network.l10n.services.staleness import follow_whole
from network.models import User

from ...choices.cooperation import CooperationState
from ...choices.parties import Side
from ...models import Cooperation, CooperationStep, Match
from ...rules.assistance import sides_of
from ...rules.cooperation import can_write_terms
from ..assistance.news import tell_of_cooperation, tell_side
from ..errors import StaleError

TEXTS = ("title", "objective", "activities")


@dataclass(frozen=True)
class Terms:
    """What the form holds, written in `language`."""

    language: Language | str
    title: str
    objective: str
    activities: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


def start_cooperation(*, match: Match, by: User) -> Cooperation:
    """Both sides agree: the cooperation begins, with the request's title until somebody writes the terms."""
    request = match.request
    language = request.source_language
    cooperation = Cooperation.objects.create(
        match=match,
        source_language=language,
        is_demonstration=request.is_demonstration or match.offer.is_demonstration,
        **{f"title_{language}": request.original("title")},
    )
    CooperationStep.objects.create(
        cooperation=cooperation, verb="start", to_state=CooperationState.PROPOSED, by=by
    )
    tell_of_cooperation("assistance.cooperation_started", cooperation, by)
    return cooperation


@transaction.atomic
def write_terms(*, cooperation: Cooperation, by: User, terms: Terms, revision: int) -> Cooperation:
    """Write or change the terms for one's side; the other side is asked to agree to them as they are now.

    Raises PermissionDenied; StaleError when someone saved them since `revision`.
    """
    row = lock_cooperation(cooperation)
    if not can_write_terms(by, row):
        raise PermissionDenied
    if row.revision != revision:
        raise StaleError
    side = _side(by, row)
    before, now = row.source_language, Language(terms.language)
    for name in TEXTS:
        if before != now:
            setattr(row, f"{name}_{before}", "")
        setattr(row, f"{name}_{now}", getattr(terms, name))
    row.source_language = now
    row.starts_on, row.ends_on = terms.starts_on, terms.ends_on
    row.terms_side, row.terms_by = side, by
    row.revision += 1
    row.save()
    follow_whole(row)
    if row.has_terms:
        other = row.match.request if side == Side.PROVIDER else row.match.offer
        tell_side("assistance.terms_written", row, other, by)
    return row


def lock_cooperation(cooperation: Cooperation) -> Cooperation:
    """The cooperation as it stands now, with both records, locked until the transaction ends."""
    return Cooperation.objects.select_for_update(of=("self",)).for_list().get(pk=cooperation.pk)


def _side(by: User, cooperation: Cooperation) -> Side:
    """For which side the person writes; who speaks for both writes for who asks."""
    sides = sides_of(by, cooperation.match)
    return Side.REQUESTER if Side.REQUESTER in sides else Side.PROVIDER
