"""Beginning a draft, the list of drafts, and a draft as a whole with the steps that can be taken from it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from ..forms import AnswerForm, CommentForm, DepthForm, StartForm
from ..models import FieldComment, Practice
from ..rules import can_edit, can_take, writes_for_a_state
from ..services.drafting import answer_comment, change_depth, delete_practice, start_practice
from ..services.errors import NotCompleteError, PracticeError
from ..services.way import ask_clearance, send_back, submit_practice
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
                for verb in ("ask_clearance", "submit", "send_back", "delete")
            },
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


class TakeStep(Draft):
    """A step on the way that needs no words."""

    http_method_names = ["post"]
    verb: Callable[..., Any]
    done = ""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it, or say on the page what stands in the way."""
        seen = request.POST.get("revision", "")
        try:
            type(self).verb(
                practice=self.practice,
                by=request.user,
                seen_revision=int(seen) if seen.isdecimal() and len(seen) < 10 else None,
                **self.words(),
            )
        except NotCompleteError as error:
            return self.page(status=422, obstacle=str(error))
        except PracticeError as error:
            return self.page(status=409, obstacle=str(error))
        messages.success(request, self.done)
        return self.onward()

    def words(self) -> dict[str, str]:
        """What goes with the step."""
        return {}

    def onward(self) -> HttpResponse:
        """Back to the draft."""
        return redirect("practices:draft", self.practice.uuid)


class AskClearance(TakeStep):
    """The contributor hands the draft to the focal point."""

    verb = ask_clearance

    @property
    def done(self) -> str:
        """What happens next."""
        return _("Handed to your focal point, who clears it for the state and submits it.")


class Submit(TakeStep):
    """The focal point submits for the state."""

    verb = submit_practice

    @property
    def done(self) -> str:
        """What happens next."""
        return _("Submitted. The Secretariat screens it next; you will be told.")


class Delete(TakeStep):
    """Throw a draft away."""

    verb = delete_practice

    @property
    def done(self) -> str:
        """What happened."""
        return _("The draft has been deleted.")

    def onward(self) -> HttpResponse:
        """To the list."""
        return redirect("practices:drafts")


class SendBack(TakeStep):
    """The focal point gives the draft back to its author, with a comment."""

    verb = send_back

    @property
    def done(self) -> str:
        """What happened."""
        return _("Sent back to its author with your comment.")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Only with words."""
        self.comment_form = CommentForm(request.POST)
        if not self.comment_form.is_valid():
            return self.page(status=422, comment_form=self.comment_form, has_errors=True)
        return super().post(request, **kwargs)

    def words(self) -> dict[str, str]:
        """The comment."""
        return {"comment": self.comment_form.cleaned_data["comment"]}


class ChangeDepth(Draft):
    """Snapshot or full record."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it; nothing that is written is lost."""
        form = DepthForm(request.POST)
        if not form.is_valid():
            return self.page(status=422, obstacle=_("Choose a snapshot or a full record."))
        change_depth(practice=self.practice, by=request.user, depth=form.cleaned_data["depth"])
        return redirect("practices:draft", self.practice.uuid)


class Answer(Draft):
    """Answer a comment of the Secretariat."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep the answer and come back to where it was written."""
        comments = FieldComment.objects.visible_to(request.user).filter(practice=self.practice, is_sent=True)
        comment = get_object_or_404(comments.select_related("practice"), pk=kwargs["comment"])
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.page(status=422, answer_form=form, answered=comment.pk, has_errors=True)
        if not can_edit(request.user, self.practice):
            raise PermissionDenied
        answer_comment(comment=comment, by=request.user, answer=form.cleaned_data["answer"])
        messages.success(request, _("Your answer has been saved."))
        if request.POST.get("back") == comment.section:
            return redirect("practices:draft_step", self.practice.uuid, comment.section)
        return redirect("practices:draft", self.practice.uuid)
