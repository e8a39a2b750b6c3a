"""Seeing, saving, changing and deleting what one follows."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST, require_safe

from network.search.filters import ListFilter
from network.ui import languages

from ..forms import InterestForm, SearchForm
from ..models import Interest
from ..registry import Followed, find
from ..services import change, delete, follow, save_search, unfollow
from ..services.describing import described, quoted
from ..services.keeping import wish_of
from ..services.subjects import named


@require_safe
@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """All that the person follows, searches first."""
    rows = Interest.objects.visible_to(request.user).with_figures().order_by("subject", "-pk")
    listed = described(list(rows), request.user, languages.active())
    context = {
        "searches": [each for each in listed if not each.interest.subject],
        "subjects": [each for each in listed if each.interest.subject],
    }
    return render(request, "following/list.html", context)


@method_decorator(login_required, name="dispatch")
class Save(View):
    """Keep the search of a list as its address says it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The name, and how to be told."""
        _followed, asked = self._asked(request)
        form = SearchForm(proposed=_in_words(asked), initial={"frequency": SearchForm.AS_USUAL})
        return self._page(request, asked, form)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep it."""
        followed, asked = self._asked(request)
        form = SearchForm(request.POST, proposed=_in_words(asked))
        if form.is_valid():
            by: Any = request.user
            name, frequency = form.cleaned_data["name"], form.chosen()
            try:
                save_search(by=by, followed=followed, asked=asked, name=name, frequency=frequency)
            except ValidationError as error:
                form.add_error(None, error.messages)  # type: ignore[arg-type]
            else:
                messages.success(request, _("The search is saved. You will be told of what is new."))
                return redirect("following:list")
        return self._page(request, asked, form, status=422)

    def _asked(self, request: HttpRequest) -> tuple[Followed, ListFilter]:
        followed = find(request.GET.get("of", ""))
        if followed is None:
            raise Http404
        return followed, followed.list_filter(request.GET, user=request.user, language=languages.active())

    def _page(
        self, request: HttpRequest, asked: ListFilter, form: SearchForm, status: int = 200
    ) -> HttpResponse:
        context = {"form": form, "what": _in_words(asked)}
        return render(request, "following/save.html", context, status=status)


@method_decorator(login_required, name="dispatch")
class Change(View):
    """Another name, other times, a pause."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """As it stands."""
        interest = self._own(request, pk)
        return self._page(request, interest, self._form(request, interest))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep it."""
        interest, by = self._own(request, pk), request.user
        form = self._form(request, interest, request.POST)
        if not form.is_valid():
            return self._page(request, interest, form, status=422)
        change(
            interest=interest,
            by=by,  # type: ignore[arg-type]
            name=form.cleaned_data["name"],
            frequency=form.chosen(),
            is_paused=form.cleaned_data["is_paused"],
        )
        messages.success(request, _("Your settings are saved."))
        return redirect("following:list")

    def _own(self, request: HttpRequest, pk: int) -> Interest:
        return get_object_or_404(Interest.objects.visible_to(request.user), pk=pk)

    def _form(self, request: HttpRequest, interest: Interest, data: Any = None) -> InterestForm:
        what = described([interest], request.user, languages.active())[0]
        proposed = what.what if not interest.subject else what.name
        return InterestForm(data, interest=interest, wish=wish_of(interest), proposed=proposed)

    def _page(
        self, request: HttpRequest, interest: Interest, form: InterestForm, status: int = 200
    ) -> HttpResponse:
        shown = described([interest], request.user, languages.active())[0]
        return render(request, "following/change.html", {"form": form, "shown": shown}, status=status)


@require_POST
@login_required
def delete_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget it."""
    by: Any = request.user
    delete(interest=get_object_or_404(Interest.objects.visible_to(by), pk=pk), by=by)
    messages.success(request, _("It is deleted: you will not be told of it any more."))
    return redirect("following:list")


@require_POST
@login_required
def follow_subject(request: HttpRequest) -> HttpResponse:
    """Follow a state, a topic or a record, and go back to its page."""
    by: Any = request.user
    subject = request.POST.get("subject", "")[:80]
    try:
        follow(by=by, subject=subject)
        messages.success(request, _("You follow this now. You will be told of what is new."))
    except PermissionDenied:
        raise Http404 from None
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return _back(request, subject)


@require_POST
@login_required
def unfollow_subject(request: HttpRequest) -> HttpResponse:
    """Follow it no more, and go back to its page."""
    by: Any = request.user
    subject = request.POST.get("subject", "")[:80]
    unfollow(by=by, subject=subject)
    messages.success(request, _("You no longer follow this."))
    return _back(request, subject)


def _back(request: HttpRequest, subject: str) -> HttpResponse:
    """The subject's own page, where it is still to be seen."""
    known = named([subject], request.user, languages.active()).get(subject)
    return redirect(known[2] if known else "following:list")


def _in_words(asked: ListFilter) -> str:
    parts = [quoted(asked.words)] if asked.words else []
    return ", ".join([*parts, *(chip.label for chip in asked.chips())]) or _("All")
