"""The list of courses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..models import Course

NEWEST = 25


@require_safe
@shared
def course_list(request: HttpRequest) -> HttpResponse:
    """The newest courses that everyone may see."""
    courses = Course.objects.visible_to(request.user).published().select_related("provider")[:NEWEST]
    rows = [
        {"course": course, "title": course.passage("title"), "summary": course.passage("summary")}
        for course in courses
    ]
    return render(request, "training/list.html", {"rows": rows})
