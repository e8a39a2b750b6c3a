"""Who gets to the pages behind a space: those who keep it; for others they do not exist."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from network.forms.hours import WASHINGTON
from network.views.acting import ActingView

from ...models import Space
from ...rules import is_staff_manager, keeps
from ...services.errors import ForaError


def zone_of(user: Any) -> str:
    """The time zone that a person's hours are entered in; Washington's for who has said none."""
    return user.time_zone if user.time_zone != "UTC" else WASHINGTON


class SignedIn(View):
    """Visitors are asked to sign in first."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign in first; then what the page itself demands."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return super().dispatch(request, *args, **kwargs)


class KeptSpace(SignedIn):
    """A page of one space for those who keep it: facilitators, chairs, staff managers; others get 404."""

    title: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for whoever does not keep the space."""
        if request.user.is_authenticated and not keeps(request.user, self.space):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def space(self) -> Space:
        """The space of the address, for who may know of it."""
        return get_object_or_404(Space.objects.visible_to(self.request.user), slug=self.kwargs["slug"])

    def here(self) -> dict[str, Any]:
        """What every page of the preparation shows."""
        return {
            "space": self.space,
            "title": self.title,
            "is_staff_manager": is_staff_manager(self.request.user),
            "crumbs": [
                (_("Fora"), reverse("fora:overview")),
                space_crumb(self.space),
                *(
                    [(_("Preparation"), reverse("fora:prepare", args=[self.space.slug]))]
                    if self.title
                    else []
                ),
            ],
        }


class ForaForm(ActingView):
    """A form of the fora: what a service refuses in words is shown above it."""

    refused = (ForaError,)


class KeptForm(KeptSpace, ForaForm):
    """A form of the preparation."""

    template_name = "fora/prepare/form.html"
    lead: Any = ""
    submit: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The space beside the form."""
        words = {"lead": self.lead, "submit": self.submit or _("Save"), "back": self.get_success_url()}
        return super().get_context_data(**self.here(), **words, **kwargs)

    def get_success_url(self) -> str:
        """Back to the overview of the preparation."""
        return reverse("fora:prepare", args=[self.space.slug])


def space_crumb(space: Space) -> tuple[str, str, str]:
    """The space above its own pages, in the language that its title is read in."""
    title = space.passage("title")
    return title.text, space.get_absolute_url(), title.language
