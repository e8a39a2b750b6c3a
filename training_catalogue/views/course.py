"""The public page of a course, at the address that never changes."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.l10n.views.reading import shows_originals
from network.models import Passage
from network.ui.sharing import shared

from ..choices import Certificate, CourseLevel, CourseState, Mode, Pillar, SessionState
from ..models import Course, Session
from ..rules import can_take
from . import times, words
from .metadata import course_data, permanent_url

PROSE = (
    ("outcomes", gettext_lazy("What participants learn to do")),
    ("audience", gettext_lazy("For whom")),
    ("requirements", gettext_lazy("Entry requirements")),
    ("grants_note", gettext_lazy("What grants cover")),
    ("admission_note", gettext_lazy("How to apply")),
)


class Shown(NamedTuple):
    """A session on the page; hours are those of the place, `here` those of the reader's own clock."""

    session: Session
    days: str
    starts: str
    ends: str
    starts_here: str
    ends_here: str
    deadline: str
    deadline_here: str
    place: Passage
    note: Passage
    status: str
    tone: str
    phase: str


@require_safe
@shared
@shows_originals
def page(request: HttpRequest, identifier: str) -> HttpResponse:
    """What the reader may see of a course; 410 with the reason once it was withdrawn."""
    found = Course.objects.visible_to(request.user).exclude(state=CourseState.WITHDRAWN)
    course = (
        found.filter(identifier=identifier)
        .select_related("provider__state")
        .prefetch_related("topics", "sessions")
        .first()
    )
    if course is None:
        return _withdrawn(request, identifier)
    return render(request, "training_catalogue/course.html", page_context(request, course))


def page_context(request: HttpRequest, course: Course) -> dict[str, Any]:
    """What the template of a course shows, on the public page and to the Secretariat before."""
    sessions = list(course.sessions.all())
    return {
        "course": course,
        "title": course.passage("title"),
        "summary": course.passage("summary"),
        "prose": [(name, label, text) for name, label in PROSE if (text := course.passage(name))],
        "facts": in_brief(course),
        "sessions": shown_sessions(sessions),
        "translated_parts": sessions,
        "schema_org": course_data(course, sessions) if course.identifier else SafeString(""),
        "permanent_url": permanent_url(course),
        "may_edit": can_take(request.user, course, "edit"),
        "own_zone": times.own_zone(),
        "crumbs": crumbs(),
    }


def crumbs() -> list[tuple[str, str]]:
    """The way to every page of a course."""
    return [(_("Training"), reverse("training:courses"))]


def in_brief(course: Course) -> list[tuple[str, str]]:
    """What stands at the side: short values with their names; what is not known is left out."""
    volume = ", ".join(
        each
        for each in (
            words.hours(course.hours),
            words.hours_a_week(course.hours_a_week),
            words.weeks(course.weeks),
        )
        if each
    )
    rows = [
        (_("Mode"), words.label(Mode, course.mode)),
        (_("Level"), words.label(CourseLevel, course.level)),
        (_("Languages of instruction"), ", ".join(words.language_name(code) for code in course.languages)),
        (_("Language requirement"), words.requires(course.required_language, course.required_language_level)),
        (_("Volume"), volume),
        (_("Certificate"), words.label(Certificate, course.certificate)),
        (
            _("Fee"),
            words.fee(is_free=course.costs_nothing, amount=course.fee_amount, currency=course.fee_currency),
        ),
        (_("Grants"), _("Yes") if course.has_grants else ""),
        (_("Ministerial area"), words.label(Pillar, course.pillar)),
        (_("Application"), course.get_admission_display()),  # type: ignore[attr-defined]
    ]
    return [row for row in rows if row[1]]


def shown_sessions(sessions: Iterable[Session]) -> list[Shown]:
    """Sessions as the page shows them: what is still to come first, what is over last."""
    gone = (SessionState.ENDED, SessionState.CANCELLED)
    return [shown(each) for each in sorted(sessions, key=lambda each: each.state in gone)]


def shown(session: Session) -> Shown:
    """One session with its hours in words."""
    zone, (tone, phase) = session.time_zone, words.TONES[SessionState(session.state)]
    starts, ends, until = session.starts_at, session.ends_at, session.deadline_at
    return Shown(
        session=session,
        days=times.days(starts, ends, zone) if starts and ends else _("At any time"),
        starts=times.clock(starts, zone) if starts else "",
        ends=times.clock(ends, zone) if ends else "",
        starts_here=times.here(starts, zone) if starts else "",
        ends_here=times.here(ends, zone) if ends else "",
        deadline=times.clock(until, zone) if until else "",
        deadline_here=times.here(until, zone) if until else "",
        place=session.passage("place"),
        note=session.passage("note"),
        status=words.status(session.state, session.seats_left),
        tone=tone,
        phase=phase,
    )


def _withdrawn(request: HttpRequest, identifier: str) -> HttpResponse:
    """The address of a withdrawn course says so, and why; nothing else of it is shown."""
    gone = Course.objects.select_related("provider").filter(state=CourseState.WITHDRAWN)
    course = get_object_or_404(gone, identifier=identifier)
    step = course.steps.filter(to_state=CourseState.WITHDRAWN).last()
    context = {"course": course, "step": step, "crumbs": crumbs()}
    return render(request, "training_catalogue/withdrawn.html", context, status=410)
