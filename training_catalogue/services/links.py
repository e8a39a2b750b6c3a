"""Do the links of courses still answer? What does not is flagged, never deleted.

Of no answer is more read than its head (network/services/outgoing.py says what else addresses may not do).
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from network.notifications.services import notify
from network.services.outgoing import FAULTS, FetchError, opened

from ..choices import CourseState
from ..models import Course
from .news import people_of

EVERY, SOONER = timedelta(days=7), timedelta(days=1)  # sooner again where there was no answer
TOLD_AFTER = timedelta(days=3)  # one bad hour of a site is no news
AT_ONCE = 100  # courses in one run
ALIVE = (401, 403, 405, 406, 429)  # there is somebody, who does not talk to programs


def check_links() -> tuple[int, int]:
    """Try the links that are due; gives how many were tried and how many did not answer.

    Examples of the demonstration lead nowhere and are left alone.
    """
    since = timezone.now() - EVERY
    again = Q(link_failing_since__isnull=False, link_checked_at__lte=timezone.now() - SOONER)
    due = Course.objects.filter(state=CourseState.PUBLISHED, is_demonstration=False).exclude(link="")
    due = due.filter(Q(link_checked_at__isnull=True) | Q(link_checked_at__lte=since) | again)
    failed = 0
    found = list(due.order_by(F("link_checked_at").asc(nulls_first=True), "pk")[:AT_ONCE])
    for course in found:
        failed += bool(note_answer(course=course, fault=fault_of(course.link)))
    return len(found), failed


def fault_of(url: str) -> str:
    """Why an address does not answer, in a word for staff; empty when it does."""
    try:
        with opened(url, purpose="link check") as answer:
            code = answer.status_code
    except FetchError as error:
        return error.code
    except FAULTS as error:
        return type(error).__name__[:200]
    return "" if code < 400 or code in ALIVE else f"HTTP {code}"


@transaction.atomic
def note_answer(*, course: Course, fault: str) -> str:
    """Write down how the link answered; the provider is told once it has failed for days. Gives the fault."""
    row = Course.objects.select_for_update(of=("self",)).select_related("provider").get(pk=course.pk)
    if row.link != course.link:
        return ""
    now = timezone.now()
    since = (row.link_failing_since or now) if fault else None
    Course.objects.filter(pk=row.pk).update(link_checked_at=now, link_fault=fault, link_failing_since=since)
    if since and now - since >= TOLD_AFTER:
        key = f"training.link:{row.pk}:{since:%Y-%m-%d}"
        notify("training.link_fault", about=row, to=people_of(row.provider), once=key)
    return fault
