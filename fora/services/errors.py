"""What can stand in the way of a change; each says what to do next."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from network.moderation.models import Sanction

    from ..models import Post, Space


class ForaError(Exception):
    """A change that cannot be made now; `str()` is a sentence for the person, in the active language."""


class ClosedError(ForaError):
    """The space takes no posts at this hour, whatever door somebody comes by."""

    def __init__(self, space: "Space") -> None:
        self.space = space
        super().__init__(
            _("This forum has not opened yet.")
            if not space.has_opened
            else _("This forum is closed: no more posts are taken.")
        )


class LockedError(ForaError):
    """The thread takes no posts."""

    def __init__(self) -> None:
        super().__init__(_("This thread takes no more posts."))


class SanctionedError(ForaError):
    """The author may not write for now; `sanction` says until when."""

    def __init__(self, sanction: "Sanction") -> None:
        self.sanction = sanction
        super().__init__(_("You may not write here for now. See the moderators’ reason in your messages."))


class TooManyError(ForaError):
    """Too many posts in a short time; `seconds` until the next one."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(_("You have written many posts in a short time. Wait a moment, then try again."))


class TextError(ForaError):
    """The text cannot be taken; `code` is "empty", "too_long" or "language"."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


class ReasonNeededError(ForaError):
    """The person concerned reads why."""

    def __init__(self) -> None:
        super().__init__(_("Choose a reason: the author reads it."))


class ConflictError(ForaError):
    """Someone was first; `post` is how it stands now."""

    def __init__(self, post: "Post | None" = None) -> None:
        self.post = post
        super().__init__(
            _("This has changed in the meantime: it is now “%(state)s”. Nothing of yours was applied.")
            % {"state": post.get_state_display()}
            if post is not None
            else _("This has changed in the meantime. See how it stands now.")
        )
