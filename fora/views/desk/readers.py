"""What readers and authors have to do with moderation: flagging, reading a decision, appealing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.moderation.choices import Reason
from network.moderation.models import Appeal, ModerationAction, Sanction
from network.moderation.rules import can_appeal
from network.moderation.services import ModerationError
from network.moderation.services import appeal as make_appeal
from network.moderation.services.recording import TOLD
from network.ui import markdown
from network.views.guarding import signed_in
from network.views.limits import limited

from ...forms.moderation import AppealForm, FlagForm
from ...models import Post
from ...rules import can_flag
from ...services import desk as waiting
from ...services.errors import ForaError
from ...services.moderating import flag_post
from .access import own_html

PER_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@limited("flag", most=60, seconds=3600)
def flag(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that moderators should look at a post; one's own, and what one may not read, are not there."""
    post = get_object_or_404(Post.objects.visible_to(request.user).select_related("thread__space"), pk=pk)
    if not can_flag(request.user, post):
        raise Http404
    form = FlagForm(request.POST if request.method == "POST" else None)
    error = ""
    if form.is_valid():
        reason, text = Reason(form.cleaned_data["reason"]), form.cleaned_data["text"]
        try:
            flag_post(post=post, by=request.user, reason=reason, text=text)
        except PermissionDenied as refused:
            raise Http404 from refused
        except ForaError as refused:
            error = str(refused)
        else:
            messages.success(request, _("Thank you. A moderator of this space looks at it."))
            return redirect(post)
    words = post.passage("body")
    context = {
        "post": post,
        "title": post.thread.passage("title"),
        "words": words._replace(text=markdown.excerpt(words.text)),
        "form": form,
        "error": error,
        "has_errors": bool(error or form.errors),
        "crumbs": [
            (_("Fora"), reverse("fora:overview")),
            (str(post.thread.space), post.thread.space.get_absolute_url()),
            (str(post.thread), post.thread.get_absolute_url()),
        ],
    }
    return render(request, "fora/desk/flag.html", context, status=422 if context["has_errors"] else 200)


@require_safe
@signed_in
def decisions(request: HttpRequest) -> HttpResponse:
    """What moderators decided about a person's own words, newest first."""
    page = Paginator(_own(request), PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page)
    records = waiting.records_of(rows, request.user)
    context = {
        "rows": [
            {"action": action, "title": _title(records.get((action.kind, action.object_id)))}
            for action in rows
        ],
        "page": page,
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
    }
    return render(request, "fora/desk/decisions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision with its reason, the author's own words while they are there, and the appeal."""
    action = get_object_or_404(_own(request), pk=pk)
    form = AppealForm(request.POST if request.method == "POST" else None)
    error = ""
    if form.is_valid():
        try:
            make_appeal(action=action, by=request.user, text=form.cleaned_data["text"])
        except PermissionDenied as refused:
            raise Http404 from refused
        except ModerationError as refused:
            error = str(refused)
        else:
            messages.success(request, _("Your appeal is with the moderators; somebody else decides on it."))
            return redirect("fora:decision", pk=action.pk)
    return _page(request, action, form, error)


def _page(request: HttpRequest, action: ModerationAction, form: AppealForm, error: str) -> HttpResponse:
    record = waiting.records_of([action], request.user).get((action.kind, action.object_id))
    context = {
        "action": action,
        "post": record if isinstance(record, Post) else None,
        "html": own_html(record) if isinstance(record, Post) else "",
        "title": _title(record),
        "sanction": Sanction.objects.filter(action=action).first(),
        "appeal": Appeal.objects.visible_to(request.user).filter(action=action).first(),
        "may_appeal": can_appeal(request.user, action),
        "form": form,
        "error": error,
        "has_errors": bool(error or form.errors),
        "crumbs": [
            (_("Fora"), reverse("fora:overview")),
            (_("Decisions about my posts"), reverse("fora:decisions")),
        ],
    }
    return render(request, "fora/desk/decision.html", context, status=422 if context["has_errors"] else 200)


def _own(request: HttpRequest) -> Any:
    """What the person concerned is told of."""
    rows = ModerationAction.objects.visible_to(request.user).filter(author=request.user, verb__in=TOLD)
    return rows.order_by("-pk")


def _title(record: Any) -> Any:
    return getattr(record, "thread", record).passage("title") if record is not None else ""
