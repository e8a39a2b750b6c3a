"""What can stand in the way of a change to a course or a session; each says what to do next."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from ..models import Course, Session


class TrainingError(Exception):
    """A change that cannot be made now; `str()` is a sentence for the person, in the active language."""


class NotCompleteError(TrainingError):
    """Required fields are empty; `missing` holds their names."""

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__(_("Some required parts are still empty. Fill them in, then try again."))


class ReasonNeededError(TrainingError):
    """The step needs words."""

    def __init__(self) -> None:
        super().__init__(_("Say why: the people concerned read it."))


class UnverifiedProviderError(TrainingError):
    """Courses of organizations that the Secretariat has not verified are not published."""

    def __init__(self) -> None:
        super().__init__(_("The organization is not verified yet. Verify it first, then publish its course."))


class StaleCourseError(TrainingError):
    """Someone saved the course since it was read; `course` is how it stands now."""

    def __init__(self, course: "Course") -> None:
        self.course = course
        super().__init__(
            _("Someone else changed this course in the meantime. See what is new, then try again.")
        )


class MovedError(TrainingError):
    """The step cannot be taken from where the course or session is now."""

    def __init__(self, record: "Course | Session") -> None:
        self.record = record
        super().__init__(
            _("This is now “%(state)s”; the step cannot be taken from there.")
            % {"state": record.get_state_display()}  # type: ignore[union-attr]  # Django adds it
        )


class SeatsTakenError(TrainingError):
    """Fewer seats than are taken already."""

    def __init__(self, taken: int) -> None:
        super().__init__(_("%(taken)s seats are taken already: there cannot be fewer.") % {"taken": taken})
