"""Short texts, such as names and units: read in a list, approved together."""

from typing import Any

from django.contrib import messages
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from network.ui import numbers

from ..filters import DeskFilters
from ..models import Translation
from ..services.approving import SHORT, approve_many
from . import words
from .access import desk_only

PER_PAGE = 50


@method_decorator(desk_only, name="dispatch")
class Short(View):
    """A table with a tick at each row."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The oldest short texts that have a translation; nothing is ticked beforehand."""
        filters = DeskFilters.read(request.GET)
        waiting = Translation.objects.visible_to(request.user).at_the_desk().unclaimed(request.user)
        short = waiting.filter(**filters.conditions()).annotate(length=Length("source_text"))
        rows = list(
            short.filter(length__lte=SHORT, newer_hash="")
            .exclude(text="", draft="")
            .oldest_first()[:PER_PAGE]
        )
        records = words.roots_of(rows)
        context = {
            "filters": filters,
            "rows": [
                {
                    "row": row,
                    "record": words.root_label(row.root, records.get(row.root)),
                    "field": words.field_name(row),
                    "kind": words.kind_name(row.kind),
                    "sign": words.sign(row),
                    "why": [words.FLAGS.get(flag, flag) for flag in row.flags],
                }
                for row in rows
            ],
            "is_full": len(rows) == PER_PAGE,
            "most": SHORT,
            "crumbs": [(_("Translations"), reverse("l10n:desk"))],
        }
        return render(request, "l10n/short.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Approve what was ticked; what is refused stays in the list."""
        filters = DeskFilters.read(request.POST)
        ids = [int(key) for key in request.POST.getlist("id") if key.isdecimal() and len(key) < 19]
        chosen = Translation.objects.visible_to(request.user).filter(pk__in=ids[:PER_PAGE])
        done, refused = approve_many(translations=_as_seen(chosen, request.POST), by=request.user)
        _say(request, len(done), len(refused))
        return redirect(f"{reverse('l10n:short')}?{filters.query()}")


def _as_seen(rows: Any, sent: Any) -> list[Translation]:
    """Only those whose original is still the one that was on the page."""
    return [row for row in rows if sent.get(f"seen-{row.pk}") == row.current_hash]


def _say(request: HttpRequest, done: int, refused: int) -> None:
    if done:
        said = ngettext("%(count)s text approved.", "%(count)s texts approved.", done)
        messages.success(request, said % {"count": numbers.number(done)})
    if refused:
        said = ngettext(
            "%(count)s text was not approved: it has changed, or someone works on it.",
            "%(count)s texts were not approved: they have changed, or someone works on them.",
            refused,
        )
        messages.warning(request, said % {"count": numbers.number(refused)})
    if not done and not refused:
        messages.info(request, _("Tick the texts that you have read."))
