"""Changing what one has said, taking it back, and what earlier revisions said."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.ui.differences import differences
from network.ui.markdown import render as render_markdown

from ...choices import PostState
from ...forms.posts import PostForm
from ...models import Post, PostRevision
from ...rules import can_take, can_withdraw
from ...services.errors import ForaError
from ...services.posting import edit_post, publish_post
from ...services.posting import withdraw as take_back
from .replies import crumbs_of

EDITED = (PostState.PUBLISHED, PostState.PENDING, PostState.REJECTED)


def own_post(request: HttpRequest, pk: int) -> Post:
    """A post of the person's own that others know of, or 404."""
    posts = Post.objects.visible_to(request.user).filter(author=request.user.pk, state__in=EDITED)
    return get_object_or_404(posts.select_related("thread__space", "thread__agenda_item"), pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a post its next revision; what was rejected goes to the moderators again."""
    post = own_post(request, pk)
    if not can_take(request.user, post, "edit"):
        return render(request, "fora/not_edited.html", _context(post))
    if request.method == "GET":
        initial = {"text": post.original("body"), "language": post.source_language}
        return _edit_page(request, post, PostForm(initial=initial))
    form = PostForm(request.POST)
    if not form.is_valid():
        return _edit_page(request, post, form, status=422)
    if request.POST.get("action") == "preview":
        text = render_markdown(form.cleaned_data["text"], by_public=True)
        return _edit_page(request, post, form, preview=text)
    return _apply(request, post, form)


def _apply(request: HttpRequest, post: Post, form: PostForm) -> HttpResponse:
    by: Any = request.user
    words, seen = form.cleaned_data, request.POST.get("revision", "")
    try:
        changed = edit_post(
            post=post,
            by=by,
            text=words["text"],
            language=words["language"],
            seen_revision=int(seen) if seen.isdecimal() and len(seen) < 10 else None,
        )
        if changed.state == PostState.REJECTED:
            changed = publish_post(post=changed, by=by)
    except PermissionDenied:
        raise Http404 from None
    except ForaError as error:
        field = {"empty": "text", "too_long": "text", "language": "language"}.get(getattr(error, "code", ""))
        form.add_error(field, str(error))
        return _edit_page(request, post, form, status=422)
    messages.success(request, _("Your changes are saved."))
    return redirect(changed)


def _edit_page(
    request: HttpRequest, post: Post, form: PostForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        **_context(post),
        "form": form,
        "heading": _("Edit your post"),
        "is_edit": True,
        "file_form": None,
        "is_open": True,
        "revision": request.POST.get("revision") or post.revision,
        "action_url": request.path,
        "back_url": post.get_absolute_url(),
        **more,
    }
    return render(request, "fora/write.html", context, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's words back, after being asked."""
    post = own_post(request, pk)
    if not can_withdraw(request.user, post):
        raise Http404
    if request.method == "GET":
        return render(request, "fora/withdraw.html", _context(post))
    try:
        by: Any = request.user
        take_back(post=post, by=by)
    except PermissionDenied:
        raise Http404 from None
    except ForaError as error:
        messages.error(request, str(error))
        return redirect(post)
    messages.success(request, _("Your post was withdrawn. Its number stays."))
    return redirect(post.thread)


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What a post said before, with what changed from one revision to the next."""
    readable = Post.objects.visible_to(request.user).select_related("thread__space")
    post = get_object_or_404(readable, pk=pk)
    revisions = list(PostRevision.objects.visible_to(request.user).filter(post=post).order_by("number"))
    if not revisions:
        raise Http404
    steps = [
        {"revision": new, "pieces": differences(old.text if old else "", new.text) if old else None}
        for old, new in zip([None, *revisions], revisions, strict=False)
    ]
    context = {**_context(post), "steps": steps[::-1]}
    return render(request, "fora/history.html", context)


def _context(post: Post) -> dict[str, Any]:
    title = post.thread.passage("title")
    thread = (title.text, post.thread.get_absolute_url(), title.language)
    return {
        "post": post,
        "thread": post.thread,
        "space": post.thread.space,
        "body": post.passage("body", post.source_language),
        "crumbs": crumbs_of(post.thread.space, thread),
    }
