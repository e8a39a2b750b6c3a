"""What can stop a person at the translation desk; each error carries words for the person."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from ..models import Translation


class TranslationError(Exception):
    """Something stands in the way; `translation` is the row as it stands now."""

    message = _("This translation cannot be changed now.")

    def __init__(self, translation: "Translation | None" = None) -> None:
        super().__init__(str(self.message))
        self.translation = translation


class SourceChangedError(TranslationError):
    """The author changed the original while a person worked on its translation."""

    message = _("The original has changed meanwhile. Your text is kept: compare it with the new original.")


class ClaimedError(TranslationError):
    """Another person works on it."""

    message = _("Another person is working on this translation.")


class GoneError(TranslationError):
    """The record was deleted, or nobody else reads it any more."""

    message = _("This text is not read by others any more.")


class TextError(TranslationError):
    """The text given is empty or too long for its place."""

    message = _("Write a translation that is not empty and not too long for its place.")


class ReasonNeededError(TranslationError):
    """A rejection without words."""

    message = _("Say what is wrong with the translation.")
