"""What can stand in the way of moderation; each says what to do next."""

from django.utils.translation import gettext as _


class ModerationError(Exception):
    """Something that cannot be done now; `str()` is a sentence for the person, in the active language."""


class AlreadyDoneError(ModerationError):
    """Another person was first."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else has dealt with this in the meantime. See how it stands now."))


class ClaimedError(ModerationError):
    """Another person works on the case."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s works on this case.") % {"name": name})


class ReasonNeededError(ModerationError):
    """The author reads why."""

    def __init__(self) -> None:
        super().__init__(_("Choose a reason: the person concerned reads it."))
