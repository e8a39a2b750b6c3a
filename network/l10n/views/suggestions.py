"""What readers suggest: a lane of its own, decided one by one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from network.ui.differences import differences

from ..models import Suggestion
from ..services.errors import TranslationError
from ..services.suggesting import accept_suggestion, decline_suggestion
from . import words
from .access import desk_only

PER_PAGE = 20


@method_decorator(desk_only, name="dispatch")
class Suggestions(View):
    """Waiting suggestions, the oldest first, each with what it changes."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        return self._page(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take a reader's words as they are, or leave the translation as it is."""
        key = request.POST.get("suggestion", "")
        own = Suggestion.objects.visible_to(request.user).select_related("translation")
        suggestion = get_object_or_404(own, pk=key if key.isdecimal() and len(key) < 19 else 0)
        try:
            if request.POST.get("action") == "accept":
                accept_suggestion(suggestion=suggestion, by=request.user, seen=request.POST.get("seen", ""))
                messages.success(request, _("Approved with the reader’s words."))
            else:
                decline_suggestion(suggestion=suggestion, by=request.user)
                messages.success(request, _("The suggestion is declined; the translation stays as it is."))
        except PermissionDenied:
            raise Http404 from None
        except TranslationError as error:
            return self._page(request, status=409, error=error)
        return redirect("l10n:suggestions")

    def _page(self, request: HttpRequest, status: int = 200, error: Any = None) -> HttpResponse:
        waiting = Suggestion.objects.visible_to(request.user).waiting()
        found = list(waiting.select_related("translation", "by")[: PER_PAGE + 1])
        records = words.roots_of(suggestion.translation for suggestion in found)
        context = {
            "rows": [_row(suggestion, records) for suggestion in found[:PER_PAGE]],
            "has_more": len(found) > PER_PAGE,
            "error": error,
            "crumbs": [(_("Translations"), reverse("l10n:desk"))],
        }
        return render(request, "l10n/suggestions.html", context, status=status)


def _row(suggestion: Suggestion, records: dict[str, Any]) -> dict[str, Any]:
    row = suggestion.translation
    return {
        "suggestion": suggestion,
        "row": row,
        "record": words.root_label(row.root, records.get(row.root)),
        "record_language": getattr(records.get(row.root), "source_language", ""),
        "field": words.field_name(row),
        "change": differences(row.text, suggestion.text),
        "is_old": suggestion.source_hash != row.current_hash,
    }
