"""Reminders of what has waited long, at the intervals of the settings."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Max, QuerySet
from django.utils import timezone

from network.models import User
from network.notifications.services import notify
from network.services.roles import managers

from ..choices import PracticeState
from ..models import Practice, Review
from .news import focal_points, people_of, screeners, tell_reviewer
from .scoring import stop_conflicted

AT_ONCE = 1000  # practices in one run; the next run takes the others


def remind() -> int:
    """Tell of practices that have stood for a whole number of intervals; gives how many people were told.

    Under one key per practice, stay and interval, so that a run more or less changes nothing.
    """
    told = 0
    for state, days in settings.PRACTICE_REMINDER_DAYS.items():
        if days:
            told += sum(_remind(practice, days) for practice in _standing(state, days))
    return told + _remind_reviewers()


def _remind_reviewers() -> int:
    """Before a review is due, and at intervals once it is late. Whoever may not judge any more is stopped."""
    today = timezone.localdate()
    before, late = (settings.PRACTICE_REVIEW_REMINDER_DAYS[name] for name in ("before", "late"))
    waiting = Review.objects.open().filter(submitted_at__isnull=True).select_related("reviewer")
    told = 0
    for review in waiting.order_by("due_on")[:AT_ONCE]:
        if stop_conflicted(reviewer=review.reviewer):
            continue
        days = (today - review.due_on).days
        if days > 0 and late:
            told += tell_reviewer(review, "practices.review_late", once=f"late:{review.pk}:{days // late}")
        elif before and -before <= days <= 0:
            told += tell_reviewer(review, "practices.review_due", once=f"due:{review.pk}")
    return told


def _standing(state: str, days: int) -> QuerySet[Practice]:
    since = timezone.now() - timedelta(days=days)
    rows = Practice.objects.filter(state=state).select_related("screener", "author")
    return rows.annotate(since=Max("transitions__at")).filter(since__lte=since).order_by("since")[:AT_ONCE]


def _remind(practice: Practice, days: int) -> int:
    stood = (timezone.now() - practice.since).days
    key = f"remind:{practice.pk}:{practice.revision}:{practice.state}:{stood // days}"
    verb, people = _whom(practice)
    return notify(verb, about=practice, to=people, once=key, days=stood)


def _whom(practice: Practice) -> tuple[str, QuerySet[User] | list[User]]:
    match practice.state:
        case PracticeState.AWAITING_CLEARANCE:
            return "practices.clearance_reminder", focal_points(practice)
        case PracticeState.SUBMITTED:
            return "practices.screening_reminder", screeners()
        case PracticeState.SCREENING:
            return "practices.screening_reminder", [practice.screener] if practice.screener else screeners()
        case PracticeState.UNDER_APPEAL:
            return "practices.appeal_reminder", managers()
        case _:
            return "practices.returned_reminder", people_of(practice)
