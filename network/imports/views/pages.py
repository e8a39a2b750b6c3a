"""Handing a table in, its template, and the list of imports."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from network.services.inspecting import safe_name
from network.services.inspecting.kinds import XLSX
from network.views.acting import ActingView

from ..choices import ImportState
from ..forms import ImportForm, dropped_file
from ..models import Import
from ..registry import ImportKind, find, kinds
from ..services.errors import ImportsError
from ..services.starting import start_import
from ..services.templates import blank_csv, blank_workbook

PAGE = 25
TONES = {
    ImportState.READING: ("go", "open"),
    ImportState.READY: ("warn", "returned"),
    ImportState.TAKING: ("go", "open"),
    ImportState.DONE: ("good", "done"),
    ImportState.FAILED: ("stop", "returned"),
    ImportState.CANCELLED: ("draft", "withdrawn"),
}


class Writers(LoginRequiredMixin, View):
    """For who may import anything; for others the page does not exist."""

    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign in first; then 404 for who imports nothing."""
        if request.user.is_authenticated and not any(kind.writes(request.user) for kind in kinds()):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class List(Writers):
    """Imports of one's own and of those for whom one writes, the newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Twenty-five at a time."""
        number = page_number(request.GET.get("page", "1"))
        start = (number - 1) * PAGE
        found = Import.objects.visible_to(request.user).select_related("by")
        rows = list(found.order_by("-started_at", "-pk")[start : start + PAGE + 1])
        mine = [kind for kind in kinds() if kind.writes(request.user)]
        context = {
            "rows": [_line(batch) for batch in rows[:PAGE]],
            "kinds": mine,
            "previous": number - 1,
            "following": number + 1 if len(rows) > PAGE else 0,
        }
        return render(request, "imports/list.html", context)


def page_number(text: str) -> int:
    """The number of a page that an address asks for; the first where it is none."""
    return min(max(int(text), 1), 1000) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _line(batch: Import) -> dict[str, Any]:
    tone, phase = TONES[ImportState(batch.state)]
    kind = find(batch.kind)
    name = batch.file_name or batch.get_origin_display()
    return {"batch": batch, "title": kind.title, "name": name, "tone": tone, "phase": phase}


class OfKind(Writers):
    """A page of one kind of import, for who may import of this kind."""

    @cached_property
    def kind(self) -> ImportKind:
        """The kind of the address."""
        try:
            kind = find(self.kwargs["kind"])
        except KeyError as error:
            raise Http404 from error
        if not kind.writes(self.request.user):
            raise Http404
        return kind


def crumbs_of(kind: ImportKind) -> list[tuple[Any, str]]:
    """What lies above the pages of a kind."""
    above = [(title, reverse(name)) for title, name in kind.crumbs]
    return [*above, (_("Imports"), reverse("imports:list"))]


class New(OfKind, ActingView):
    """Choose a file; it is read, and looked at before anything becomes of it."""

    template_name = "imports/new.html"
    form_class = ImportForm
    refused = (ImportsError,)
    made: Import | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """For the person's owners."""
        more = {"kind": self.kind, "user": self.request.user, "dropped": dropped_file(self.request)}
        return super().get_form_kwargs() | more

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The kind, and what lies above."""
        return super().get_context_data(kind=self.kind, crumbs=crumbs_of(self.kind), **kwargs)

    def act(self, form: Any) -> None:
        """Hand it in."""
        data = form.cleaned_data
        options = {"publish": data["publish"] == "publish"} if "publish" in data else {}
        self.made = start_import(
            kind=self.kind.name,
            owner=data["owner"],
            by=self.request.user,
            language=data["language"],
            file=data["file"],
            media_type=form.media_type,
            name=safe_name(self.request.FILES["file"].name, form.extension),
            **options,
        )

    def get_success_url(self) -> str:
        """The import."""
        return self.made.get_absolute_url() if self.made else reverse("imports:list")


class Template(OfKind):
    """The table to be filled in, in the language of the page."""

    def get(self, request: HttpRequest, kind: str, form: str) -> HttpResponseBase:
        """XLSX or CSV."""
        name = f"{self.kind.name.replace('.', '-')}-{request.LANGUAGE_CODE}.{form}"
        if form == "csv":
            answer = HttpResponse(blank_csv(self.kind), content_type="text/csv; charset=utf-8")
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
            return answer
        return FileResponse(blank_workbook(self.kind), as_attachment=True, filename=name, content_type=XLSX)
