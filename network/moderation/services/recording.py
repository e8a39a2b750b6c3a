"""Writing down what a moderator did; the case of the object is closed by it."""

from typing import Any

from django.utils import timezone

from network.models import User
from network.notifications.services import notify

from ..choices import CaseState, Verb
from ..models import Flag, ModerationAction, ModerationCase
from ..registry import kind_of

KEEP_CASE_OPEN = {Verb.MOVE, Verb.LOCK, Verb.UNLOCK}
TOLD = {
    Verb.REJECT,
    Verb.HIDE,
    Verb.SHOW,
    Verb.REDACT,
    Verb.APPROVE,
    Verb.WARN,
    Verb.MUTE,
    Verb.SUSPEND,
    Verb.LIFT,
    Verb.UPHOLD,
    Verb.OVERTURN,
}
"""What the author is told of."""


def record_action(
    about: Any, verb: Verb, *, by: User | None, reason: str = "", text: str = "", **details: Any
) -> ModerationAction:
    """Write one line of the log, in the transaction that changed `about`, tell its author, close its case.

    Call it when the object is locked: cases are locked after the objects that they are about.
    """
    kind = kind_of(about)
    case = (
        ModerationCase.objects.select_for_update()
        .filter(kind=kind.kind, object_id=about.pk, state=CaseState.OPEN)
        .first()
    )
    author = kind.author(about)
    action = ModerationAction.objects.create(
        kind=kind.kind,
        object_id=about.pk,
        scope=kind.scope(about),
        verb=verb,
        reason=reason,
        text=text.strip(),
        author=author,
        by=by,
        case=case,
        details=details,
    )
    if case is not None and verb not in KEEP_CASE_OPEN:
        close(case, by, verb)
    tell(action)
    return action


def close(case: ModerationCase, by: User | None, outcome: Verb) -> None:
    """Close a locked case with all its flags."""
    case.state, case.outcome = CaseState.CLOSED, outcome
    case.closed_by, case.closed_at = by, timezone.now()
    case.save(update_fields=["state", "outcome", "closed_by", "closed_at"])
    Flag.objects.open().filter(case=case).update(closed_at=case.closed_at)


def tell(action: ModerationAction) -> None:
    """The author reads what was done and why."""
    author = action.author
    if author is not None and author.is_active and action.verb in TOLD:
        notify(f"moderation.{action.verb}", about=action, to=[author], actor=action.by)
