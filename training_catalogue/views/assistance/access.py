"""Who gets to the pages of those who write, answer and decide; for others they do not exist."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from network.views.acting import ButtonView, WordedForm
from network.views.guarding import SignedIn

from ...services.errors import TrainingError


class TrainingForm(WordedForm):
    """A form: what a service refuses in words is shown above it, with 422."""

    refused = (TrainingError,)
    template_name = "training_catalogue/assistance/form.html"

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Where the page lies."""
        return [list_crumb()]


class Action(SignedIn, ButtonView):
    """What one button does; it leads back to `target`."""

    refused = (TrainingError,)


def training_crumb() -> tuple[str, str]:
    """The catalogue above its rooms."""
    return (_("Training"), reverse("training:courses"))


def list_crumb() -> tuple[str, str]:
    """The list of offers and requests."""
    return (_("Technical assistance"), reverse("training:assistance_list"))


def record_crumb(record: Any) -> tuple[str, str, str]:
    """A record above its own pages, in the language that its title is read in."""
    title = record.passage("title")
    return title.text, record.get_absolute_url(), title.language
