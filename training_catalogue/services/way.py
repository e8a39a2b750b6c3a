"""The way of a course: one verb per row of `COURSE_STEPS`, one transaction each.

Every verb locks the row, so that of two people acting at once the second is told of the first.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from network.models import Organization, User

from ..choices import COURSE_STEPS, CourseActor, CourseState, CourseStep
from ..models import Course, CourseSequence, CourseStepEvent
from ..rules import acts_as, can_start, can_take
from .applying.closing import end_with_course
from .errors import MovedError, NotCompleteError, ReasonNeededError, StaleCourseError, UnverifiedProviderError
from .following import follow_course


def lock_course(course: Course, seen_revision: int | None = None) -> Course:
    """The course as it stands now, locked until the transaction ends.

    Raises StaleCourseError when it was saved since `seen_revision`, MovedError when it was moved since
    `course` was read; Course.DoesNotExist when it is gone.
    """
    row: Course = Course.objects.select_for_update(of=("self",)).select_related("provider").get(pk=course.pk)
    if seen_revision is not None and row.revision != seen_revision:
        raise StaleCourseError(row)
    if row.state != course.state:
        raise MovedError(row)
    return row


@transaction.atomic
def start_course(*, provider: Organization, by: User, language: str, **fields: Any) -> Course:
    """Begin a draft for a provider; `fields` as in `save_course`. Raises PermissionDenied."""
    if not can_start(by, provider):
        raise PermissionDenied
    topics = fields.pop("topics", None)
    course = Course(provider=provider, author=by, source_language=language, **fields)
    course.save()
    if topics is not None:
        course.topics.set(topics)
    _write_down(course, "start", "", by)
    return course


@transaction.atomic
def save_course(*, course: Course, by: User, seen_revision: int | None = None, **fields: Any) -> Course:
    """Change what a course says; `fields` are columns (`title_es`) and `topics`.

    Raises PermissionDenied, StaleCourseError, MovedError; NotCompleteError for what others read already.
    """
    row = lock_course(course, seen_revision)
    step = step_of(row, by, "edit")
    topics = fields.pop("topics", None)
    for name, value in fields.items():
        setattr(row, name, value)
    if topics is not None:
        row.topics.set(topics)
    _finish(row, step, by)
    return row


@transaction.atomic
def submit_course(*, course: Course, by: User, seen_revision: int | None = None) -> Course:
    """Publish it; a provider's first course goes to the Secretariat instead, which publishes it.

    Raises PermissionDenied, NotCompleteError, StaleCourseError, MovedError.
    """
    row = lock_course(course, seen_revision)
    return _move(row, step_of(row, by, "submit"), by)


@transaction.atomic
def approve_course(*, course: Course, by: User) -> Course:
    """Publish a provider's first course. Raises UnverifiedProviderError, and what `submit_course` raises."""
    row = lock_course(course)
    step = step_of(row, by, "approve")
    if not row.provider.is_verified:
        raise UnverifiedProviderError
    return _move(row, step, by)


@transaction.atomic
def return_course(*, course: Course, by: User, reason: str) -> Course:
    """Give a first course back to its provider with the reason. Raises ReasonNeededError."""
    return _move_by("return", course, by, reason)


@transaction.atomic
def confirm_course(*, course: Course, by: User) -> Course:
    """Say that all of it still holds; one that was hidden for want of it is seen again."""
    return _move_by("confirm", course, by)


@transaction.atomic
def withdraw_course(*, course: Course, by: User, reason: str) -> Course:
    """Take it back; its address stays and shows the reason, applications end. Raises ReasonNeededError."""
    return _move_by("withdraw", course, by, reason)


@transaction.atomic
def restore_course(*, course: Course, by: User, reason: str) -> Course:
    """Staff put a withdrawn course back. Raises ReasonNeededError."""
    return _move_by("restore", course, by, reason)


@transaction.atomic
def hide_course(*, course: Course) -> Course:
    """What nobody has confirmed is hidden by the clock, not deleted. Raises MovedError."""
    row = lock_course(course)
    step = next((each for each in COURSE_STEPS if (each.verb, each.source) == ("hide", row.state)), None)
    if step is None:
        raise MovedError(row)
    return _move(row, step, None)


