"""What can stand in the way of a step of an import; each says what to do next."""

from django.utils.translation import gettext as _


class ImportsError(Exception):
    """A step that cannot be taken now; `str()` is a sentence for the person, in the active language."""


class MovedOnError(ImportsError):
    """Somebody was first, or it is over."""

    def __init__(self) -> None:
        super().__init__(_("This import has moved on in the meantime."))


class NothingToTakeError(ImportsError):
    """No row can be taken over."""

    def __init__(self) -> None:
        super().__init__(_("There is no row to take over: correct the file and hand it in again."))


class NoRoomError(ImportsError):
    """The disk takes no more."""

    def __init__(self) -> None:
        super().__init__(_("The portal has no room for files just now. Try again later."))
