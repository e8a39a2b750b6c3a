"""A mark of what an answer is made from, so that one that has not changed is not put together again."""

import hashlib
import inspect
import sys
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from ..querysets.written import ask
from ..search import labels
from ..search.services.finding import newest_stamps
from ..ui.sharing import mark
from .paging import PAGE_SIZE

View = Callable[..., HttpResponse]
Stamp = Callable[..., str | None]


def spares(stamp: Stamp) -> Callable[[View], View]:
    """For `dispatch` of an ApiView: 304 without asking the view, to readers who have the answer already.

    `stamp(request, **arguments)` gives what changes whenever the answer does, apart from its language, its
    address and this program; None where there is nothing to read. The view says the same by `etag_of`.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in ("GET", "HEAD") and "HTTP_IF_NONE_MATCH" in request.META:
                known = stamp(request, **kwargs)
                etag = etag_of(request, stamp.__module__, known) if known else None
                kept = get_conditional_response(request, etag=etag)
                if etag and kept is not None and kept.status_code == 304:
                    mark(request, kept)
                    return kept
            return view(request, *args, **kwargs)

        return answer

    return decorate


def list_stamp(request: HttpRequest, kind: str, lines: str) -> str | None:
    """What the newest records of a kind are known by to visitors, who ask often; None to others.

    `lines` is a statement of one text for each record whose key is in `(SELECT object_id FROM newest)`: what
    changes whenever its line in the list does. PostgreSQL keeps with each row the transaction that wrote it
    (`xmin`). Names of states and topics are those that this process keeps.
    """
    is_visitor = request.user.is_anonymous and "HTTP_AUTHORIZATION" not in request.META
    if not is_visitor or request.GET.keys() - {"lang", "fields"}:
        return None
    newest, values = newest_stamps(kind, request.user, PAGE_SIZE)
    ((listed, stamp),) = ask(_LIST.format(newest=newest, lines=lines), values)
    return f"{listed} {stamp} {labels.digest()}"


_LIST = """
SELECT listed, stamp FROM (
  WITH newest AS MATERIALIZED ({newest}), line (mark) AS MATERIALIZED ({lines})
  SELECT (SELECT string_agg(concat(object_id, '.', written_by), ' ') FROM newest) AS listed,
         (SELECT string_agg(mark, ' ' ORDER BY mark) FROM line) AS stamp
) AS found
"""
"""It begins with SELECT, so that pghistory sets nothing before it."""


def etag_of(request: Any, module: str, stamp: str | None) -> str:
    """The ETag of the answer to this request; `module` is that of the view, `stamp` as for `spares`.

    Empty without a stamp.
    """
    if not stamp:
        return ""
    asked = (request.build_absolute_uri(), request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
    parts = (stamp, *asked, _program(module))
    return quote_etag(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32])


@cache
def _program(module: str) -> str:
    """What writes the answer, words included: after a release it may write another one."""
    package = module.rpartition(".")[0]
    names = sorted(name for name in sys.modules if name.startswith((package, "network.api")))
    source = "".join(inspect.getsource(sys.modules[name]) for name in names)
    words = Path(settings.BASE_DIR, "locale", "pt", "LC_MESSAGES", "django.po").read_bytes()
    return hashlib.sha256(source.encode() + words).hexdigest()
