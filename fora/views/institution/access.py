"""Who gets to the pages behind a space: those who keep it; for others they do not exist."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from network.forms.hours import WASHINGTON
from network.views.acting import ActingView
from network.views.guarding import SignedIn

from ...models import Space
from ...rules import is_staff_manager, keeps
from ...services.errors import ForaError


def zone_of(user: Any) -> str:
    """The time zone that a person's hours are entered in; Washington's for who has said none."""
    return user.time_zone if user.time_zone != "UTC" else WASHINGTON


class KeptSpace(SignedIn):
    """A page of one space for those who keep it: facilitators, chairs, staff managers; others get 404."""

    title: Any = ""

    def may_enter(self, user: Any) -> bool:
        """Not for whoever does not keep the space."""
        return keeps(user, self.space)

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
