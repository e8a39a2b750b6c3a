"""What the clock does to sessions and courses; each in a transaction of its own, again changes nothing."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.notifications.services import notify

from ..choices import COMING, CourseState, SessionState
from ..models import Course, Session
from .errors import MovedError
from .following import follow_course
from .news import people_of
from .sessions import move_by_clock
from .way import hide_course

CONFIRM_AFTER = timedelta(days=365)
HIDE_AFTER = timedelta(days=30)  # since the provider was asked
AT_ONCE = 1000  # records in one run; the next run takes the others


def turn_sessions() -> int:
    """Close at the deadline, start and end at the hour; gives how many steps were taken."""
    now = timezone.now()
    taking = Q(state__in=[SessionState.OPEN, SessionState.FULL])
    return (
        _turn("close", taking & Q(deadline_at__lte=now) & (Q(starts_at__gt=now) | Q(is_any_time=True)))
        + _turn("start", Q(state__in=COMING, starts_at__lte=now))
        + _turn("end", Q(state=SessionState.RUNNING, ends_at__lte=now))
    )


def _turn(verb: str, which: Q) -> int:
    steps = 0
    for session in Session.objects.filter(which).order_by("pk")[:AT_ONCE]:
        try:
            move_by_clock(session=session, verb=verb)
        except MovedError:  # somebody was first
            continue
        steps += 1
    return steps


def bring_nearer() -> int:
    """Courses whose sessions come within fewer days of a facet; gives how many."""
    today = timezone.now().date()
    found = Course.objects.filter(turns_on__lte=today).order_by("turns_on", "pk")[:AT_ONCE]
    for course in found:
        with transaction.atomic():
            follow_course(course)
    return len(found)


def ask_to_confirm() -> int:
    """Remind who speaks for a course that nobody has confirmed for a year; gives how many courses."""
    today = timezone.now().date()
    published = Course.objects.filter(state=CourseState.PUBLISHED, reminded_on__isnull=True)
    asked = 0
    for course in published.filter(confirmed_on__lte=today - CONFIRM_AFTER).select_related("provider")[
        :AT_ONCE
    ]:
        with transaction.atomic():
            if not Course.objects.filter(pk=course.pk, reminded_on__isnull=True).update(reminded_on=today):
                continue
            days = (today - course.confirmed_on).days
            key = f"training.confirm:{course.pk}:{course.confirmed_on}"
            notify("training.confirm", about=course, to=people_of(course.provider), once=key, days=days)
            asked += 1
    return asked


def hide_unconfirmed() -> int:
    """Hide what was asked about a month ago and nobody confirmed; nothing is deleted. Gives how many."""
    until = timezone.now().date() - HIDE_AFTER
    hidden = 0
    for course in Course.objects.filter(state=CourseState.PUBLISHED, reminded_on__lte=until)[:AT_ONCE]:
        try:
            hide_course(course=course)
        except MovedError:  # confirmed or withdrawn meanwhile
            continue
        hidden += 1
    return hidden
