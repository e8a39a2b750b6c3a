"""Closed lists of offers and requests of assistance, and their way as a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .parties import Actor, Transition


class AssistanceKind(models.TextChoices):
    """Whether help is offered or asked for."""

    OFFER = "offer", _("Offer")
    REQUEST = "request", _("Request")


class Modality(models.TextChoices):
    """In which shape help comes."""

    ADVICE = "advice", _("Advice")
    EXPERTS = "experts", _("Experts on site")
    TRAINING = "training", _("Training")
    EXCHANGE = "exchange", _("Study visit or exchange")
    METHODS = "methods", _("Methods and tools")
    INFORMATION = "information", _("Information and data")
    EQUIPMENT = "equipment", _("Equipment or technology")


class CostSharing(models.TextChoices):
    """Who bears the costs."""

    FREE = "free", _("Free of charge for the receiving side")
    SHARED = "shared", _("Costs are shared")
    RECEIVER = "receiver", _("The receiving side bears the costs")
    OPEN = "open", _("To be agreed")


class Priority(models.TextChoices):
    """How pressing a need is."""

    HIGH = "high", pgettext_lazy("priority", "High")
    MEDIUM = "medium", pgettext_lazy("priority", "Medium")
    LOW = "low", pgettext_lazy("priority", "Low")


class Strength(models.TextChoices):
    """How firm the words of a delegation were; empty where it was specific."""

    GENERAL = "general", _("A general commitment or wish")
    PARTICIPATION = "participation", _("Taking part rather than giving")


class RecordedBy(models.TextChoices):
    """Who put the record into the portal."""

    PARTY = "party", _("Entered by the state or organization")
    RAPPORTEUR = "rapporteur", _("As recorded by the Rapporteur")
    CALL = "call", _("A call of the Secretariat to the member states")


class AssistanceState(models.TextChoices):
    """Where an offer or a request is on its way."""

    DRAFT = "draft", _("Draft")
    AWAITING_CLEARANCE = "awaiting_clearance", _("Awaiting clearance")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    DECLINED = "declined", _("Declined")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", pgettext_lazy("offer or request", "Hidden: not confirmed for a year")
    CLOSED = "closed", pgettext_lazy("offer or request", "Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


_S, _A = AssistanceState, Actor
_WRITABLE = (_S.DRAFT, _S.RETURNED)
_BEFORE = (_S.DRAFT, _S.AWAITING_CLEARANCE, _S.RETURNED)
ASSISTANCE_STEPS: tuple[Transition, ...] = (
    Transition("start", None, _S.DRAFT, (_A.CONTRIBUTOR, _A.SPOKESPERSON)),
    Transition("record", None, _S.PUBLISHED, (_A.PORTAL,)),
    *(Transition("ask_clearance", place, _S.AWAITING_CLEARANCE, (_A.CONTRIBUTOR,)) for place in _WRITABLE),
    Transition("send_back", _S.AWAITING_CLEARANCE, _S.DRAFT, (_A.SPOKESPERSON,), needs_comment=True),
    *(Transition("submit", place, _S.SUBMITTED, (_A.SPOKESPERSON,)) for place in _BEFORE),
    *(
        Transition("publish_own", place, _S.PUBLISHED, (_A.SPOKESPERSON,), needs_trust=True)
        for place in _BEFORE
    ),
    Transition("publish", _S.SUBMITTED, _S.PUBLISHED, (_A.MODERATOR,)),
    Transition("return", _S.SUBMITTED, _S.RETURNED, (_A.MODERATOR,), needs_comment=True),
    Transition("decline", _S.SUBMITTED, _S.DECLINED, (_A.MODERATOR,), needs_comment=True),
    *(Transition("confirm", place, _S.PUBLISHED, (_A.SPOKESPERSON,)) for place in (_S.PUBLISHED, _S.HIDDEN)),
    Transition("hide", _S.PUBLISHED, _S.HIDDEN, (_A.PORTAL,)),
    *(Transition("close", place, _S.CLOSED, (_A.SPOKESPERSON,)) for place in (_S.PUBLISHED, _S.HIDDEN)),
    Transition("fulfil", _S.PUBLISHED, _S.CLOSED, (_A.PORTAL,)),
    Transition("reopen", _S.CLOSED, _S.PUBLISHED, (_A.SPOKESPERSON,)),
    *(
        Transition("withdraw", place, _S.WITHDRAWN, (_A.SPOKESPERSON, _A.MODERATOR), needs_comment=True)
        for place in (_S.PUBLISHED, _S.HIDDEN, _S.CLOSED)
    ),
    *(Transition("delete", place, None, (_A.AUTHOR, _A.SPOKESPERSON)) for place in _WRITABLE),
)
"""The way of an offer or a request.

The first one of a state or an organization goes through the Secretariat; who has one that was published
publishes the next alone ("publish_own"), and the Secretariat may withdraw it. A request is met ("fulfil")
when a cooperation that came of it is completed. What the Rapporteur noted is "record"ed by `load_assistance`.
Whoever speaks for the party "confirm"s once a year that it stands; the portal "hide"s what nobody confirms.
"""

READ_BY_ALL = (_S.PUBLISHED, _S.CLOSED)
IN_WRITERS_HANDS = _WRITABLE
