"""A CSV file is looked at first: every row with what it does or what is wrong; then it is taken over."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from network.ui import numbers

from ..forms import LARGEST_TABLE, TableForm
from ..services.tables import TableRow

MOST_SHOWN = 200


class TableImport(View):
    """The three steps of an import at one address: choose, look, take over. Nothing is kept in between."""

    read: ClassVar[Any]
    take_over: ClassVar[Any]
    columns: ClassVar[tuple[str, ...]]
    title: ClassVar[Any]
    list_name: ClassVar[str]
    list_title: ClassVar[Any]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(TableForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Look at a file, or take over what was looked at (`table`)."""
        if "table" in request.POST:
            return self._take(request.POST["table"][:LARGEST_TABLE])
        form = TableForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            rows = self.read(form.cleaned_data["file"])
        except ValidationError as error:
            form.add_error("file", error)
            return self._page(form, status=422)
        return self._page(None, rows=rows, table=form.cleaned_data["file"])

    def _take(self, table: str) -> HttpResponse:
        try:
            rows = self.read(table)
        except ValidationError:
            return redirect(self.request.path)
        count = self.take_over(rows=rows, by=self.request.user)
        said = ngettext("%(count)s row taken over.", "%(count)s rows taken over.", count)
        messages.success(self.request, said % {"count": numbers.number(count)})
        return redirect(self.list_name)

    def _page(
        self, form: TableForm | None, rows: list[TableRow] | None = None, table: str = "", status: int = 200
    ) -> HttpResponse:
        back = reverse(self.list_name)
        context = {
            "form": form,
            "title": self.title,
            "columns": self.columns,
            "table": table,
            "back": back,
            "crumbs": [(_("Translations"), reverse("l10n:desk")), (self.list_title, back)],
            **_preview(rows or [], self.columns),
        }
        return render(self.request, "l10n/import.html", context, status=status)


def _preview(rows: list[TableRow], columns: tuple[str, ...]) -> dict[str, Any]:
    """Rows with faults first, MOST_SHOWN in all, and counts."""
    faulty, good = [row for row in rows if row.errors], [row for row in rows if not row.errors]
    shown = (faulty + good)[:MOST_SHOWN]
    return {
        "rows": [
            {"row": row, "cells": [(name, row.values.get(name, "")) for name in columns]} for row in shown
        ],
        "counts": {
            "all": len(rows),
            "faulty": len(faulty),
            "good": len(good),
            "new": sum(row.is_new for row in good),
            "shown": len(shown),
        },
    }


def download(lines: Any, name: str) -> StreamingHttpResponse:
    """A CSV file that is sent while it is written."""
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
