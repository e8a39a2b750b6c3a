"""Sessions in lists that go by time, of plain rows."""

from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse

from network.models import Passage
from network.ui import languages

from ..choices import SessionState
from ..querysets.lines import CourseLine, SessionLine
from ..services.indexing import SPECIMEN
from . import times, words


class Line(NamedTuple):
    """A session in a list, with its course; `what` happens to it on a day, where a day is shown."""

    url: str
    title: Passage
    provider: str
    provider_language: str
    is_sample: bool
    place: Passage
    days: str
    starts: str
    starts_here: str
    deadline: str
    status: str
    tone: str
    phase: str
    what: str = ""


def line(session: SessionLine) -> Line:
    """A dated session in words."""
    course, zone = session.course, session.time_zone
    tone, phase = words.TONES[SessionState(session.state)]
    until = session.deadline_at
    return Line(
        url=address(session),
        title=course.passage("title"),
        provider=course.provider.name,
        provider_language=course.provider.name_language,
        is_sample=course.is_demonstration,
        place=session.passage("place"),
        days=times.days(session.starts_at, session.ends_at, zone),
        starts=times.clock(session.starts_at, zone),
        starts_here=times.here(session.starts_at, zone),
        deadline=times.clock(until, zone) if until else "",
        status=words.status(session.state, session.seats_left),
        tone=tone,
        phase=phase,
    )


def address(session: SessionLine) -> str:
    """The place of a session on the page of its course."""
    return f"{course_address(session.course)}#session-{session.pk}"


def course_address(course: CourseLine) -> str:
    """The permanent address of a course, or the draft's."""
    if course.identifier:
        return _permanent(languages.active()).replace(SPECIMEN, course.identifier)
    return reverse("training:draft", args=[course.uuid])


@lru_cache(maxsize=len(languages.NAMES))
def _permanent(_language: str) -> str:
    return reverse("training:course", args=[SPECIMEN])
