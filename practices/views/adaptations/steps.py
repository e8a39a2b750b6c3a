"""Steps of an adaptation: buttons, and forms where a step says why."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from ...choices.adaptations import ADAPTATION_STEPS
from ...forms.adaptation import ResultForm, WhyForm
from ...services.adapting.way import link_result, take_step
from .access import AdaptationFormView, Button, OfAdaptation, adaptation_crumbs
from .wording import DONE, LEADS, STEPS

WITH_COMMENT = {row.verb for row in ADAPTATION_STEPS if row.needs_comment}
BY_BUTTON = set(STEPS) - WITH_COMMENT - {"link"}


class Step(Button):
    """A step that needs no words: one button."""

    def may_enter(self, user: Any) -> bool:
        """Known steps without words, of what the person may see; the service sees to the rest."""
        return self.kwargs["verb"] in BY_BUTTON and bool(self.adaptation)

    def act(self) -> None:
        """Take it, from the revision that was on the page."""
        verb, seen = self.kwargs["verb"], self.request.POST.get("revision", "")
        take_step(
            adaptation=self.adaptation,
            by=self.request.user,  # type: ignore[arg-type]
            verb=verb,
            seen_revision=int(seen) if seen.isascii() and seen.isdigit() else None,
        )
        self.done = DONE[verb]

    def target(self) -> str:
        """Back to the adaptation; to one's own where it is gone."""
        gone = self.kwargs["verb"] == "delete" and bool(self.done)
        return reverse("practices:adaptations") if gone else self.adaptation.get_absolute_url()


class Why(OfAdaptation, AdaptationFormView):
    """A step that says why."""

    form_class = WhyForm

    def may_enter(self, user: Any) -> bool:
        """Who may take it now."""
        return self.kwargs["verb"] in WITH_COMMENT and self.may_step(user, self.kwargs["verb"])

    def get_initial(self) -> dict[str, Any]:
        """The revision that the person has read."""
        return {"revision": self.adaptation.revision}

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the adaptation."""
        return adaptation_crumbs(self.adaptation)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button says what will be done."""
        verb = self.kwargs["verb"]
        self.title = self.submit = STEPS[verb]
        self.lead = LEADS[verb]
        return super().get_context_data(**kwargs)

    def act(self, form: WhyForm) -> None:
        """Take it with the comment."""
        verb = self.kwargs["verb"]
        take_step(
            adaptation=self.adaptation,
            by=self.request.user,  # type: ignore[arg-type]
            verb=verb,
            comment=form.cleaned_data["comment"],
            seen_revision=form.cleaned_data["revision"],
        )
        self.done = DONE[verb]

    def get_success_url(self) -> str:
        """Back to the adaptation."""
        return self.adaptation.get_absolute_url()


class Result(OfAdaptation, AdaptationFormView):
    """Say which practice came of a published adaptation."""

    form_class = ResultForm
    title = STEPS["link"]
    submit = gettext_lazy("Save")
    done = DONE["link"]

    def may_enter(self, user: Any) -> bool:
        """The focal points of the state that adapted."""
        return self.may_step(user, "link")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of which adaptation."""
        return super().get_form_kwargs() | {"adaptation": self.adaptation}

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the adaptation."""
        return adaptation_crumbs(self.adaptation)

    def act(self, form: ResultForm) -> None:
        """Keep the link."""
        link_result(
            adaptation=self.adaptation,
            by=self.request.user,  # type: ignore[arg-type]
            practice=form.cleaned_data["resulting_practice"],
        )

    def get_success_url(self) -> str:
        """Back to the adaptation."""
        return self.adaptation.get_absolute_url()
