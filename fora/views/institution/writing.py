"""Writing the final report: saved by itself, with a picker for the posts that it cites."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.ui import languages, numbers

from ...forms.institution.reports import PassageForm, ReportForm
from ...models import Citation, FinalReport, Thread
from ...rules import can_write_report
from ...services.citing import citable, cited, place_of
from ...services.errors import ConflictError, ForaError
from ...services.reports import cite, publish_report, take_out_citation, write_report
from .access import KeptSpace

PER_PAGE = 50


class ReportPage(KeptSpace):
    """A page for who writes the report, once the forum is over."""

    title: Any = gettext_lazy("Final report")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 before the last hour."""
        if request.user.is_authenticated and not can_write_report(request.user, self.space):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def report(self) -> FinalReport | None:
        """The report, if it has been begun."""
        return FinalReport.objects.visible_to(self.request.user).filter(space=self.space).first()

    def begun(self) -> FinalReport:
        """The report; begun with its title where nobody has yet."""
        if self.report is not None:
            return self.report
        form = ReportForm(space=self.space, report=None, language=self.request.user.language)
        words = {"title": form.initial["title"], "summary": "", "body": ""}
        language = form.initial["source_language"]
        return write_report(space=self.space, by=self.request.user, language=language, **words)


class Write(ReportPage):
    """The text; every change is saved."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """As stored."""
        return self._page(self._form())

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Save; answered in JSON where the page saves by itself."""
        is_autosave = "_autosave" in request.POST
        form = self._form(request.POST)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors}) if is_autosave else self._page(form, status=422)
        data = form.cleaned_data
        try:
            report = write_report(
                space=self.space,
                by=request.user,
                language=data["source_language"],
                title=data["title"],
                summary=data["summary"],
                body=data["body"],
                seen_revision=data["revision"],
            )
        except ConflictError as error:
            return self._conflict(form, error, is_autosave)
        if is_autosave:
            saved_at = numbers.clock(timezone.now())
            return JsonResponse({"saved_at": saved_at, "revision": report.revision, "errors": {}})
        messages.success(request, _("Saved."))
        return redirect("fora:report_write", slug)

    def _form(self, data: Any = None) -> ReportForm:
        language = self.request.user.language
        return ReportForm(data, space=self.space, report=self.report, language=language)

    def _conflict(self, form: ReportForm, error: ConflictError, is_autosave: bool) -> HttpResponse:
        if is_autosave:
            revision = self.report.revision if self.report else 0
            return JsonResponse({"conflict": str(error), "revision": revision}, status=409)
        form.add_error(None, str(error))
        return self._page(form, status=409)

    def _page(self, form: ReportForm, status: int = 200) -> HttpResponse:
        citations = cited(self.report, self.request.user, languages.active()) if self.report else []
        context = self.here() | {
            "form": form,
            "report": self.report,
            "cited": citations,
            "saved_at": numbers.clock(self.report.changed_at) if self.report else "",
        }
        return render(self.request, "fora/report/write.html", context, status=status)


class Cite(ReportPage):
    """Choose posts of the forum to cite; POST takes one, or takes one out."""

    title = gettext_lazy("Cite posts")

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The threads; with `thread`, its posts."""
        return self._page()

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Cite a post, or some of its words; `out` takes a citation out."""
        try:
            if "out" in request.POST:
                return self._take_out()
            return self._cite()
        except PermissionDenied as error:
            raise Http404 from error

    def _take_out(self) -> HttpResponse:
        number = self.request.POST.get("out", "")
        citations = Citation.objects.unfiltered().filter(report=self.report).select_related("report__space")
        citation = get_object_or_404(
            citations, number=int(number) if number.isdecimal() and len(number) < 5 else 0
        )
        take_out_citation(citation=citation, by=self.request.user)
        messages.success(self.request, _("The citation is taken out; the others keep their numbers."))
        return redirect("fora:report_write", self.space.slug)

    def _cite(self) -> HttpResponse:
        form = PassageForm(self.request.POST)
        if not form.is_valid():
            return self._page(status=422)
        revisions = citable(user=self.request.user, space_id=self.space.pk)
        revision = get_object_or_404(revisions, pk=form.cleaned_data["revision"])
        starts, ends = 0, 0
        if words := form.cleaned_data["words"]:
            place = place_of(words, revision.text)
            if place is None:
                form.add_error("words", _("These words are not in the post. Copy them as they stand there."))
                return self._page(status=422, faulty=(revision.pk, form))
            starts, ends = place
        made = cite(report=self.begun(), revision=revision, by=self.request.user, starts=starts, ends=ends)
        messages.success(
            self.request,
            _("Cited. Write [[%(number)s]] in the text where it belongs.") % {"number": made.number},
        )
        return redirect(f"{self.request.path}?thread={revision.post.thread_id}")

    def _page(self, status: int = 200, faulty: tuple[int, PassageForm] | None = None) -> HttpResponse:
        threads = Thread.objects.visible_to(self.request.user).listed().of_space(self.space.pk)
        chosen = self.request.GET.get("thread", "")
        thread = threads.filter(pk=chosen).first() if chosen.isdecimal() and len(chosen) < 18 else None
        number = self.request.GET.get("page", "1")
        number = max(1, int(number)) if number.isdecimal() and len(number) < 6 else 1
        rows = []
        if thread:
            found = citable(user=self.request.user, space_id=self.space.pk).filter(post__thread=thread)
            rows = list(found[(number - 1) * PER_PAGE : number * PER_PAGE + 1])
        forms = [
            (row, faulty[1] if faulty and faulty[0] == row.pk else PassageForm(initial={"revision": row.pk}))
            for row in rows[:PER_PAGE]
        ]
        context = self.here() | {
            "threads": threads.order_by("pk")[:200],
            "thread": thread,
            "forms": forms,
            "previous": number - 1,
            "following": number + 1 if len(rows) > PER_PAGE else 0,
        }
        return render(self.request, "fora/report/cite.html", context, status=status)


class Publish(ReportPage):
    """Put the report before the readers of the space."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Publish what is stored."""
        if self.report is None:
            raise Http404
        try:
            publish_report(report=self.report, by=request.user)
        except ForaError as error:
            messages.error(request, str(error))
            return redirect("fora:report_write", slug)
        messages.success(request, _("Published. It is being translated into the other languages."))
        return redirect(reverse("fora:report", args=[slug]))