@transaction.atomic
def delete_draft(*, course: Course, by: User) -> None:
    """Throw a draft away. Raises PermissionDenied, MovedError."""
    row = lock_course(course)
    step_of(row, by, "delete")
    row.delete()


def is_first_of(provider: Organization) -> bool:
    """Whether nothing of a provider has been published yet: then the Secretariat reads before."""
    return not Course.objects.filter(provider=provider, identifier__isnull=False).exists()


def _move_by(verb: str, course: Course, by: User, reason: str = "") -> Course:
    row = lock_course(course)
    return _move(row, step_of(row, by, verb), by, reason)


def step_of(course: Course, by: User, verb: str, *, first: bool | None = None) -> CourseStep:
    """The row of the table by which `by` may take `verb` from where the course is.

    `first` says whether nothing of the provider has been published yet, for who knows it. Raises
    PermissionDenied when the person may not, MovedError when they could have from another place.
    """
    if not can_take(by, course, verb):
        actors = {actor for row in COURSE_STEPS if row.verb == verb for actor in row.actors}
        leads_on = any(row.verb == verb and row.source == course.state for row in COURSE_STEPS)
        if not leads_on and any(_has(actor, by, course) for actor in actors):
            raise MovedError(course)
        raise PermissionDenied
    rows = [row for row in COURSE_STEPS if row.verb == verb and row.source == course.state]
    if len(rows) == 1:
        return rows[0]
    first = is_first_of(course.provider) if first is None else first
    return next(row for row in rows if row.first == first)


def _has(actor: CourseActor, by: User, course: Course) -> bool:
    return by.is_authenticated and acts_as(actor, by, course.provider)


def _move(course: Course, step: CourseStep, by: User | None, reason: str = "") -> Course:
    """Take one step with a locked row and write it down."""
    if step.needs_reason and not reason.strip():
        raise ReasonNeededError
    source = course.state
    course.state = step.target or course.state
    stamp(course, step)
    if step.target == CourseState.WITHDRAWN:
        end_with_course(course)
    _finish(course, step, by, source=source, reason=reason.strip())
    return course


def _finish(
    course: Course, step: CourseStep, by: User | None, *, source: str | None = None, reason: str = ""
) -> None:
    """Save, check that it is complete where others read it, and let all that follows from it follow."""
    if step.needs_complete and (missing := course.missing()):
        raise NotCompleteError(missing)
    course.revision += 1
    course.save()
    if step.verb != "edit":
        _write_down(course, step.verb, source or "", by, reason)
    follow_course(course, verb=step.verb, by=by)


def stamp(course: Course, step: CourseStep) -> None:
    """What the state that was reached brings with it: days, the identifier. Nothing is saved."""
    now = timezone.now()
    if step.target == CourseState.SUBMITTED:
        course.submitted_at = now
    if step.target == CourseState.PUBLISHED:
        course.published_at = course.published_at or now
        course.identifier = course.identifier or next_identifier(now.year)
        course.confirmed_on, course.reminded_on = now.date(), None


def _write_down(course: Course, verb: str, source: str, by: User | None, reason: str = "") -> None:
    event_of(course, verb, source, by, reason).save()


def event_of(course: Course, verb: str, source: str, by: User | None, reason: str = "") -> CourseStepEvent:
    """What is written down of a step that brought the course to where it is; not saved."""
    return CourseStepEvent(
        course=course, verb=verb, from_state=source, to_state=course.state, by=by, reason=reason
    )


def next_identifier(year: int) -> str:
    """The next TC-YYYY-NNNN of a year (UTC)."""
    return next_identifiers(year, 1)[0]


def next_identifiers(year: int, count: int) -> list[str]:
    """The next identifiers of a year, in their order.

    The numbers are taken under a row lock that is held until the transaction ends: one that fails gives its
    numbers back, so that none is given twice and none is skipped.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO training_catalogue_coursesequence AS sequence (year, last) VALUES (%s, %s)"
            " ON CONFLICT (year) DO UPDATE SET last = sequence.last + excluded.last RETURNING last",
            [year, count],
        )
        last = cursor.fetchone()[0]
    return [str(CourseSequence(year=year, last=number)) for number in range(last - count + 1, last + 1)]
