"""Lists that providers keep at their own addresses: what came of them, and what stands in the way."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.imports.choices import Outcome
from network.imports.models import Import, SourceLink
from network.imports.registry import find
from network.views.acting import ButtonView

from ...forms.sources import NewSourceForm, SourceForm
from ...models import Course, HarvestSource
from ...services.errors import TrainingError
from ...services.harvesting import sources
from ...services.importing import KIND
from .access import ForWriters, TrainingForm, desk_crumbs

SHOWN, HARVESTS = 50, 5
SWITCHES: dict[str, tuple[Any, Any]] = {
    "read": (sources.read_now, gettext_lazy("The list will be read in a moment.")),
    "stop": (
        lambda *, source, by: sources.switch(source=source, by=by, is_on=False),
        gettext_lazy("The list is not read any more."),
    ),
    "start": (
        lambda *, source, by: sources.switch(source=source, by=by, is_on=True),
        gettext_lazy("The list is read every day."),
    ),
    "remove": (sources.remove_source, gettext_lazy("The address is forgotten. Its courses stay.")),
}


class Speakers(ForWriters):
    """For who speaks for some provider."""

    rule = "training.harvest"


class Sources(Speakers):
    """Addresses of the providers that a person speaks for."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """All of them."""
        found = HarvestSource.objects.visible_to(request.user).select_related("provider")
        context = {"sources": found.order_by("provider__name", "pk")[:200], "crumbs": desk_crumbs()}
        return render(request, "training_catalogue/managing/sources.html", context)


class OfSource(Speakers):
    """A page or a button of one source."""

    @cached_property
    def source(self) -> HarvestSource:
        """The source of the address, for who speaks for its provider."""
        found = HarvestSource.objects.visible_to(self.request.user).select_related("provider", "by")
        return get_object_or_404(found, uuid=self.kwargs["uuid"])


def _crumbs() -> list[tuple[Any, ...]]:
    return [*desk_crumbs(), (_("Lists at addresses"), reverse("training:sources"))]


def _harvests(source: HarvestSource) -> list[tuple[Import, list[tuple[Any, int]]]]:
    """The last readings, each with what became of the rows that said something new."""
    found = Import.objects.filter(source_id=source.pk).with_outcomes().order_by("-started_at")[:HARVESTS]
    said = (Outcome.MADE, Outcome.CHANGED, Outcome.REFUSED)
    return [(each, [(one.label, n) for one in said if (n := getattr(each, f"rows_{one}"))]) for each in found]


class SourcePage(OfSource):
    """How the last reading went, the last harvests, what was changed here, what the list names no longer."""

    def get(self, request: HttpRequest, uuid: Any) -> HttpResponse:
        """The page."""
        links = SourceLink.objects.filter(source_id=self.source.pk)
        kept = list(links.exclude(kept=[]).order_by("-seen_at", "pk")[:SHOWN])
        missing = list(links.filter(missing_since__isnull=False).order_by("-missing_since", "pk")[:SHOWN])
        courses = Course.objects.in_bulk([link.object_id for link in (*kept, *missing)])
        context = {
            "source": self.source,
            "harvests": _harvests(self.source),
            "kept": [_kept(link, courses) for link in kept if link.object_id in courses],
            "missing": [_missing(link, courses) for link in missing if link.object_id in courses],
            "crumbs": _crumbs(),
        }
        return render(request, "training_catalogue/managing/source.html", context)


def _kept(link: SourceLink, courses: dict[int, Course]) -> dict[str, Any]:
    course, columns = courses[link.object_id], find(KIND).layout().main
    names = {name.removesuffix(f"_{course.source_language}") for name in link.kept}
    labels = [str(column.label) for name in sorted(names) if (column := columns.column(name))]
    return {"link": link, "course": course, "title": course.passage("title"), "fields": ", ".join(labels)}


def _missing(link: SourceLink, courses: dict[int, Course]) -> tuple[Any, ...]:
    course = courses[link.object_id]
    return link, course, course.passage("title")


class NewSource(Speakers, TrainingForm):
    """Name an address."""

    template_name = "training_catalogue/managing/step.html"
    form_class = NewSourceForm
    made: HarvestSource | None = None
    done = gettext_lazy("The list will be read in a moment.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """For the person's providers."""
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What it is about."""
        return super().get_context_data(
            title=_("Name a list of courses"),
            lead=_(
                "The portal reads the list once a day: new courses are entered, changed ones brought up to"
                " date. What the list does not say, you say here once for all."
            ),
            submit=_("Save and read it"),
            back=reverse("training:sources"),
            crumbs=_crumbs(),
            **kwargs,
        )

    def act(self, form: Any) -> None:
        """The one call."""
        self.made = sources.add_source(
            provider=form.cleaned_data["provider"],
            by=self.request.user,
            address=form.cleaned_data["address"],
            language=form.cleaned_data["language"],
            defaults=form.defaults(),
        )

    def get_success_url(self) -> str:
        """The source."""
        return self.made.get_absolute_url() if self.made else reverse("training:sources")


class EditSource(OfSource, TrainingForm):
    """Change the address, or what it leaves out."""

    template_name = "training_catalogue/managing/step.html"
    form_class = SourceForm
    done = gettext_lazy("Saved. The list will be read in a moment.")

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        return SourceForm.initial_of(self.source)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The source."""
        own = (self.source.address, self.source.get_absolute_url())
        return super().get_context_data(
            title=_("Change the source"),
            submit=_("Save and read it"),
            back=self.source.get_absolute_url(),
            crumbs=[*_crumbs(), own],
            **kwargs,
        )

    def act(self, form: Any) -> None:
        """The one call."""
        sources.change_source(
            source=self.source,
            by=self.request.user,
            address=form.cleaned_data["address"],
            defaults=form.defaults(),
        )

    def get_success_url(self) -> str:
        """The source."""
        return self.source.get_absolute_url()


class SourceStep(OfSource, ButtonView):
    """Read it now, stop, start, forget."""

    http_method_names = ["post", "options"]
    refused = (TrainingError,)

    def act(self) -> None:
        """The one call; 404 for a step that does not exist."""
        if self.kwargs["verb"] not in SWITCHES:
            raise Http404
        service, self.done = SWITCHES[self.kwargs["verb"]]
        service(source=self.source, by=self.request.user)

    def target(self) -> str:
        """The source, or the list when it is gone."""
        gone = self.kwargs["verb"] == "remove"
        return reverse("training:sources") if gone else self.source.get_absolute_url()


class GiveBack(OfSource, ButtonView):
    """Let the source speak again for an entry that was changed here."""

    http_method_names = ["post", "options"]
    done = gettext_lazy("The source speaks for this course again, from the next reading on.")

    def act(self) -> None:
        """The one call."""
        text = self.request.POST.get("link", "")
        link = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
        sources.let_speak(source=self.source, by=self.request.user, link=link)

    def target(self) -> str:
        """The source."""
        return self.source.get_absolute_url()
