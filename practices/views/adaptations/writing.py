"""Telling of an adaptation, changing its words, and the list of those of one's own states."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.views.guarding import SignedIn

from ...forms.adaptation import AdaptationForm
from ...models import Adaptation, Practice
from ...rules import can_adapt, can_write_adaptation, writes_for_a_state
from ...services.adapting.writing import save_adaptation, start_adaptation
from .access import AdaptationFormView, OfAdaptation, adaptation_crumbs, practice_crumbs
from .wording import SIGNS

MOST = 100


class Adapt(AdaptationFormView):
    """ "We adapted this": a draft that begins with a published practice."""

    template_name = "practices/adaptations/write.html"
    form_class = AdaptationForm
    title = gettext_lazy("We adapted this practice")
    submit = gettext_lazy("Save the draft")
    done = gettext_lazy("Saved as a draft. Read it once more, then hand it on.")
    made: Adaptation | None = None

    @cached_property
    def practice(self) -> Practice:
        """The published practice of the address."""
        found = Practice.objects.published().select_related("country")
        return get_object_or_404(found, identifier=self.kwargs["identifier"])

    def may_enter(self, user: Any) -> bool:
        """Who writes for a state."""
        return can_adapt(user, self.practice)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the practice."""
        return practice_crumbs(self.practice)

    def get_form_kwargs(self) -> dict[str, Any]:
        """For whom the person may write, and of what."""
        return super().get_form_kwargs() | {"user": self.request.user, "practice": self.practice}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the practice above the form."""
        more = {"practice": self.practice, "practice_title": self.practice.passage("title")}
        return super().get_context_data(**(more | kwargs))

    def act(self, form: AdaptationForm) -> None:
        """Save the draft."""
        self.made = start_adaptation(
            practice=self.practice,
            by=self.request.user,  # type: ignore[arg-type]
            country=form.cleaned_data["country"],
            words=form.words(),
        )

    def get_success_url(self) -> str:
        """To its page, where it is handed on."""
        return (self.made or self.practice).get_absolute_url()


class Edit(OfAdaptation, AdaptationFormView):
    """Change the words of a draft, or of what was returned."""

    template_name = "practices/adaptations/write.html"
    form_class = AdaptationForm
    title = gettext_lazy("Change the adaptation")
    submit = gettext_lazy("Save")
    done = gettext_lazy("Saved.")

    def may_enter(self, user: Any) -> bool:
        """Those in whose hands it is."""
        return can_write_adaptation(user, self.adaptation)

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the adaptation."""
        return adaptation_crumbs(self.adaptation)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is written."""
        more = {"practice": self.adaptation.origin, "adaptation": self.adaptation}
        return super().get_form_kwargs() | {"user": self.request.user} | more

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the practice above the form."""
        origin = self.adaptation.origin
        more = {"practice": origin, "practice_title": origin.passage("title")}
        return super().get_context_data(**(more | kwargs))

    def act(self, form: AdaptationForm) -> None:
        """Save, unless somebody else did since the form was opened."""
        save_adaptation(
            adaptation=self.adaptation,
            by=self.request.user,  # type: ignore[arg-type]
            words=form.words(),
            revision=form.cleaned_data["revision"] or 0,
        )

    def get_success_url(self) -> str:
        """Back to the adaptation."""
        return self.adaptation.get_absolute_url()


class Mine(SignedIn):
    """What the person's states adapted, wherever it is on its way."""

    def may_enter(self, user: Any) -> bool:
        """Those who write for a state."""
        return writes_for_a_state(user)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The last changed first."""
        found = Adaptation.objects.of_people(request.user).for_page().order_by("-changed_at", "-pk")[:MOST]
        context = {
            "rows": [(adaptation, SIGNS[adaptation.state]) for adaptation in found],
            "crumbs": [(_("Practices"), reverse("practices:list"))],
        }
        return render(request, "practices/adaptations/mine.html", context)
