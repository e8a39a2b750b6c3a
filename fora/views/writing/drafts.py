"""What a person has begun to write and not published, wherever it is."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.models import Passage
from network.ui import markdown

from ...models import Post
from ...services.drafts import discard_draft
from ...services.errors import ForaError
from .new_threads import UNTITLED

PER_PAGE = 25


@require_safe
@login_required
def drafts(request: HttpRequest) -> HttpResponse:
    """Drafts of posts and threads, the latest first; of what the person may still read."""
    page = Paginator(_own(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [_row(post) for post in page],
        "page": page,
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
    }
    return render(request, "fora/drafts.html", context)


@require_POST
@login_required
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one away, with the thread that it was to begin."""
    by: Any = request.user
    post = get_object_or_404(_own(by), pk=pk)
    try:
        discard_draft(post=post, by=by)
    except PermissionDenied:
        raise Http404 from None
    except ForaError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The draft was thrown away."))
    return redirect("fora:drafts")


def _own(user: Any) -> Any:
    own = Post.objects.drafts_of(user).select_related("thread__space", "thread__agenda_item")
    return own.order_by("-changed_at", "-pk")


def _row(post: Post) -> dict[str, Any]:
    thread, is_thread = post.thread, post.thread.submitted_at is None
    title = thread.passage("title")
    words = post.original("body")
    return {
        "post": post,
        "title": Passage(_("Thread without a title"), "", is_original=True)
        if title.text == UNTITLED
        else title,
        "is_thread": is_thread,
        "words": markdown.excerpt(words, 200),
        "url": reverse("fora:new_thread", args=[thread.space.slug])
        if is_thread
        else f"{thread.get_absolute_url()}reply/",
    }
