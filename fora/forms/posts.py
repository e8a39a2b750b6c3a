"""What people type when they write in the fora."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.l10n.engine.detection import is_other_language, suggest_language
from network.services.inspecting import ACCEPTED, file_hint
from network.ui.templatetags.ui import language_in_words
from network.ui.widgets import FileUpload, MarkdownTextarea

from ..models import AgendaItem
from ..services.texts import LONGEST_POST, LONGEST_TITLE

DETECTED = 2_000  # characters that the language is guessed from


class PostForm(forms.Form):
    """A post: its text and the language that it is written in.

    A text that looks as if it were in another language than stated is asked about once: whoever sends it
    again with the same language means it.
    """

    use_required_attribute = False
    text = forms.CharField(
        label=_("Text"),
        help_text=_("Write in your language. Others read it in theirs, marked as translated by a machine."),
        widget=MarkdownTextarea({"rows": 8, "dir": "auto"}),
        error_messages={"required": _("Write something first.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        choices=Language.choices,
        error_messages={
            "required": _("Say in which language you write."),
            "invalid_choice": _("Say in which language you write."),
        },
    )
    meant = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.append(
            MaxLengthValidator(
                LONGEST_POST, _("Write at most %(limit_value)s characters; these are %(show_value)s.")
            )
        )

    def clean(self) -> dict[str, Any]:
        """Ask once about the language."""
        cleaned = super().clean() or self.cleaned_data
        text, language = cleaned.get("text"), cleaned.get("language")
        if text and language and cleaned.get("meant") != language and _is_other(text, language):
            self.add_error("language", self._doubt(text[:DETECTED], language))
        return cleaned

    def _doubt(self, text: str, language: str) -> str:
        self.data = self.data.copy()
        self.data[self.add_prefix("meant")] = language
        words = {
            "guess": language_in_words(suggest_language(text) or ""),
            "language": language_in_words(language),
        }
        return (
            gettext(
                "This looks as if it were written in %(guess)s. Choose the language, or publish again if it "
                "is %(language)s."
            )
            % words
        )


def _is_other(text: str, language: str) -> bool:
    return is_other_language(text[:DETECTED], language) and suggest_language(text[:DETECTED]) != language


class ThreadForm(PostForm):
    """A new thread: title and point of the agenda besides the first post."""

    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        help_text=_("A question or a statement that others recognise in a list."),
        error_messages={"required": _("Give the thread a title.")},
    )
    item = forms.ModelChoiceField(
        label=_("Point of the agenda"), queryset=AgendaItem.objects.none(), required=False
    )
    field_order = ("title", "item", "text", "language", "meant")

    def __init__(self, *args: Any, items: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if items is not None and items.exists():
            self.fields["item"].queryset = items  # type: ignore[attr-defined]
        else:
            del self.fields["item"]


class FileForm(forms.Form):
    """A file to go with a post, and for a picture what it shows."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("File"),
        help_text=file_hint(),
        widget=FileUpload({"accept": ACCEPTED}),
        error_messages={"required": _("Choose a file.")},
    )
    alternative_text = forms.CharField(
        label=_("Alternative text"),
        required=False,
        max_length=300,
        help_text=_("For a picture: what it shows, for those who cannot see it."),
    )
