"""Many new courses of a provider at once: the steps and rules of one, with few statements for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.l10n.services.staleness import follow_new
from network.models import Organization, User
from network.querysets.in_bulk import add_all
from network.search.services import index_objects

from ..choices import CourseState
from ..models import Course, CourseStepEvent, Session
from ..rules import can_schedule, can_start, can_take
from . import way
from .indexing import KIND, turns_on
from .news import tell_of_step
from .sessions import new_session


@dataclass(frozen=True)
class NewCourse:
    """What a course says: its columns and topics; per session its columns and whether it takes people.

    `publish`: it is published, or goes to the Secretariat as the provider's first.
    """

    language: str
    columns: Mapping[str, Any]
    topics: Sequence[Any] = ()
    sessions: Sequence[tuple[Mapping[str, Any], bool]] = field(default_factory=tuple)
    publish: bool = True


class Entered(NamedTuple):
    """What became of one: None where it is not complete; whether it waits for the provider's first one."""

    course: Course | None
    waits: bool = False


@dataclass
class _Made:
    """A course on its way in, with what belongs to it."""

    course: Course
    topics: Sequence[Any]
    sessions: list[Session]
    submits: bool


@transaction.atomic
def enter_courses(*, provider: Organization, by: User, courses: Sequence[NewCourse]) -> list[Entered]:
    """Begin courses with their sessions, and publish those that are to be. Raises PermissionDenied."""
    if not can_start(by, provider):
        raise PermissionDenied
    entering = _Entering(provider, by)
    found = [entering.enter(each) for each in courses]
    entering.store()
    return found


class _Entering:
    """Courses that are stored together."""

    def __init__(self, provider: Organization, by: User) -> None:
        self.provider, self.by, self.now = provider, by, timezone.now()
        self.is_first = way.is_first_of(provider)
        submitted = Course.objects.filter(provider=provider, state=CourseState.SUBMITTED)
        self.one_waits = self.is_first and submitted.exists()
        self.made: list[_Made] = []
        self.events: list[CourseStepEvent] = []

    def enter(self, new: NewCourse) -> Entered:
        """Begin one, in memory: its first step is taken, and whether the next one can be is known."""
        course = Course(provider=self.provider, author=self.by, source_language=new.language, **new.columns)
        if new.sessions and not can_schedule(self.by, course):
            raise PermissionDenied
        wants = new.publish and can_take(self.by, course, "submit")
        submits = wants and not self.one_waits
        if submits and course.missing(new.topics):
            return Entered(None)
        self.one_waits |= submits and self.is_first
        sessions = [new_session(course, is_open=is_open, **values) for values, is_open in new.sessions]
        course.turns_on = turns_on(sessions, self.now.date())
        self.made.append(_Made(course, new.topics, sessions, submits))
        return Entered(course, wants and not submits)

    def store(self) -> None:
        """Submit, write all down, and let search, translations and news follow."""
        self._take_steps()
        courses = [each.course for each in self.made]
        add_all(courses)
        self._link()
        add_all([session for each in self.made for session in each.sessions])
        CourseStepEvent.objects.bulk_create(self.events)
        for each in self.made:
            each.course._prefetched_objects_cache = {"sessions": each.sessions}
        follow_new(courses)
        published = [course.pk for course in courses if course.state == CourseState.PUBLISHED]
        index_objects(KIND, published, are_new=True)
        for event in self.events:
            tell_of_step(event.course, event.verb, self.by)

    def _take_steps(self) -> None:
        """Each is begun; those that can be are published, or the first brought to the Secretariat."""
        submitted = [each.course for each in self.made if each.submits]
        numbers = iter(
            way.next_identifiers(self.now.year, len(submitted)) if submitted and not self.is_first else ()
        )
        for each in self.made:
            course = each.course
            self.events.append(way.event_of(course, "start", "", self.by))
            if each.submits:
                source, step = course.state, way.step_of(course, self.by, "submit", first=self.is_first)
                course.state = step.target or course.state
                course.identifier = next(numbers, None)
                way.stamp(course, step)
                course.revision += 1
                self.events.append(way.event_of(course, "submit", source, self.by))

    def _link(self) -> None:
        through: Any = Course.topics.through
        through.objects.bulk_create(
            through(course_id=each.course.pk, topic_id=key)
            for each in self.made
            for key in dict.fromkeys(getattr(topic, "pk", topic) for topic in each.topics)
        )
