"""Background papers: keeping them, and handing them to those who may read the space."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.views.acting import ActingView
from network.views.handing_out import hand_out

from ...forms.institution.parts import PaperForm, VersionForm
from ...models import BackgroundPaper, PaperVersion
from ...services.preparing import add_file, add_link, add_paper, change_paper, remove_paper, remove_version
from .access import KeptForm, KeptSpace


class Papers(KeptForm):
    """The papers there are, and a form for one more."""

    template_name = "fora/prepare/papers.html"
    form_class = PaperForm
    title = gettext_lazy("Background papers")
    made: BackgroundPaper | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """In the language of the space."""
        return super().get_form_kwargs() | {"space": self.space}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is there."""
        papers = self.space.papers.visible_to(self.request.user).prefetch_related("versions")
        return super().get_context_data(papers=papers, **kwargs)

    def act(self, form: PaperForm) -> None:
        """Add it; its document follows on its own page."""
        self.made = add_paper(space=self.space, words=form.words(), by=self.request.user)

    def get_success_url(self) -> str:
        """To the paper, to put in its document; before there is one, to the overview."""
        if self.made is None:
            return super().get_success_url()
        return reverse("fora:prepare_paper", args=[self.space.slug, self.made.pk])


class OfPaper(KeptSpace):
    """A page of one paper of the space."""

    @cached_property
    def paper(self) -> BackgroundPaper:
        """The paper, of this space."""
        found = self.space.papers.visible_to(self.request.user).select_related("space")
        return get_object_or_404(found.prefetch_related("versions"), pk=self.kwargs["pk"])


class PaperPage(OfPaper, KeptForm):
    """Change what a paper is called; see and add its versions."""

    template_name = "fora/prepare/paper.html"
    form_class = PaperForm
    title = gettext_lazy("Background paper")
    done = gettext_lazy("Saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The paper as it stands."""
        return super().get_form_kwargs() | {"space": self.space, "paper": self.paper}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its versions, and a form for one more."""
        kwargs.setdefault("version_form", VersionForm(prefix="version"))
        return super().get_context_data(paper=self.paper, **kwargs)

    def act(self, form: PaperForm) -> None:
        """Save."""
        change_paper(paper=self.paper, words=form.words(), by=self.request.user)

    def get_success_url(self) -> str:
        """Back to the papers."""
        return reverse("fora:prepare_papers", args=[self.space.slug])


class VersionAdd(PaperPage, ActingView):
    """Put in a paper's file or address in a language."""

    http_method_names = ["post"]
    form_class = VersionForm  # type: ignore[assignment]
    done = gettext_lazy("The document is there.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The files that were too large while they arrived are known to the request."""
        return {
            "data": self.request.POST,
            "files": self.request.FILES,
            "dropped": self.request,
            "prefix": "version",
        }

    def act(self, form: VersionForm) -> None:  # type: ignore[override]
        """Keep it."""
        said = {"paper": self.paper, "language": form.cleaned_data["language"], "by": self.request.user}
        if upload := form.cleaned_data["file"]:
            add_file(upload=upload, name=upload.name, **said)
        else:
            add_link(url=form.cleaned_data["url"], **said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The paper's page, with this form at fault."""
        version_form = kwargs.pop("form")
        form = PaperForm(space=self.space, paper=self.paper)
        return super().get_context_data(form=form, version_form=version_form, **kwargs)

    def get_success_url(self) -> str:
        """Here again, for the next language."""
        return reverse("fora:prepare_paper", args=[self.space.slug, self.paper.pk])


class PaperRemove(OfPaper):
    """Take a paper away."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """With all its versions."""
        remove_paper(paper=self.paper, by=request.user)
        messages.success(request, _("The paper is removed."))
        return redirect("fora:prepare_papers", self.space.slug)


class VersionRemove(KeptSpace):
    """Take one version of a paper away."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
        """With its file."""
        found = PaperVersion.objects.visible_to(request.user).filter(paper__space=self.space)
        version = get_object_or_404(found.select_related("paper__space"), uuid=uuid)
        remove_version(version=version, by=request.user)
        messages.success(request, _("The version is removed."))
        return redirect("fora:prepare_paper", slug, version.paper_id)


@require_safe
def download(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """A paper's file, for those who may read its space; a version that is a link has none."""
    version = get_object_or_404(PaperVersion.objects.visible_to(request.user).exclude(file=""), uuid=uuid)
    return hand_out(version.file, name=version.file_name, media_type=version.media_type)
