"""Who gets to the pages of those who write, clear and screen adaptations; for others they do not exist."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from network.views.acting import ActingView, ButtonView

from ...models import Adaptation
from ...rules import adaptation_steps_open_to
from ...services.errors import PracticeError


class SignedIn(View):
    """Visitors are asked to sign in first; `may_enter` says who else finds nothing here."""

    def may_enter(self, user: Any) -> bool:
        """Who finds something here."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign in first; then 404 for whom the page is not for."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not self.may_enter(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class OfAdaptation(SignedIn):
    """A page of one adaptation that the person may see."""

    verb = ""

    @cached_property
    def adaptation(self) -> Adaptation:
        """The adaptation of the address."""
        found = Adaptation.objects.visible_to(self.request.user).for_page()
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may_step(self, user: Any, verb: str) -> bool:
        """Whether the table has this step for the person now."""
        return any(row.verb == verb for row in adaptation_steps_open_to(user, self.adaptation))


class AdaptationFormView(SignedIn, ActingView):
    """A form: what a service refuses in words is shown above it, with 422, and what was typed stays."""

    refused = (PracticeError,)
    template_name = "practices/adaptations/why.html"
    title: Any = ""
    lead: Any = ""
    submit: Any = ""

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Where the page lies."""
        raise NotImplementedError

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


class Button(OfAdaptation, ButtonView):
    """What one button does; it leads back to the adaptation."""

    refused = (PracticeError,)


def practice_crumbs(practice: Any) -> list[tuple[Any, ...]]:
    """The practice below the list; its identifier alone, which is the same in all languages."""
    return [
        (_("Practices"), reverse("practices:list")),
        (practice.identifier, practice.get_absolute_url()),
    ]


def adaptation_crumbs(adaptation: Adaptation) -> list[tuple[Any, ...]]:
    """The adaptation below the practice that it began with."""
    title = adaptation.passage("title")
    return [
        *practice_crumbs(adaptation.origin),
        (title.text, adaptation.get_absolute_url(), title.language),
    ]
