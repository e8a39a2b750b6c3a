"""What can stand in the way of a change to a practice; each says what to do next."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from ..models import FieldComment, Practice, TransitionEvent


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
        words = {"state": practice.get_state_display(), "name": str(event.by) if event else ""}
        message = (
            _("%(name)s has moved this practice on; it is now “%(state)s”. Nothing of yours was applied.")
            % words
            if event
            else _("This practice is now “%(state)s”; the step cannot be taken from there.") % words
        )
        super().__init__(practice, message)
