"""The way of an offer or a request: one verb per row of `ASSISTANCE_STEPS`, one transaction each."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.models import User
from network.services.table_of_steps import came_too_late

from ...choices.assistance import ASSISTANCE_STEPS, AssistanceState
from ...choices.parties import Transition
from ...models import Assistance, AssistanceStep
from ...rules.assistance import acts_for, can_step
from ..errors import MovedError, NotTrustedError, ReasonNeededError
from .following import follow_assistance
from .news import tell_of_step


@transaction.atomic
def hide_record(*, record: Assistance) -> Assistance:
    """What nobody has confirmed is hidden by the clock, not deleted. Raises MovedError."""
    row = _lock(record)
    step = next((each for each in ASSISTANCE_STEPS if (each.verb, each.source) == ("hide", row.state)), None)
    if step is None:
        raise MovedError(row)
    return _move(row, step, None)


@transaction.atomic
def take_step(*, record: Assistance, by: User, verb: str, comment: str = "") -> Assistance:
    """Move an offer or request by `verb`; writes it down, and lets search, translations and news follow.

    Raises PermissionDenied; MovedError when somebody was first; ReasonNeededError without the words that a
    step needs; NotTrustedError when nothing of the party was published before.
    """
    row = _lock(record)
    step = _check(row, by, verb)
    if step.needs_comment and not comment.strip():
        raise ReasonNeededError
    if step.needs_trust and not is_trusted(row):
        raise NotTrustedError
    if step.target is None:
        row.delete()
        return row
    return _move(row, step, by, comment.strip())


def _move(row: Assistance, step: Transition, by: User | None, comment: str = "") -> Assistance:
    """Take one step with a locked row, write it down, and let what follows follow."""
    source, row.state = row.state, AssistanceState(str(step.target))
    _stamp(row)
    row.revision += 1
    row.save()
    AssistanceStep.objects.create(
        assistance=row, verb=step.verb, from_state=source, to_state=row.state, by=by, comment=comment
    )
    follow_assistance(row, came_out=step.target == AssistanceState.PUBLISHED and source != step.target)
    tell_of_step(row, step.verb, by)
    return row


def is_trusted(record: Assistance) -> bool:
    """Whether the Secretariat has published something of this party that the party wrote itself."""
    return (
        Assistance.objects.filter(
            country=record.country_id, organization=record.organization_id, published_at__isnull=False
        )
        .exclude(pk=record.pk)
        .exclude(state=AssistanceState.WITHDRAWN)
        .filter(source_document="")
        .exists()
    )


def _lock(record: Assistance) -> Assistance:
    """The record as it stands now. Raises MovedError when it was moved since `record` was read."""
    row = (
        Assistance.objects.select_for_update(of=("self",))
        .select_related("country", "organization__state")
        .get(pk=record.pk)
    )
    if row.state != record.state:
        raise MovedError(row)
    return row


def _check(record: Assistance, by: User, verb: str) -> Transition:
    """The row of the table; PermissionDenied for who may not, MovedError for who came too late."""
    if can_step(by, record, verb):
        return next(row for row in ASSISTANCE_STEPS if row.verb == verb and row.source == record.state)
    if came_too_late(
        ASSISTANCE_STEPS,
        verb,
        record.state,
        lambda row: any(acts_for(each, by, record) for each in row.actors),
    ):
        raise MovedError(record)
    raise PermissionDenied


def _stamp(record: Assistance) -> None:
    now = timezone.now()
    if record.state == AssistanceState.SUBMITTED:
        record.submitted_at = now
    if record.state == AssistanceState.PUBLISHED:
        record.published_at = record.published_at or now
        record.confirmed_on, record.reminded_on = now.date(), None
