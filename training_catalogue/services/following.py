"""What follows from every change of a course or its sessions, in the same transaction."""

from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.search.services import index_objects

from ..models import Course
from .indexing import KIND, turns_on
from .news import tell_of_step

READERS_CHANGE = {"submit", "approve", "return", "confirm", "hide", "withdraw", "restore"}


def follow_course(course: Course, *, verb: str = "", by: User | None = None) -> None:
    """Let search rows, translations and news follow what a course now says.

    `verb` names the step that brought it here, if there was one.
    """
    turns = turns_on(course, timezone.now().date())
    if turns != course.turns_on:
        Course.objects.filter(pk=course.pk).update(turns_on=turns)
        course.turns_on = turns
    if verb in READERS_CHANGE:
        follow_whole(course)
    index_objects(KIND, [course.pk])
    tell_of_step(course, verb, by)
    if verb == "approve":
        from .importing import follow_first  # late: importing takes the steps that this module follows

        follow_first(course)
