"""A thread: fifty posts on a page, by their numbers, with what is new and a place to answer."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from network.ui import languages, numbers
from network.ui.sharing import shared

from ..forms.posts import PostForm
from ..models import Post, Thread
from ..models.threads import POSTS_PER_PAGE, page_of
from ..querysets import Place
from ..querysets.extras import read_extras
from ..rules import is_open_for, may_write, moderates, takes_posts
from ..services.following import mark_read
from .access import find_thread, moved_thread
from .hearing import following_of
from .metadata import metadata_of
from .post_items import Frame, render_posts, sprite
from .times import hours_of

NEAR = 2  # pages named on each side of the present one


@require_safe
@shared
def thread(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One page of a thread; the address that it had before it was moved leads on."""
    try:
        found = find_thread(request.user, slug, pk)
    except Http404:
        moved = moved_thread(request.user, slug, pk)
        if moved is None or moved.space.slug == slug:
            raise
        return redirect(moved)
    number = _page(request, found)
    places, frame = _posts(request, found, number)
    context = _context(request, found, number, places) | {
        "posts": render_posts(places, frame),
        "sprite": sprite(),
        "frame": frame,
        **_own(request, found, frame),
    }
    _mark(request, found, places)
    return render(request, "fora/thread.html", context)


def _own(request: HttpRequest, found: Thread, frame: Frame) -> dict[str, Any]:
    """What concerns the reader alone: a place to answer, how they hear of the thread."""
    context = following_of(request, found.space, found)
    context["has_draft"] = found.has_draft
    if frame.may_write and not found.has_draft:
        context["form"] = PostForm(initial={"language": languages.active()})
        context["reply_url"] = f"{found.get_absolute_url()}reply/"
        context["revision"] = found.last_own
        context["keep"] = f"{context['reply_url']}:{request.user.pk}"
    return context


def _mark(request: HttpRequest, found: Thread, places: list[Place]) -> None:
    """From now on the person has read up to the last post of this page; nothing is written where they had."""
    last = max((place.seq or 0 for place in places), default=0)
    if request.user.is_authenticated and last > (found.last_read_seq or 0):
        mark_read(thread=found, by=request.user, seq=last)


@require_safe
def permanent(request: HttpRequest, pk: int) -> HttpResponse:
    """The address of a post, wherever it stands now; it never changes."""
    post = Post.objects.visible_to(request.user).select_related("thread__space").filter(pk=pk).first()
    if post is None:
        raise Http404
    return redirect(post)


def _page(request: HttpRequest, found: Thread) -> int:
    """The page asked for; "new" is the one of the first post not read, "last" the last."""
    asked = request.GET.get("page", "1")
    if asked == "last":
        return found.page_count
    if asked == "new":
        return min(page_of((found.last_read_seq or 0) + 1), found.page_count)
    if not asked.isdecimal() or not 1 <= int(asked[:9]) <= found.page_count:
        raise Http404
    return int(asked)


def _posts(request: HttpRequest, found: Thread, number: int) -> tuple[list[Place], Frame]:
    """The posts of a page and how they are to be shown."""
    original = request.GET.get("original") == "1"
    first = (number - 1) * POSTS_PER_PAGE + 1
    posts, language = Post.objects.all(), languages.active()
    places = posts.places(
        thread_id=found.pk,
        first=first,
        last=first + POSTS_PER_PAGE - 1,
        user=request.user,
        language=language,
        original=original,
    )
    if number == found.page_count and found.has_waiting:
        places += posts.waiting_in(found.pk, request.user).as_places(
            request.user, language, original=original
        )
    return places, frame_of(request, found, places, is_original=original, page=number)


def frame_of(
    request: HttpRequest, found: Thread, places: list[Place], *, is_original: bool, page: int = 0
) -> Frame:
    """How this reader sees posts of this thread."""
    user = request.user
    return Frame(
        path="./",
        page=page,
        user_id=user.pk if user.is_authenticated else None,
        may_write=writes_now(user, found),
        is_original=is_original,
        read_until=found.last_read_seq,
        extras=read_extras([place.pk for place in places if place.has_extras], user),
    )


def writes_now(user: Any, found: Thread) -> bool:
    """Whether the page offers to answer; the service asks again, sanctions and limits included."""
    return (
        may_write(user, found.space)
        and takes_posts(user, found.space, found.agenda_item)
        and is_open_for(user, found)
    )


def _context(request: HttpRequest, found: Thread, number: int, places: list[Place]) -> dict[str, Any]:
    path, last = found.get_absolute_url(), found.page_count
    address = _address(path, original=request.GET.get("original") == "1")
    return {
        "thread": found,
        "space": found.space,
        "title": found.passage("title"),
        "space_title": found.space.passage("title"),
        "item": found.agenda_item,
        "page": number,
        "count": _count(found.visible_count),
        "pages": [(each, address(each) if each else "") for each in _near(number, last)],
        "previous_url": address(number - 1) if number > 1 else "",
        "next_url": address(number + 1) if number < last else "",
        "is_last": number == last,
        "hours": hours_of(found.space),
        "moderates": moderates(request.user, found.space),
        "meta": metadata_of(found, places, number),
        "crumbs": [
            (_("Fora"), reverse("fora:overview")),
            (
                found.space.passage("title").text,
                found.space.get_absolute_url(),
                found.space.passage("title").language,
            ),
        ],
    }


def _address(path: str, *, original: bool) -> Any:
    more = "original=1" if original else ""

    def address(number: int) -> str:
        asked = "&".join(part for part in (f"page={number}" if number > 1 else "", more) if part)
        return f"{path}?{asked}" if asked else path

    return address


def _count(count: int) -> str:
    return ngettext("%(count)s post", "%(count)s posts", count) % {"count": numbers.number(count)}


def _near(number: int, last: int) -> list[int]:
    """Numbers of pages to name: first, last, those near; 0 stands for a gap."""
    shown = sorted({1, last, *range(max(1, number - NEAR), min(last, number + NEAR) + 1)})
    found: list[int] = []
    for each in shown:
        if found and each - found[-1] == 2:
            found.append(each - 1)
        elif found and each - found[-1] > 2:
            found.append(0)
        found.append(each)
    return found
