"""The second person: approves and thereby posts, or returns with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from network.models import User
from network.notifications.services import notify

from .. import rules
from ..choices import DraftState, Step
from ..models import DraftEntry
from .drafting import note_step, request_hash
from .errors import ChangedError, NotWaitingError, refusals


class Posted(NamedTuple):
    """What posting answers: the number in the chain, the hash, and whether this was answered before."""

    number: int
    fingerprint: bytes
    replayed: bool


def approve_draft(*, draft: DraftEntry, by: User, content_hash: bytes, key: UUID) -> Posted:
    """Approve what has this hash, and post it; the same key again gives the first answer.

    One call to the database does all, or nothing (sql/posting.sql). Raises PermissionDenied, FourEyesError,
    ChangedError when the draft is not what was read, NotWaitingError when somebody decided first,
    OverdrawnError, NoOpenPeriodError, OtherRequestError, AlreadyReversedError, or another LedgerError.
    """
    if not rules.is_fund_approver(by):
        raise PermissionDenied
    request = request_hash({"draft": draft.pk, "by": by.pk, "hash": bytes(content_hash).hex()})
    return post(draft_id=draft.pk, approver_id=by.pk, content_hash=content_hash, key=key, request=request)


def post(*, draft_id: int, approver_id: int, content_hash: bytes, key: UUID, request: bytes) -> Posted:
    """Call the database's posting: a transaction of its own, or part of the caller's.

    In its own transaction it may be posted along with others that wait in the queue (sql/posting.sql).
    """
    nested = transaction.atomic() if connection.in_atomic_block else nullcontext()
    with refusals(), nested, _by_itself(), connection.cursor() as cursor:
        cursor.execute(
            PART if connection.in_atomic_block else ALONE,
            [draft_id, approver_id, bytes(content_hash), key, request],
        )
        number, fingerprint, replayed = cursor.fetchone()
    return Posted(number, bytes(fingerprint), replayed)


@contextmanager
def _by_itself() -> Iterator[None]:
    """Within a request pghistory puts a statement before ours; a procedure that commits must stand alone.

    Posting touches nothing whose history is kept that way.
    """
    kept, connection.execute_wrappers = connection.execute_wrappers, []
    try:
        yield
    finally:
        connection.execute_wrappers = kept


ALONE = "CALL fund_approve(%s, %s, %s, %s, %s, NULL, NULL, NULL)"
PART = "SELECT entry, fingerprint, replayed FROM fund_post(%s, %s, %s, %s, %s)"


@transaction.atomic
def return_draft(*, draft: DraftEntry, by: User, content_hash: bytes, reason: str) -> DraftEntry:
    """Send a draft back to who prepared it, saying why.

    Raises PermissionDenied (the own draft too), ChangedError, NotWaitingError, ValueError without reason.
    """
    locked = DraftEntry.objects.select_for_update().get(pk=draft.pk)
    if not rules.can_decide(by, locked):
        raise PermissionDenied
    if locked.state != DraftState.SUBMITTED:
        raise NotWaitingError
    if bytes(locked.content_hash) != bytes(content_hash):
        raise ChangedError
    if not reason.strip():
        raise ValueError("A return needs a reason.")
    locked.state, locked.reason = DraftState.RETURNED, reason.strip()
    locked.decided_by, locked.decided_at = by, timezone.now()
    locked.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    note_step(locked, Step.RETURNED, by, locked.reason)
    notify("fund.returned", about=locked, to=[locked.prepared_by], actor=by)
    return locked
