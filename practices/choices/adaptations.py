"""The way of an adaptation, as data: nothing that is not in this table can happen; and how lists find it."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.choices import Region
from network.search.choices import FacetGroup

from .states import Actor


class AdaptationState(models.TextChoices):
    """Where an adaptation is on its way from a form to the public."""

    DRAFT = "draft", _("Draft")
    AWAITING_CLEARANCE = "awaiting_clearance", _("Awaiting clearance")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class AdaptationTransition(NamedTuple):
    """One allowed step: `source` None means that it begins, `target` None that it is thrown away."""

    verb: str
    source: AdaptationState | None
    target: AdaptationState | None
    actors: tuple[Actor, ...]
    needs_comment: bool = False


_S, _A = AdaptationState, Actor
_WRITTEN = (_S.DRAFT, _S.RETURNED)
ADAPTATION_STEPS: tuple[AdaptationTransition, ...] = (
    AdaptationTransition("start", None, _S.DRAFT, (_A.CONTRIBUTOR, _A.FOCAL_POINT)),
    AdaptationTransition("ask_clearance", _S.DRAFT, _S.AWAITING_CLEARANCE, (_A.CONTRIBUTOR,)),
    AdaptationTransition("send_back", _S.AWAITING_CLEARANCE, _S.DRAFT, (_A.FOCAL_POINT,), needs_comment=True),
    *(
        AdaptationTransition("submit", place, _S.SUBMITTED, (_A.FOCAL_POINT,))
        for place in (_S.DRAFT, _S.AWAITING_CLEARANCE, _S.RETURNED)
    ),
    AdaptationTransition("link", _S.PUBLISHED, _S.PUBLISHED, (_A.FOCAL_POINT,)),
    AdaptationTransition("publish", _S.SUBMITTED, _S.PUBLISHED, (_A.SCREENER,)),
    AdaptationTransition("return", _S.SUBMITTED, _S.RETURNED, (_A.SCREENER,), needs_comment=True),
    AdaptationTransition("decline", _S.SUBMITTED, _S.DECLINED, (_A.SCREENER,), needs_comment=True),
    AdaptationTransition(
        "withdraw", _S.PUBLISHED, _S.WITHDRAWN, (_A.FOCAL_POINT, _A.STAFF_MANAGER), needs_comment=True
    ),
    *(AdaptationTransition("delete", place, None, (_A.AUTHOR, _A.FOCAL_POINT)) for place in _WRITTEN),
)
"""The rows from a form to the public. "link" names the practice of the state that came of it meanwhile."""

IN_WRITERS_HANDS = _WRITTEN
READ_BY_SCREENERS = (_S.SUBMITTED, _S.RETURNED, _S.DECLINED, _S.WITHDRAWN)

ADAPTATION_FACETS = (
    FacetGroup("state", _("State"), by_count=True),
    FacetGroup("topic", _("Topic"), all_of=True, by_count=True),
    FacetGroup("region", _("Region"), Region),
    FacetGroup("year", _("Year of publication")),
)
"""By what lists of adaptations are filtered."""
