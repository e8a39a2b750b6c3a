"""The steps that people of a state take with what is not public: one address each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from ..forms import AnswerForm, CommentForm, DepthForm
from ..forms.review import ReasonsForm
from ..models import FieldComment
from ..rules import can_edit
from ..services.appealing import appeal
from ..services.drafting import answer_comment, change_depth, delete_practice
from ..services.errors import NotCompleteError, PracticeError
from ..services.way import ask_clearance, send_back, submit_practice
from .drafts import Draft


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


class Appeal(TakeStep):
    """The focal point appeals against a refusal, with reasons."""

    verb = appeal

    @property
    def done(self) -> str:
        """What happens next."""
        return _("Your appeal is made. Somebody who did not decide before hears it; you will be told.")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Only with words."""
        self.appeal_form = ReasonsForm(request.POST)
        if not self.appeal_form.is_valid():
            return self.page(status=422, appeal_form=self.appeal_form, has_errors=True)
        return super().post(request, **kwargs)

    def words(self) -> dict[str, str]:
        """The reasons."""
        return {"comment": self.appeal_form.cleaned_data["comment"]}


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
