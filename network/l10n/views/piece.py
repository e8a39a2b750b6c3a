"""One piece of work: original and translation side by side, with all that helps, and what may be done."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from ..filters import DeskFilters
from ..models import Suggestion, Translation
from ..services import approving, suggesting
from ..services.errors import SourceChangedError, TranslationError
from .access import desk_only
from .piece_page import page_of
from .queue import piece_url


@method_decorator(desk_only, name="dispatch")
class Piece(View):
    """A translation at the desk."""

    row: Translation
    filters: DeskFilters

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only what this person may work on."""
        rows = Translation.objects.visible_to(request.user).select_related(
            "claimed_by", "approved_by", "country"
        )
        self.row = get_object_or_404(rows, pk=kwargs["pk"])
        self.filters = DeskFilters.read(request.POST or request.GET)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page; `?use=` puts another text into the field."""
        return self._page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of the actions below; what stands in the way is shown with nothing typed lost."""
        act = getattr(self, f"_act_{request.POST.get('action', '')}", None)
        if act is None:
            raise Http404
        try:
            return act(request.POST)
        except PermissionDenied:
            raise Http404 from None
        except TranslationError as error:
            self.row.refresh_from_db()
            status = 409 if isinstance(error, SourceChangedError) else 422
            return self._page(status=status, error=error, typed=request.POST)

    def _act_approve(self, sent: Any) -> HttpResponse:
        if suggestion := self._suggestion(sent):
            suggesting.accept_suggestion(
                suggestion=suggestion,
                by=self.request.user,
                text=sent.get("text", ""),
                seen=sent.get("seen", ""),
            )
        else:
            approving.approve_translation(
                translation=self.row,
                by=self.request.user,
                text=sent.get("text", ""),
                seen=sent.get("seen", ""),
            )
        messages.success(self.request, _("Approved. Readers see it without the label."))
        return self._onward()

    def _act_save(self, sent: Any) -> HttpResponse:
        approving.edit_translation(
            translation=self.row, by=self.request.user, text=sent.get("text", ""), seen=sent.get("seen", "")
        )
        approving.claim_translation(translation=self.row, by=self.request.user)
        messages.success(self.request, _("Kept. Readers do not see it until it is approved."))
        return redirect(piece_url(self.row, self.filters))

    def _act_reject(self, sent: Any) -> HttpResponse:
        approving.reject_translation(
            translation=self.row, by=self.request.user, reason=sent.get("reason", "")
        )
        messages.success(self.request, _("Rejected. Readers see the original again."))
        return self._onward()

    def _act_skip(self, sent: Any) -> HttpResponse:
        approving.release_translation(translation=self.row, by=self.request.user)
        return self._onward(after=self.row)

    def _act_take(self, sent: Any) -> HttpResponse:
        approving.claim_translation(translation=self.row, by=self.request.user)
        return redirect(piece_url(self.row, self.filters))

    def _act_give_back(self, sent: Any) -> HttpResponse:
        approving.release_translation(translation=self.row, by=self.request.user)
        messages.info(self.request, _("Given back: others may take it."))
        return redirect(f"{reverse('l10n:desk')}?{self.filters.query()}")

    def _act_decline(self, sent: Any) -> HttpResponse:
        if suggestion := self._suggestion(sent):
            suggesting.decline_suggestion(suggestion=suggestion, by=self.request.user)
            messages.success(self.request, _("The suggestion is declined; the translation stays as it is."))
        return redirect(piece_url(self.row, self.filters))

    def _suggestion(self, sent: Any) -> Suggestion | None:
        key = sent.get("suggestion", "")
        if not key.isdecimal() or len(key) > 18:
            return None
        own = Suggestion.objects.visible_to(self.request.user).filter(translation=self.row)
        return get_object_or_404(own, pk=key)

    def _onward(self, after: Translation | None = None) -> HttpResponse:
        """The next text of the same record, so that it is read in one go; else the next of the queue."""
        user, conditions = self.request.user, self.filters.conditions()
        same = {**conditions, "root": self.row.root, "target_language": self.row.target_language}
        following = approving.next_for(user, after=after, **same) or approving.next_for(
            user, after=after, **conditions
        )
        if following is None:
            messages.info(
                self.request,
                _("This is the end of the queue; what you skipped still waits.")
                if after
                else _("Nothing else waits here."),
            )
            return redirect(f"{reverse('l10n:desk')}?{self.filters.query()}")
        return redirect(piece_url(following, self.filters))

    def _page(self, status: int = 200, **more: Any) -> HttpResponse:
        context = page_of(self.row, self.request.user, self.filters, self.request.GET.get("use", ""), **more)
        return render(self.request, "l10n/piece.html", context, status=status)
