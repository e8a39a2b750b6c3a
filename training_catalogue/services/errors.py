"""What can stand in the way of a change to a course or a session; each says what to do next."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from ..choices.applications import Obstacle
    from ..models import Application, Course


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
    """The step cannot be taken from where the record is now."""

    def __init__(self, record: Any) -> None:
        self.record = record
        super().__init__(
            _("This is now “%(state)s”; the step cannot be taken from there.")
            % {"state": record.get_state_display()}
        )


class SeatsTakenError(TrainingError):
    """Fewer seats than are taken already."""

    def __init__(self, taken: int) -> None:
        super().__init__(_("%(taken)s seats are taken already: there cannot be fewer.") % {"taken": taken})


class StaleError(TrainingError):
    """Someone saved the record since it was read."""

    def __init__(self) -> None:
        super().__init__(_("Someone else has changed this in the meantime. See what is new, then try again."))


class NotTrustedError(TrainingError):
    """The first offer or request of a party goes through the Secretariat."""

    def __init__(self) -> None:
        super().__init__(_("The Secretariat reads your first offer or request: submit it."))


class EmptyError(TrainingError):
    """Nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("Write something first."))


class NobodyError(TrainingError):
    """Nobody with an account speaks for the party."""

    def __init__(self) -> None:
        super().__init__(
            _("Nobody speaks for this party in the portal yet. Write to the Secretariat instead.")
        )


class TooOftenError(TrainingError):
    """Too many messages in a day."""

    def __init__(self) -> None:
        super().__init__(_("You have sent many messages today. Try again tomorrow."))


class TermsMissingError(TrainingError):
    """Objective, activities or dates are not there yet."""

    def __init__(self) -> None:
        super().__init__(
            _("Objective, activities and the first day are needed before the terms can be agreed.")
        )


class ReportMissingError(TrainingError):
    """A cooperation ends with a report."""

    def __init__(self) -> None:
        super().__init__(_("A cooperation is completed with its report: write the result and the report."))


class NotOpenError(TrainingError):
    """The round takes no answers on this day."""

    def __init__(self) -> None:
        super().__init__(_("This round of the survey takes no answers today."))


class FileNotKeptError(TrainingError):
    """The disk takes no more."""

    def __init__(self) -> None:
        super().__init__(_("The portal has no room for files just now. Try again later."))


class NoFitError(TrainingError):
    """The pair cannot be proposed."""

    def __init__(self) -> None:
        super().__init__(_("Choose an open offer and an open request of two different parties."))


class CannotApplyError(TrainingError):
    """Nobody can apply for the session here now; `obstacle` says why."""

    def __init__(self, obstacle: "Obstacle") -> None:
        self.obstacle = obstacle
        super().__init__(str(obstacle.label))


class AlreadyAppliedError(TrainingError):
    """The person's application to the session stands already; `application` is it."""

    def __init__(self, application: "Application") -> None:
        self.application = application
        super().__init__(_("You have applied for this session already."))


class NoSeatError(TrainingError):
    """All seats are taken."""

    def __init__(self) -> None:
        super().__init__(_("No seat is free. Put the person on the waiting list instead."))


class SeatFreeError(TrainingError):
    """Nobody waits while a seat is free."""

    def __init__(self) -> None:
        super().__init__(_("A seat is free: accept the person, or decline with a reason."))


class NoWaitingListError(TrainingError):
    """The session keeps no waiting list."""

    def __init__(self) -> None:
        super().__init__(_("This session has no waiting list."))


class BegunError(TrainingError):
    """It is too late for decisions."""

    def __init__(self) -> None:
        super().__init__(_("The session has begun or is cancelled: nothing is decided any more."))
