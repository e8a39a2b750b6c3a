"""Authors ask that another person look at a decision again."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.models import User
from network.notifications.services import notify

from ..choices import AppealState, Verb
from ..models import Appeal, ModerationAction, Sanction
from ..registry import UnknownKindError, find_kind
from ..rules import can_appeal, can_decide
from .errors import AlreadyDoneError, ReasonNeededError
from .recording import tell
from .sanctioning import end_sanction


@transaction.atomic
def appeal(*, action: ModerationAction, by: User, text: str) -> Appeal:
    """Appeal once, in the own words. Raises PermissionDenied, ReasonNeededError, AlreadyDoneError."""
    if not can_appeal(by, action):
        raise PermissionDenied
    if not text.strip():
        raise ReasonNeededError
    try:
        with transaction.atomic():
            made = Appeal.objects.create(action=action, by=by, text=text.strip()[:2000])
    except IntegrityError:
        raise AlreadyDoneError from None
    notify("moderation.appealed", about=made, to=_deciders(action), actor=by)
    return made


@transaction.atomic
def decide_appeal(*, appeal: Appeal, by: User, is_granted: bool, answer: str) -> Appeal:
    """Take the decision back or keep it, with an answer. The first moderator does not decide again.

    Granting undoes what can be undone: what is hidden is shown, what was rejected is published, a sanction
    ends. Raises PermissionDenied, ReasonNeededError, AlreadyDoneError, and what undoing raises.
    """
    locked = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if locked.state != AppealState.WAITING:
        raise AlreadyDoneError
    if not can_decide(by, locked):
        raise PermissionDenied
    if not answer.strip():
        raise ReasonNeededError
    if is_granted:
        _undo(locked.action, by, answer)
    locked.state = AppealState.OVERTURNED if is_granted else AppealState.UPHELD
    locked.decided_by, locked.decided_at, locked.answer = by, timezone.now(), answer.strip()[:2000]
    locked.save()
    _write_down(locked, by)
    return locked


def _undo(action: ModerationAction, by: User, answer: str) -> None:
    sanction = Sanction.objects.filter(action=action, lifted_at__isnull=True).first()
    if sanction is not None:
        end_sanction(sanction, by)
        return
    try:
        kind = find_kind(action.kind)
    except UnknownKindError:
        return
    verb = kind.undo.get(Verb(action.verb))
    record = kind.find(action.object_id)
    if verb is not None and record is not None:
        kind.verbs[verb](record, by=by, reason="", text=answer)


def _write_down(appeal: Appeal, by: User) -> None:
    first = appeal.action
    done = ModerationAction.objects.create(
        kind=first.kind,
        object_id=first.object_id,
        scope=first.scope,
        verb=Verb.OVERTURN if appeal.state == AppealState.OVERTURNED else Verb.UPHOLD,
        reason=first.reason,
        text=appeal.answer,
        author=first.author,
        by=by,
        case=first.case,
        details={"action": first.pk},
    )
    tell(done)


def _deciders(action: ModerationAction) -> list[User]:
    """Who may decide, without who decided first."""
    try:
        kind = find_kind(action.kind)
    except UnknownKindError:
        return []
    record = kind.find(action.object_id)
    people = kind.moderators(record) if record is not None else ()
    return [person for person in people if person.pk not in (action.by_id, action.author_id)]
