"""What can stand in the way of a change to a practice; each says what to do next."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from network.models import User

    from ..choices import ReviewEnd
    from ..models import FieldComment, Practice, TransitionEvent


def _name(event: "TransitionEvent | None") -> str:
    """Who took a step; nobody is named for one that scores took."""
    return str(event.by) if event and event.by else ""


class PracticeError(Exception):
    """A change that cannot be made now; `str()` is a sentence for the person, in the active language."""


class NotCompleteError(PracticeError):
    """Required fields are empty; `missing` holds their names by section's slug."""

    def __init__(self, missing: dict[str, list[str]]) -> None:
        self.missing = missing
        super().__init__(_("Some required parts are still empty. Fill them in, then try again."))


class UnansweredCommentsError(PracticeError):
    """Comments of the screener wait for an answer; `comments` holds them."""

    def __init__(self, comments: list["FieldComment"]) -> None:
        self.comments = comments
        super().__init__(_("Answer every comment of the Secretariat before you submit the practice again."))


class CommentNeededError(PracticeError):
    """The step needs words: why it is sent back, returned, declined or withdrawn."""

    def __init__(self) -> None:
        super().__init__(_("Say why: the people who wrote the practice read it."))


class StaleObjectError(PracticeError):
    """Someone saved the practice since it was read; `practice` is how it stands now."""

    def __init__(self, practice: "Practice", message: str = "") -> None:
        self.practice = practice
        super().__init__(
            message
            or _("Someone else changed this practice in the meantime. See what is new, then try again.")
        )


class ConflictError(StaleObjectError):
    """Someone else moved the practice first; `event` says who, when and to what."""

    def __init__(self, practice: "Practice", event: "TransitionEvent | None") -> None:
        self.event = event
        words = {"state": practice.get_state_display(), "name": _name(event)}
        message = (
            _("%(name)s has moved this practice on; it is now “%(state)s”. Nothing of yours was applied.")
            % words
            if event and event.by
            else _("This practice is now “%(state)s”; the step cannot be taken from there.") % words
        )
        super().__init__(practice, message)


class ResultNeededError(PracticeError):
    """The reviewers have no result yet, on which alone a practice in review is decided."""

    def __init__(self) -> None:
        super().__init__(_("The two reviewers have not come to a result yet."))


class ReviewersNeededError(PracticeError):
    """A review takes exactly two people."""

    def __init__(self) -> None:
        super().__init__(_("Name two different reviewers."))


class ConflictOfInterestError(PracticeError):
    """A person may not judge this practice; `person` and `reason` (ReviewEnd) say who and why."""

    def __init__(self, person: "User", reason: "ReviewEnd") -> None:
        self.person, self.reason = person, reason
        words = {"name": person.full_name, "reason": reason.label}
        super().__init__(_("%(name)s cannot review this practice. %(reason)s.") % words)


class NoRatingAskedError(PracticeError):
    """The state asks for no rating of its practice."""

    def __init__(self) -> None:
        super().__init__(_("The state asks for no rating of this practice: publish it as not rated."))


class AlreadyRatedError(PracticeError):
    """What is public is rated already; a new version can be reviewed again."""

    def __init__(self) -> None:
        super().__init__(_("This practice is rated already. A new version of it can be reviewed again."))


class ReviewEndedError(PracticeError):
    """The review does not count any more, or the round is decided."""

    def __init__(self, reason: str = "") -> None:
        self.reason = reason
        text = _("This review has ended.")
        super().__init__(f"{text} {reason}." if reason else text)


class NotScoredError(PracticeError):
    """Something is not scored yet; `missing` names it (see services/scores.py)."""

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__(_("Some scores are still missing."))


class AppealError(PracticeError):
    """The refusal cannot be appealed against."""


class AppealTooLateError(AppealError):
    """The time for it has passed; `days` it was."""

    def __init__(self, days: int) -> None:
        text = ngettext(
            "An appeal can be made within %(days)s day of the decision; that time has passed.",
            "An appeal can be made within %(days)s days of the decision; that time has passed.",
            days,
        )
        super().__init__(text % {"days": days})


class AppealedBeforeError(AppealError):
    """Once is all."""

    def __init__(self) -> None:
        super().__init__(
            _("A decision on this practice has been appealed against before; it can be done once.")
        )


class NewVersionOpenError(AppealError):
    """A new version is on its way already."""

    def __init__(self) -> None:
        super().__init__(_("A new version of this practice is being prepared already: send that one in."))
