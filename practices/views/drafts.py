"""Beginning a draft, the list of drafts, and a draft as a whole with the steps that can be taken from it."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from ..choices import PracticeState
from ..forms import CommentForm, StartForm
from ..forms.review import ReasonsForm
from ..models import Practice
from ..rules import can_edit, can_take, writes_for_a_state
from ..services.appealing import appeal_until, check_appeal
from ..services.drafting import start_practice
from ..services.errors import PracticeError
from .draft_pages import DraftPage, title_crumb
from .progress import PARTS, labelled_comments, state_sign, steps_of
from .record import whole_record

PER_PAGE = 25


class WritersOnly(LoginRequiredMixin, View):
    """Pages for those who write for a state; others may not know of them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for people without such a role."""
        if request.user.is_authenticated and not writes_for_a_state(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class New(WritersOnly):
    """Begin a draft: state, language, depth."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(StartForm(user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Begin and go to the first section."""
        form = StartForm(request.POST, user=request.user)
        if not form.is_valid():
            return self._page(form, status=422)
        practice = start_practice(by=request.user, **form.cleaned_data)
        return redirect("practices:draft_step", practice.uuid, "identity")

    def _page(self, form: StartForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "crumbs": [(_("Practices"), reverse("practices:list"))]}
        return render(self.request, "practices/new.html", context, status=status)


class Drafts(WritersOnly):
    """What is not public yet, of the states that the person writes for; the own ones first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, with what each still lacks."""
        mine = Practice.objects.visible_to(request.user).in_hands_of(request.user)
        listed = mine.select_related("country", "organization", "author", "revises").prefetch_related(*PARTS)
        page = Paginator(listed.order_by("-changed_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
        context = {
            "page": page,
            "rows": [_row(practice, request.user.pk) for practice in page],
            "crumbs": [(_("Practices"), reverse("practices:list"))],
        }
        return render(request, "practices/drafts.html", context)


def _row(practice: Practice, reader: int) -> dict[str, Any]:
    steps = steps_of(practice)
    return {
        "practice": practice,
        "title": practice.original("title") or _("Practice without title"),
        "sign": state_sign(practice),
        "missing": [step for step in steps if step.missing],
        "is_own": practice.author_id == reader,
    }


class Draft(DraftPage):
    """A draft as a whole: what is missing, comments to answer, its way so far, the next step."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self.page()

    def page(self, status: int = 200, **more: Any) -> HttpResponse:
        """The page, with a form at fault or what stands in the way."""
        practice = Practice.objects.visible_to(self.request.user).for_page().get(pk=self.practice.pk)
        user = self.request.user
        context = {
            "practice": practice,
            "title": practice.original("title") or _("Practice without title"),
            "sign": state_sign(practice),
            "steps": steps_of(practice),
            "comments": labelled_comments(practice, user),
            "history": practice.transitions.select_related("by"),
            "may": {
                verb: can_take(user, practice, verb)
                for verb in ("ask_clearance", "submit", "send_back", "delete", "appeal")
            },
            "appeal_form": ReasonsForm(initial={"revision": practice.revision}),
            **_appeal(practice),
            "may_edit": can_edit(user, practice),
            "comment_form": CommentForm(),
            "crumbs": [
                (_("Practices"), reverse("practices:list")),
                (_("My drafts"), reverse("practices:drafts")),
            ],
            **more,
        }
        return render(self.request, "practices/draft.html", context, status=status)


class Preview(DraftPage):
    """How the record will look to its readers."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page; the text is in the language that it was written in, as nothing is translated yet."""
        practice = Practice.objects.visible_to(request.user).for_page().get(pk=self.practice.pk)
        context = {
            "practice": practice,
            "title": practice.passage("title"),
            "summary": practice.passage("summary"),
            "record": whole_record(practice),
            "crumbs": [
                (_("My drafts"), reverse("practices:drafts")),
                title_crumb(practice),
            ],
        }
        return render(request, "practices/wizard/preview.html", context)


def _appeal(practice: Practice) -> dict[str, Any]:
    """Until when a refusal can be appealed against, or why not."""
    if practice.state != PracticeState.DECLINED:
        return {}
    try:
        check_appeal(practice)
    except PracticeError as error:
        return {"no_appeal": str(error)}
    return {"appeal_until": appeal_until(practice)}
