"""Reminders of what has waited long, at the intervals of the settings."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Max, QuerySet
from django.utils import timezone

from network.models import User
from network.notifications.services import notify

from ..choices import PracticeState
from ..models import Practice
from .news import focal_points, people_of, screeners

AT_ONCE = 1000  # practices in one run; the next run takes the others


def remind() -> int:
    """Tell of practices that have stood for a whole number of intervals; gives how many people were told.

    Under one key per practice, stay and interval, so that a run more or less changes nothing.
    """
    told = 0
    for state, days in settings.PRACTICE_REMINDER_DAYS.items():
        if days:
            told += sum(_remind(practice, days) for practice in _standing(state, days))
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
        case _:
            return "practices.returned_reminder", people_of(practice)
