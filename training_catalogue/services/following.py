"""What follows from every change of a course or its sessions, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.search.services import index_objects

from ..models import Course
from .indexing import KIND, turns_on
from .news import tell_of_step

READERS_CHANGE = {"submit", "approve", "return", "confirm", "hide", "withdraw", "restore"}

_gathered: ContextVar[dict[int, set[str]] | None] = ContextVar("courses_to_follow", default=None)


def follow_course(course: Course, *, verb: str = "", by: User | None = None) -> None:
    """Let search rows, translations and news follow what a course now says.

    `verb` names the step that brought it here, if there was one.
    """
    gathered = _gathered.get()
    if gathered is None:
        _follow([course], {course.pk: {verb}})
    else:
        gathered.setdefault(course.pk, set()).add(verb)
    tell_of_step(course, verb, by)
    if verb == "approve":
        from .importing import follow_first  # late: importing takes the steps that this module follows

        follow_first(course)


@contextmanager
def following_together() -> Iterator[None]:
    """Search rows and translations of all courses changed within this block follow at its end, once for each.

    The block and its end stand within one transaction.
    """
    gathered: dict[int, set[str]] = {}
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    if gathered:
        changed = Course.objects.filter(pk__in=gathered).select_related("provider").order_by("pk")
        _follow(list(changed.prefetch_related("sessions")), gathered)


def _follow(courses: list[Course], verbs: dict[int, set[str]]) -> None:
    today = timezone.now().date()
    for course in courses:
        turns = turns_on(course.sessions.all(), today)
        if turns != course.turns_on:
            Course.objects.filter(pk=course.pk).update(turns_on=turns)
            course.turns_on = turns
        if verbs[course.pk] & READERS_CHANGE:
            follow_whole(course)
    index_objects(KIND, list(verbs))
