"""Closed lists of matches and of the cooperations that come of them, and their ways as tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .parties import Actor, Transition


class MatchOrigin(models.TextChoices):
    """Who saw that the two fit."""

    SCORE = "score", _("Found by the portal")
    STAFF = "staff", _("Proposed by the Secretariat")


class MatchState(models.TextChoices):
    """How far the two sides of a match have come."""

    PROPOSED = "proposed", _("Proposed")
    AWAITING_PROVIDER = "awaiting_provider", _("Who asks agrees; who offers is awaited")
    AWAITING_REQUESTER = "awaiting_requester", _("Who offers agrees; who asks is awaited")
    AGREED = "agreed", _("Both sides agree")
    DECLINED = "declined", _("Declined")


class CooperationState(models.TextChoices):
    """How far a cooperation has come."""

    PROPOSED = "proposed", _("Being agreed")
    AGREED = "agreed", _("Agreed")
    UNDER_WAY = "under_way", _("Under way")
    COMPLETED = "completed", _("Completed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


_M, _C, _A = MatchState, CooperationState, Actor
_BOTH = (_A.PROVIDER, _A.REQUESTER)
MATCH_STEPS: tuple[Transition, ...] = (
    Transition("propose", None, _M.PROPOSED, (_A.MODERATOR,)),
    Transition("agree", _M.PROPOSED, _M.AWAITING_PROVIDER, (_A.REQUESTER,)),
    Transition("agree", _M.PROPOSED, _M.AWAITING_REQUESTER, (_A.PROVIDER,)),
    Transition("agree", _M.AWAITING_PROVIDER, _M.AGREED, (_A.PROVIDER,)),
    Transition("agree", _M.AWAITING_REQUESTER, _M.AGREED, (_A.REQUESTER,)),
    *(
        Transition("decline", place, _M.DECLINED, _BOTH)
        for place in (_M.PROPOSED, _M.AWAITING_PROVIDER, _M.AWAITING_REQUESTER)
    ),
)
"""Where both sides are one person's, the first agreement is that of who asks (the order of the rows)."""

COOPERATION_STEPS: tuple[Transition, ...] = (
    Transition("start", None, _C.PROPOSED, _BOTH),
    Transition("agree", _C.PROPOSED, _C.AGREED, _BOTH),
    Transition("begin", _C.AGREED, _C.UNDER_WAY, _BOTH),
    Transition("complete", _C.UNDER_WAY, _C.COMPLETED, _BOTH),
    *(
        Transition("withdraw", place, _C.WITHDRAWN, (*_BOTH, _A.MODERATOR), needs_comment=True)
        for place in (_C.PROPOSED, _C.AGREED, _C.UNDER_WAY)
    ),
)
"""Terms are agreed by the side that did not write them last; only what has a report is completed."""

OPEN_MATCHES = (_M.PROPOSED, _M.AWAITING_PROVIDER, _M.AWAITING_REQUESTER)
PUBLIC_COOPERATIONS = (_C.AGREED, _C.UNDER_WAY, _C.COMPLETED)
