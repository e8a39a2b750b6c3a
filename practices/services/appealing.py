"""Appeals against a refusal: once, in time, heard by somebody who did not decide before."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.models import User

from ..choices import PracticeState
from ..models import Practice
from .errors import AppealedBeforeError, AppealTooLateError, NewVersionOpenError
from .naming import begin_round
from .steps import check_step, last_step, lock_practice, move, take_step
from .versions import open_version


@transaction.atomic
def appeal(*, practice: Practice, by: User, comment: str, seen_revision: int | None = None) -> Practice:
    """Appeal for the state against a refusal, with reasons.

    Raises AppealedBeforeError, AppealTooLateError after the days of the settings, NewVersionOpenError, and
    what a step raises.
    """
    row = lock_practice(practice, seen_revision)
    check_step(row, by, "appeal")
    check_appeal(row)
    return move(row, by, "appeal", comment)


def check_appeal(practice: Practice) -> None:
    """Whether a refusal can be appealed against now; raises what `appeal` does."""
    if practice.transitions.filter(verb="appeal").exists():
        raise AppealedBeforeError
    until = appeal_until(practice)
    if until is None or timezone.now().date() > until:
        raise AppealTooLateError(settings.PRACTICE_APPEAL_DAYS)
    if practice.revises is not None and open_version(practice.revises):
        raise NewVersionOpenError


def appeal_until(practice: Practice) -> date | None:
    """The last day (UTC) on which a refusal can be appealed against; None for what is not refused."""
    step = last_step(practice)
    if practice.state != PracticeState.DECLINED or step is None:
        return None
    return step.at.date() + timedelta(days=settings.PRACTICE_APPEAL_DAYS)


@transaction.atomic
def uphold_appeal(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Grant an appeal, with reasons: two people who have not judged it before are to be named.

    Raises PermissionDenied for others than a staff manager who did not decide before.
    """
    row = take_step(practice, by, "uphold", seen_revision, comment)
    begin_round(row, by, timezone.localdate() + timedelta(days=settings.PRACTICE_REVIEW_DAYS))
    return row


@transaction.atomic
def dismiss_appeal(
    *, practice: Practice, by: User, comment: str, seen_revision: int | None = None
) -> Practice:
    """Decline for good, with reasons; raises as `uphold_appeal` does."""
    return take_step(practice, by, "dismiss", seen_revision, comment)
