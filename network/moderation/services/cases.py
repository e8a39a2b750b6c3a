"""Working on cases: who has it in hand, what is done."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User

from ..choices import CaseState, Reason, Verb
from ..models import ModerationCase
from ..registry import find_kind
from ..rules import moderates_scope
from .errors import AlreadyDoneError, ClaimedError, ModerationError
from .recording import record_action

CLAIM = timedelta(hours=24)  # after which another may take a case over


@transaction.atomic
def claim_case(*, case: ModerationCase, by: User) -> ModerationCase:
    """Take a case in hand. Raises PermissionDenied, AlreadyDoneError, ClaimedError."""
    locked = _locked(case, by)
    other = locked.claimed_by
    if other is not None and other.pk != by.pk and locked.claimed_at > timezone.now() - CLAIM:
        raise ClaimedError(str(other))
    locked.claimed_by, locked.claimed_at = by, timezone.now()
    locked.save(update_fields=["claimed_by", "claimed_at"])
    return locked


@transaction.atomic
def release_case(*, case: ModerationCase, by: User) -> ModerationCase:
    """Give a case back to the queue. Raises PermissionDenied, AlreadyDoneError."""
    locked = _locked(case, by)
    locked.claimed_by = locked.claimed_at = None
    locked.save(update_fields=["claimed_by", "claimed_at"])
    return locked


@transaction.atomic
def act(*, case: ModerationCase, verb: Verb, by: User, reason: str = "", text: str = "") -> Any:
    """Do with the object of a case what its kind knows how to; that closes the case.

    Raises PermissionDenied, AlreadyDoneError, ModerationError for a verb that the kind does not know, and
    what the verb itself raises.
    """
    if verb == Verb.DISMISS:
        return close_case(case=case, by=by, text=text)
    if not moderates_scope(by, case.scope):
        raise PermissionDenied
    kind = find_kind(case.kind)
    record, do = kind.find(case.object_id), kind.verbs.get(verb)
    if record is None or do is None:
        raise ModerationError(f"{case.kind} {case.object_id}: {verb}")
    if not ModerationCase.objects.open().filter(pk=case.pk).exists():
        raise AlreadyDoneError
    return do(record, by=by, reason=reason, text=text)


@transaction.atomic
def close_case(*, case: ModerationCase, by: User, text: str = "") -> ModerationCase:
    """Leave the object as it is. Raises PermissionDenied, AlreadyDoneError."""
    kind = find_kind(case.kind)
    record = kind.find(case.object_id)
    locked = _locked(case, by)
    if record is None or not kind.moderates(record, by):
        raise PermissionDenied
    record_action(record, Verb.DISMISS, by=by, reason="", text=text)
    locked.refresh_from_db()
    return locked


def _locked(case: ModerationCase, by: User) -> ModerationCase:
    locked = ModerationCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not moderates_scope(by, locked.scope):
        raise PermissionDenied
    if locked.state != CaseState.OPEN:
        raise AlreadyDoneError
    return locked


def known_reason(reason: str) -> Reason:
    """The reason of the list; raises ValueError for another."""
    return Reason(reason)
