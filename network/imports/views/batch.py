"""One import: its progress while somebody waits, every row with what is wrong with it, what became of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.ui import numbers
from network.views.acting import ButtonView

from ..choices import ImportState, Outcome, Verdict
from ..models import Import, ImportRow
from ..registry import ImportKind, find
from ..services.errors import ImportsError
from ..services.looking import faults_of
from ..services.starting import TAKEABLE, accept_import, cancel_import, counts_of
from ..services.words import heading, of_file, of_note
from .pages import TONES, Writers, crumbs_of, page_number

PAGE = 50
SIGNS = {
    Verdict.NEW: ("good", "add"),
    Verdict.CHANGES: ("plain", "edit"),
    Verdict.SAME: ("plain", "check"),
    Verdict.FAULTY: ("stop", "alert"),
}


class OfBatch(Writers):
    """A page or a button of one import."""

    @cached_property
    def batch(self) -> Import:
        """The import of the address, for who may see it."""
        found = Import.objects.visible_to(self.request.user).select_related("by")
        return get_object_or_404(found, uuid=self.kwargs["uuid"])


class Page(OfBatch):
    """The import, narrowed by `rows` to one verdict."""

    def get(self, request: HttpRequest, uuid: Any) -> HttpResponse:
        """Fifty rows at a time, by their lines."""
        batch, kind = self.batch, find(self.batch.kind)
        context = {
            "batch": batch,
            "kind": kind,
            "sign": TONES[ImportState(batch.state)],
            "crumbs": crumbs_of(kind),
            "notes": [of_note(note) for note in batch.notes],
            "may": kind.may(request.user, batch.owner),
            "fault": of_file(batch.fault, kind) if batch.fault else "",
        }
        if not batch.is_running:
            context |= self._rows(batch, kind, request)
        return render(request, "imports/page.html", context)

    def _rows(self, batch: Import, kind: ImportKind, request: HttpRequest) -> dict[str, Any]:
        chosen, number = request.GET.get("rows", ""), page_number(request.GET.get("page", "1"))
        counts = counts_of(batch)
        rows = batch.rows.order_by("number", "pk")
        rows = rows.filter(verdict=chosen) if chosen in Verdict.values else rows
        start = (number - 1) * PAGE
        found = list(rows[start : start + PAGE + 1])
        addresses = kind.addresses([row.object_id for row in found if row.object_id])
        prepared = kind.prepare(batch) if found else None
        takeable = sum(counts[f"verdict_{verdict.value}"] for verdict in TAKEABLE)
        verdicts = [(each.value, each.label, counts[f"verdict_{each.value}"]) for each in Verdict]
        outcomes = [(each.label, counts[f"outcome_{each.value}"]) for each in Outcome if each.value]
        return {
            "rows": [_shown(batch, kind, row, prepared, addresses) for row in found[:PAGE]],
            "verdicts": [each for each in verdicts if each[2]],
            "outcomes": [each for each in outcomes if each[1]],
            "takeable": takeable if batch.state == ImportState.READY else 0,
            "faulty": counts[f"verdict_{Verdict.FAULTY.value}"],
            "chosen": chosen,
            "previous": number - 1,
            "following": number + 1 if len(found) > PAGE else 0,
            "shown": _range(start, len(found[:PAGE]), counts.get(f"verdict_{chosen}", batch.rows_all)),
        }


def _range(start: int, length: int, count: int) -> str:
    """Which rows of how many stand on the page."""
    values = {"first": start + 1, "last": start + length, "count": count}
    return _("%(first)s to %(last)s of %(count)s") % {
        name: numbers.number(value) for name, value in values.items()
    }


def _shown(
    batch: Import, kind: ImportKind, row: ImportRow, prepared: Any, addresses: dict[int, str]
) -> dict[str, Any]:
    """A row as the page shows it; faults are found anew, in the reader's language."""
    verdict = Verdict(row.verdict)
    is_refused = row.outcome == Outcome.REFUSED
    looks = verdict == Verdict.FAULTY or is_refused
    faults = faults_of(batch, kind, row, prepared) if looks else []
    tone, icon = SIGNS[verdict]
    is_over = bool(row.outcome) and verdict != Verdict.FAULTY
    return {
        "row": row,
        "title": row.title or _("Without title"),
        "code": row.main.get("code", ""),
        "label": Outcome(row.outcome).label if is_over else verdict.label,
        "tone": "stop" if is_refused else tone,
        "icon": icon,
        "address": addresses.get(row.object_id or 0, ""),
        "faults": [(heading(kind, fault), fault.message) for fault in faults],
        "is_unexplained": is_refused and not faults,
        "parts": sum(len(row.part(part.name)) for part in kind.layout().parts),
    }


class _Button(OfBatch, ButtonView):
    http_method_names = ["post", "options"]
    refused = (ImportsError,)

    def target(self) -> str:
        """The import."""
        return self.batch.get_absolute_url()


class Accept(_Button):
    """Take the rows over."""

    done = gettext_lazy("The rows are being taken over.")

    def act(self) -> None:
        """The one call."""
        accept_import(batch=self.batch, by=self.request.user)


class Cancel(_Button):
    """Leave it."""

    done = gettext_lazy("The import has been cancelled. What was taken over before stays.")

    def act(self) -> None:
        """The one call."""
        cancel_import(batch=self.batch, by=self.request.user)
