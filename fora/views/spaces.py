"""A space: what it is for, what it talks about."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.l10n.views.reading import shows_originals
from network.ui.addresses import absolute
from network.ui.sharing import shared

from ..models import AgendaItem, Space, Thread, ThreadMove
from ..querysets import Cursor
from ..querysets.prepared import MOMENT, POINT, SPACE, THREAD, read_records
from ..querysets.threads import PAGE
from ..rules import may_write, moderates, takes_part, takes_posts
from ..services.beside import beside
from ..services.following import enter_space
from .access import find_space
from .hearing import following_of
from .thread_items import render_threads
from .times import hours_of

MOVED_DAYS, MOVED_SHOWN = 30, 10


@require_safe
@shared
@shows_originals
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a space for those who may read it."""
    found = find_space(request.user, slug)
    items = beside(found, request.user).items
    item = _chosen(request, items)
    context = {
        "space": found,
        "title": found.passage("title"),
        "description": found.passage("description"),
        "concept_note": found.passage("concept_note"),
        "canonical": absolute(found.get_absolute_url()),
        "hours": hours_of(found),
        "items": items,
        "item": item,
        "may_start": may_write(request.user, found) and takes_posts(request.user, found, item),
        "new_url": reverse("fora:new_thread", args=[found.slug]) + (f"?item={item.pk}" if item else ""),
        **following_of(request, found),
        "crumbs": [(_("Fora"), reverse("fora:overview"))],
        **_threads(request, found, item),
    }
    if found.entered_at is None and takes_part(request.user):
        enter_space(space=found, by=request.user)
    return render(request, "fora/space.html", context)


def _chosen(request: HttpRequest, items: list[AgendaItem]) -> AgendaItem | None:
    """The point of the agenda that the list is narrowed to; 404 for one that there is not."""
    asked = request.GET.get("item")
    if not asked:
        return None
    for item in items:
        if str(item.pk) == asked:
            return item
    raise Http404


def _threads(request: HttpRequest, found: Space, item: AgendaItem | None) -> dict[str, Any]:
    """The lists of the page, and the addresses of those before and after."""
    user = request.user
    cursor = Cursor.read(request.GET.get("page", ""))
    if cursor is None and request.GET.get("page"):
        raise Http404
    given: dict[Any, Any] = {SPACE: found.pk, POINT: item.pk if item else None}
    if cursor is not None:
        given |= {MOMENT: cursor.at, THREAD: cursor.pk}
    direction = cursor.forward if cursor else None
    page, more = _cut(read_records(_listed, user, given, direction, item is not None), cursor)
    with_pinned = cursor is None and getattr(found, "has_pinned", True)
    pinned = read_records(_pinned, user, given, item is not None) if with_pinned else []
    for thread in (*pinned, *page):
        thread.space = found  # at hand: no query for it
    shown = {"entered_at": found.entered_at, "moderates": moderates(user, found)}
    return {
        "pinned": render_threads(pinned, **shown),
        "threads": render_threads(page, **shown),
        "moved": _moved(user, found) if cursor is None and item is None else [],
        **_links(page, cursor, more, item),
    }


def _moved(user: Any, found: Space) -> list[ThreadMove]:
    """Threads that have lately left this space, for those who may read them where they are."""
    if not getattr(found, "has_moved", True):
        return []
    since = timezone.now() - timedelta(days=MOVED_DAYS)
    moves = ThreadMove.objects.visible_to(user).told(found.pk, since)
    return list(moves.select_related("thread__space")[:MOVED_SHOWN])


def _listed(user: Any, forward: bool | None, of_item: bool) -> QuerySet:
    """Threads from the first on, or after (or before) a place."""
    return _of_space(user, of_item).stretch(None if forward is None else Cursor(forward, MOMENT, THREAD))


def _pinned(user: Any, of_item: bool) -> QuerySet:
    return _of_space(user, of_item).pinned()


def _of_space(user: Any, of_item: bool) -> Any:
    rows = Thread.objects.visible_to(user).of_space(SPACE).with_last_poster().with_read_mark(user)
    return rows.filter(agenda_item=POINT) if of_item else rows


def _cut(rows: list[Thread], cursor: Cursor | None) -> tuple[list[Thread], bool]:
    """The rows of the page in their order, and whether there are more in the direction of reading."""
    more, page = len(rows) > PAGE, rows[:PAGE]
    return (page[::-1] if cursor and not cursor.forward else page), more


def _links(page: list[Thread], cursor: Cursor | None, more: bool, item: AgendaItem | None) -> dict[str, str]:
    kept = f"item={item.pk}&" if item else ""
    backward = cursor is not None and not cursor.forward
    has_next, has_previous = (True, more) if backward else (more, cursor is not None)
    if not page:
        return {"previous_url": "", "next_url": ""}
    first, last = page[0], page[-1]
    return {
        "previous_url": f"?{kept}page={_place(False, first)}" if has_previous else "",
        "next_url": f"?{kept}page={_place(True, last)}" if has_next else "",
    }


def _place(forward: bool, thread: Thread) -> str:
    assert thread.last_visible_at is not None  # noqa: S101 - listed threads have posts
    return str(Cursor(forward, thread.last_visible_at, thread.pk))
