"""Preparing an entry: drafted and changed by a fund officer, submitted to an approver."""

import hashlib
import json
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.services import notify

from .. import rules
from ..choices import EDITABLE, DraftState, Step
from ..models import DraftEntry, DraftStep
from .composing import Facts
from .errors import NoEvidenceError, NotEditableError, NotWaitingError, OtherRequestError, refusals
from .own_rules import own_rules


def draft_entry(*, facts: Facts, by: User, key: UUID, submit: bool = False) -> DraftEntry:
    """Write down a draft, once per key; with `submit` it waits for approval at once.

    The same key with the same facts gives the first draft again. Raises OtherRequestError when the facts
    differ, PermissionDenied when `by` is no fund officer, UnbalancedError for fewer than two legs.
    """
    if not rules.can_prepare(by):
        raise PermissionDenied
    columns = _columns(facts)
    request = request_hash(columns)
    state = DraftState.SUBMITTED if submit else DraftState.DRAFT
    try:
        with refusals(), transaction.atomic():
            draft = DraftEntry.objects.create(
                **columns, state=state, prepared_by=by, idempotency_key=key, request_hash=request
            )
            if submit:
                _tell_approvers(draft, by)
    except OtherRequestError:
        return _first(key, request, by)
    draft.refresh_from_db(fields=["content_hash"])
    return draft


def _first(key: UUID, request: bytes, by: User) -> DraftEntry:
    draft = DraftEntry.objects.get(idempotency_key=key)
    if bytes(draft.request_hash) != request or draft.prepared_by_id != by.pk:
        raise OtherRequestError
    return draft


@transaction.atomic
def revise_draft(*, draft: DraftEntry, facts: Facts, by: User) -> DraftEntry:
    """Change a draft or a returned one; its files stay, and whether it is an example.

    Raises PermissionDenied, NotEditableError when it is elsewhere.
    """
    locked = lock_own(draft, by)
    if locked.state not in EDITABLE:
        raise NotEditableError
    for name, value in _columns(facts).items():
        if name not in ("evidence", "is_demonstration"):
            setattr(locked, name, value)
    with refusals():
        locked.save()
    locked.refresh_from_db()
    return locked


@transaction.atomic
def submit_draft(*, draft: DraftEntry, by: User) -> DraftEntry:
    """Hand a draft to the approvers.

    Raises PermissionDenied, NotEditableError, NoEvidenceError where the portal's rule asks for a file.
    """
    locked = lock_own(draft, by)
    if locked.state not in EDITABLE:
        raise NotEditableError
    if own_rules().needs_evidence and not locked.evidence:
        raise NoEvidenceError
    locked.state, locked.reason, locked.decided_by, locked.decided_at = DraftState.SUBMITTED, "", None, None
    locked.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    note_step(locked, Step.SUBMITTED, by)
    _tell_approvers(locked, by)
    return locked


@transaction.atomic
def take_back_draft(*, draft: DraftEntry, by: User) -> DraftEntry:
    """Take a submitted draft back, to change it. Raises PermissionDenied, NotWaitingError."""
    locked = lock_own(draft, by)
    if locked.state != DraftState.SUBMITTED:
        raise NotWaitingError
    locked.state = DraftState.DRAFT
    locked.save(update_fields=["state"])
    note_step(locked, Step.TAKEN_BACK, by)
    return locked


@transaction.atomic
def withdraw_draft(*, draft: DraftEntry, by: User) -> DraftEntry:
    """Give a draft up; it stays, as withdrawn. Raises PermissionDenied, NotEditableError."""
    locked = lock_own(draft, by)
    if locked.state not in (*EDITABLE, DraftState.SUBMITTED):
        raise NotEditableError
    locked.state = DraftState.WITHDRAWN
    locked.save(update_fields=["state"])
    note_step(locked, Step.WITHDRAWN, by)
    return locked


def note_step(draft: DraftEntry, step: Step, by: User, reason: str = "") -> None:
    """Write down what somebody did with the draft as it is."""
    DraftStep.objects.create(
        draft=draft, step=step, by=by, reason=reason, content_hash=bytes(draft.content_hash)
    )


def lock_own(draft: DraftEntry, by: User) -> DraftEntry:
    """The draft under a lock, for who prepared it. Raises PermissionDenied."""
    locked = DraftEntry.objects.select_for_update().get(pk=draft.pk)
    if not rules.can_change(by, locked):
        raise PermissionDenied
    return locked


def _columns(facts: Facts) -> dict[str, Any]:
    return {
        "fund": facts.fund,
        "kind": facts.kind,
        "event_on": facts.event_on,
        "description": facts.description,
        "language": facts.language,
        "party": facts.party,
        "donor": facts.donor,
        "agreement": facts.agreement,
        "project": facts.project,
        "valuation": facts.valuation,
        "rate": facts.rate,
        "rate_source": facts.rate_source,
        "rate_on": facts.rate_on,
        "is_memorandum": facts.is_memorandum,
        "is_demonstration": facts.is_demonstration,
        "reverses": facts.reverses,
        "leg_accounts": [account.pk for account, _amount in facts.lines],
        "leg_amounts": [amount for _account, amount in facts.lines],
        "evidence": list(facts.evidence),
    }


def request_hash(columns: dict[str, Any]) -> bytes:
    """The same for the same request: what the key of a form stands for."""
    plain = {name: getattr(value, "pk", value) for name, value in columns.items()}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).digest()


def _tell_approvers(draft: DraftEntry, by: User) -> None:
    grants = RoleGrant.objects.effective().filter(role=Role.FUND_APPROVER).exclude(user=by)
    notify("fund.submitted", about=draft, to=User.objects.filter(role_grants__in=grants).distinct(), actor=by)
