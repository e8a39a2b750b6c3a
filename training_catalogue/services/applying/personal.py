"""What is kept of applicants, and no longer than needed: own export, erasure, retention."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from network.models import User

from ...choices.applications import APPLICATION_STEPS
from ...models import Application, ApplicationStep
from ...rules.applications import fits
from .moving import lock_application, locked, move, promote

AT_ONCE = 500


def applications_of(user: User) -> dict[str, Any]:
    """What the person applied for and decided on, for the person's own export."""
    fields = (
        "session__course__identifier",
        "session__starts_at",
        "state",
        "motivation",
        "reason",
        "applied_at",
    )
    decided = ApplicationStep.objects.filter(by=user).exclude(application__applicant=user)
    return {
        "applications": list(Application.objects.of(user).values(*fields)),
        "decisions": list(decided.in_order().values("verb", "to_state", "at", "comment")),
    }


def forget(person: User) -> None:
    """Withdraw what stands, so that seats become free, and take out what the person wrote.

    Call it in the transaction of the erasure.
    """
    for application in Application.objects.filter(applicant=person).live().order_by("session__course", "pk"):
        with locked(application.session) as session:
            row = lock_application(application, session)
            steps = [step for step in APPLICATION_STEPS if step.verb == "withdraw" and fits(step, row)]
            if steps:
                move(row, steps[0], person)
                promote(session)
    _take_out_texts(list(Application.objects.filter(applicant=person).values_list("pk", flat=True)))


def end_texts(before: datetime) -> int:
    """Take out what applicants wrote and were told, where it has been over since; gives how many."""
    keys = list(Application.objects.over_since(before).values_list("pk", flat=True)[:AT_ONCE])
    _take_out_texts(keys)
    return len(keys)


def _take_out_texts(keys: list[int]) -> None:
    Application.objects.filter(pk__in=keys).update(motivation="", reason="", changed_at=timezone.now())
    ApplicationStep.objects.filter(application__in=keys).update(comment="")
