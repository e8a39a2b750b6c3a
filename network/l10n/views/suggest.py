"""A reader who knows a better wording says so; members write, visitors are asked to sign in."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from network.ui import languages

from ..choices import SHOWN
from ..forms import SuggestForm
from ..models import Translation
from ..registry import UnknownKindError, find_kind
from ..services.errors import TranslationError
from ..services.suggesting import suggest_translation
from . import words

MOST_AN_HOUR = 20


class Suggest(LoginRequiredMixin, View):
    """The translated texts of one record, in the language of the page; one of them is reworded."""

    def get(self, request: HttpRequest, kind: str, key: str) -> HttpResponse:
        """Which text, then the form."""
        record, rows = self._find(kind, key)
        chosen = self._chosen(rows, request.GET.get("text", ""))
        form = SuggestForm(initial={"text": chosen.text}, language=languages.active()) if chosen else None
        return self._page(record, rows, chosen, form)

    def post(self, request: HttpRequest, kind: str, key: str) -> HttpResponse:
        """Hand the words to the desk."""
        record, rows = self._find(kind, key)
        chosen = self._chosen(rows, request.POST.get("passage", ""))
        form = SuggestForm(request.POST, language=languages.active())
        if chosen is None:
            raise Http404
        if not form.is_valid():
            return self._page(record, rows, chosen, form, status=422)
        if not _may_now(request.user):
            form.add_error(None, _("You have sent many suggestions in the last hour. Please go on later."))
            return self._page(record, rows, chosen, form, status=429)
        try:
            suggest_translation(
                kind=chosen.kind,
                key=chosen.object_key,
                field=chosen.field,
                language=chosen.target_language,
                text=form.cleaned_data["text"],
                by=request.user,
            )
        except TranslationError:
            form.add_error("text", _("Write a wording that differs from the present one."))
            return self._page(record, rows, chosen, form, status=422)
        messages.success(request, _("Thank you. A reviser reads your suggestion and decides."))
        return redirect(find_kind(kind).address(record))

    def _find(self, kind: str, key: str) -> tuple[Any, list[Translation]]:
        """The record, if the person may read it, and its translations that readers see."""
        try:
            found = find_kind(kind)
            record = found.visible_to(self.request.user).filter(pk=key).first()
        except (UnknownKindError, ValueError, TypeError):
            raise Http404 from None
        if record is None:
            raise Http404
        shown = Translation.objects.of_root(f"{kind}:{record.pk}").filter(
            target_language=languages.active(), state__in=SHOWN, is_readable=True
        )
        return record, sorted(shown.exclude(text=""), key=words.position)

    def _chosen(self, rows: list[Translation], key: str) -> Translation | None:
        return next((row for row in rows if str(row.pk) == key), None)

    def _page(
        self,
        record: Any,
        rows: list[Translation],
        chosen: Translation | None,
        form: forms.Form | None,
        status: int = 200,
    ) -> HttpResponse:
        kind = self.kwargs["kind"]
        label, address = find_kind(kind).label(record), find_kind(kind).address(record)
        context = {
            "label": label,
            "label_language": getattr(record, "source_language", ""),
            "address": address,
            "rows": [{"row": row, "field": words.field_name(row), "sign": words.sign(row)} for row in rows],
            "chosen": chosen,
            "field_name": words.field_name(chosen) if chosen else "",
            "form": form,
            "crumbs": [(label, address)],
        }
        return render(self.request, "l10n/suggest.html", context, status=status)


def _may_now(user: Any) -> bool:
    """At most MOST_AN_HOUR in an hour that begins with the first."""
    key = f"l10n.suggest:{user.pk}"
    cache.add(key, 0, 3600)
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:  # it ended between the two
        return True
