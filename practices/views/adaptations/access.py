"""Who gets to the pages of those who write, clear and screen adaptations; for others they do not exist."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from network.views.acting import ButtonView, WordedForm
from network.views.guarding import SignedIn

from ...models import Adaptation
from ...rules import adaptation_steps_open_to
from ...services.errors import PracticeError


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


class AdaptationFormView(WordedForm):
    """A form: what a service refuses in words is shown above it, with 422, and what was typed stays."""

    refused = (PracticeError,)
    template_name = "practices/adaptations/why.html"


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
