"""What came in an open thread since it was shown; asked every so often, so it is cheap while nothing did."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from network.ui import languages

from ..models import Post, Thread
from ..querysets.prepared import SLUG, THREAD, read_rows
from .access import find_thread
from .post_items import render_posts
from .threads import frame_of

MOST = 50  # posts in one answer; what is left comes with the next


@require_safe
def news(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """List items of the posts after number `after`; 304 while there are none that the asker does not have."""
    after = request.GET.get("after", "0")
    if not after.isdecimal() or len(after) > 9:
        raise Http404
    found = read_rows(_last, request.user, {THREAD: pk, SLUG: slug})
    if not found:
        raise Http404
    last = found[0][0]
    response = HttpResponse(headers={"ETag": quote_etag(f"{pk}-{last}-{after}-{languages.active()}")})
    kept = get_conditional_response(request, etag=response["ETag"], response=response)
    if kept is not None and kept is not response and kept.status_code == 304:
        return kept
    if last > int(after):
        response.content, last = _items(request, slug, pk, int(after), last)
    response.headers["Portal-Last-Post"] = str(max(last, int(after)))
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _last(user: Any) -> QuerySet:
    return Thread.objects.visible_to(user).filter(pk=THREAD, space__slug=SLUG).values_list("last_visible_seq")


def _items(request: HttpRequest, slug: str, pk: int, after: int, last: int) -> tuple[str, int]:
    thread = find_thread(request.user, slug, pk)
    last = min(last, after + MOST)
    places = Post.objects.all().places(
        thread_id=pk, first=after + 1, last=last, user=request.user, language=languages.active()
    )
    thread.last_read_seq = None  # all of these are new
    return str(render_posts(places, frame_of(request, thread, places, is_original=False))), last
