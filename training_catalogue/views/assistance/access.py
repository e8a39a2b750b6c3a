"""Who gets to the pages of those who write, answer and decide; for others they do not exist."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from network.views.acting import ActingView, ButtonView

from ...services.errors import TrainingError


class SignedIn(View):
    """Visitors are asked to sign in first; `may_enter` says who else finds nothing here."""

    def may_enter(self, user: Any) -> bool:
        """Everyone who has signed in."""
        return True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign in first; then 404 for whom the page is not for."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not self.may_enter(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class TrainingForm(SignedIn, ActingView):
    """A form: what a service refuses in words is shown above it, with 422."""

    refused = (TrainingError,)

    template_name = "training_catalogue/assistance/form.html"
    title: Any = ""
    lead: Any = ""
    submit: Any = ""

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Where the page lies."""
        return [list_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words around the form."""
        words = {
            "title": self.title,
            "lead": self.lead,
            "submit": self.submit,
            "crumbs": self.crumbs(),
            "back": self.get_success_url(),
        }
        return super().get_context_data(**(words | kwargs))


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
