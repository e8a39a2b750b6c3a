"""My courses: those that a person works on, with what waits first; for staff, first entries to be read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ...choices import CourseState
from ...models import Course
from ...rules.courses import is_staff_manager, speaks_for_somebody, writes_courses
from ..course import crumbs
from .access import ForWriters

PAGE = 50
TONES = {
    CourseState.DRAFT: ("draft", "draft"),
    CourseState.SUBMITTED: ("go", "open"),
    CourseState.PUBLISHED: ("good", "done"),
    CourseState.HIDDEN: ("warn", "returned"),
    CourseState.WITHDRAWN: ("draft", "withdrawn"),
}


class Desk(ForWriters):
    """The list, narrowed by `state`."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fifty at a time, the last changed first."""
        state = request.GET.get("state", "")
        state = state if state in CourseState.values else ""
        found = Course.objects.worked_on_by(request.user).select_related("provider")
        found = found.filter(state=state) if state else found
        text = request.GET.get("page", "1")
        number = min(max(int(text), 1), 1000) if text.isascii() and text.isdigit() and len(text) < 6 else 1
        start = (number - 1) * PAGE
        rows = list(found.order_by("-changed_at", "-pk")[start : start + PAGE + 1])
        context = {
            "rows": [_row(course) for course in rows[:PAGE]],
            "state": state,
            "states": CourseState.choices,
            "previous": number - 1,
            "following": number + 1 if len(rows) > PAGE else 0,
            "may_harvest": speaks_for_somebody(request.user),
            "crumbs": crumbs(),
        }
        return render(request, "training_catalogue/managing/desk.html", context)


def _row(course: Course) -> dict[str, Any]:
    tone, phase = TONES[CourseState(course.state)]
    title = course.passage("title")
    return {"course": course, "title": title or _("Without title"), "tone": tone, "phase": phase}


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for a person among courses: first entries to be read, what is to be confirmed."""
    if not writes_courses(request.user):
        return None
    mine = Course.objects.worked_on_by(request.user)
    to_read = mine.awaiting().count() if is_staff_manager(request.user) else 0
    to_confirm = 0
    if not is_staff_manager(request.user):
        published = (CourseState.PUBLISHED, CourseState.HIDDEN)
        to_confirm = mine.filter(reminded_on__isnull=False, state__in=published).count()
    return {"to_read": to_read, "to_confirm": to_confirm} if to_read or to_confirm else None
