"""The way of a practice, as data: nothing that is not in this table can happen."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .lists import Depth


class PracticeState(models.TextChoices):
    """Where a practice is on its way from a form to the public."""

    DRAFT = "draft", _("Draft")
    AWAITING_CLEARANCE = "awaiting_clearance", _("Awaiting clearance")
    SUBMITTED = "submitted", _("Submitted")
    SCREENING = "screening", _("In screening")
    RETURNED = "returned", _("Returned")
    IN_REVIEW = "in_review", _("In review")
    CONSENSUS = "consensus", _("Consensus between reviewers")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    UNDER_APPEAL = "under_appeal", _("Under appeal")
    DECLINED_FOR_GOOD = "declined_for_good", _("Declined for good")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Actor(models.TextChoices):
    """In which capacity somebody moves a practice."""

    AUTHOR = "author", _("Author")
    CONTRIBUTOR = "contributor", _("Contributor")
    FOCAL_POINT = "focal_point", _("Focal point")
    SCREENER = "screener", _("Screener")
    REVIEWER = "reviewer", _("Reviewer")
    STAFF_MANAGER = "staff_manager", _("Staff manager")
    OTHER_MANAGER = "other_manager", _("Staff manager who did not decide before")


class Transition(NamedTuple):
    """One allowed step: `verb` names it, `source` None means that the practice begins."""

    verb: str
    source: PracticeState | None
    target: PracticeState | None
    actors: tuple[Actor, ...]
    depth: Depth | None = None
    needs_complete: bool = False
    needs_comment: bool = False


_S, _A = PracticeState, Actor
TRANSITIONS: tuple[Transition, ...] = (
    Transition("start", None, _S.DRAFT, (_A.CONTRIBUTOR, _A.FOCAL_POINT)),
    Transition("ask_clearance", _S.DRAFT, _S.AWAITING_CLEARANCE, (_A.CONTRIBUTOR,), needs_complete=True),
    Transition("submit", _S.DRAFT, _S.SUBMITTED, (_A.FOCAL_POINT,), needs_complete=True),
    Transition("submit", _S.AWAITING_CLEARANCE, _S.SUBMITTED, (_A.FOCAL_POINT,), needs_complete=True),
    Transition("send_back", _S.AWAITING_CLEARANCE, _S.DRAFT, (_A.FOCAL_POINT,), needs_comment=True),
    Transition("claim", _S.SUBMITTED, _S.SCREENING, (_A.SCREENER,)),
    Transition("return", _S.SCREENING, _S.RETURNED, (_A.SCREENER,), needs_comment=True),
    Transition("decline", _S.SCREENING, _S.DECLINED, (_A.SCREENER,), needs_comment=True),
    Transition("publish", _S.SCREENING, _S.PUBLISHED, (_A.SCREENER,), needs_complete=True),
    Transition("review", _S.SCREENING, _S.IN_REVIEW, (_A.SCREENER,), depth=Depth.FULL, needs_complete=True),
    Transition("review", _S.PUBLISHED, _S.IN_REVIEW, (_A.SCREENER,), depth=Depth.FULL),
    Transition("differ", _S.IN_REVIEW, _S.CONSENSUS, (_A.REVIEWER,)),
    *(
        Transition(verb, source, target, (_A.SCREENER,), needs_complete=complete, needs_comment=True)
        for source in (_S.IN_REVIEW, _S.CONSENSUS)
        for verb, target, complete in (
            ("publish", _S.PUBLISHED, True),
            ("return", _S.RETURNED, False),
            ("decline", _S.DECLINED, False),
        )
    ),
    Transition("submit", _S.RETURNED, _S.SUBMITTED, (_A.FOCAL_POINT,), needs_complete=True),
    Transition("appeal", _S.DECLINED, _S.UNDER_APPEAL, (_A.FOCAL_POINT,), needs_comment=True),
    Transition("uphold", _S.UNDER_APPEAL, _S.IN_REVIEW, (_A.OTHER_MANAGER,), needs_comment=True),
    Transition("dismiss", _S.UNDER_APPEAL, _S.DECLINED_FOR_GOOD, (_A.OTHER_MANAGER,), needs_comment=True),
    Transition("revise", _S.PUBLISHED, _S.PUBLISHED, (_A.CONTRIBUTOR, _A.FOCAL_POINT)),
    Transition(
        "withdraw", _S.PUBLISHED, _S.WITHDRAWN, (_A.FOCAL_POINT, _A.STAFF_MANAGER), needs_comment=True
    ),
    Transition("delete", _S.DRAFT, None, (_A.AUTHOR, _A.FOCAL_POINT)),
    Transition("delete", _S.RETURNED, None, (_A.AUTHOR, _A.FOCAL_POINT)),
)
"""From a form to the public, by review of two, and what may follow a refusal.

"revise" begins the draft of a new version, "review" of a published practice a copy that two people judge; the
practice stays public as it is until that draft or copy, which goes the same way, is published.
"differ" is taken by the second reviewer's scores.
"""


def transitions_from(source: PracticeState | str | None) -> tuple[Transition, ...]:
    """Steps that may follow `source`."""
    return tuple(row for row in TRANSITIONS if row.source == source)
