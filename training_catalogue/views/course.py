"""The public page of a course, at the address that never changes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..choices import CourseState
from ..models import Course


@require_safe
@shared
def page(request: HttpRequest, identifier: str) -> HttpResponse:
    """What the reader may see of a course; 410 with the reason once it was withdrawn."""
    withdrawn = Course.objects.filter(identifier=identifier, state=CourseState.WITHDRAWN)
    if course := withdrawn.select_related("provider").first():
        return _withdrawn(request, course)
    visible = Course.objects.visible_to(request.user).select_related("provider__state")
    course = get_object_or_404(visible, identifier=identifier)
    context = {
        "course": course,
        "title": course.passage("title"),
        "summary": course.passage("summary"),
        "crumbs": [(_("Training"), reverse("training:courses"))],
    }
    return render(request, "training/course.html", context)


def _withdrawn(request: HttpRequest, course: Course) -> HttpResponse:
    """The address of a withdrawn course says so, and why; nothing else of it is shown."""
    step = course.steps.filter(to_state=CourseState.WITHDRAWN).last()
    crumbs = [(_("Training"), reverse("training:courses"))]
    context = {"course": course, "step": step, "crumbs": crumbs}
    return render(request, "training/withdrawn.html", context, status=410)
