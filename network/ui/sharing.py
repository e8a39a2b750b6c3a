"""Pages that are the same for every visitor: a cache in front keeps them for a minute, browsers ask anew.

nginx (deploy/nginx.conf) keeps only what is marked here. Whoever has a cookie of a session, of a form or of a
message reads a page of their own, which nobody keeps for others.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

SECONDS_SHARED = 60  # so long may a page in a shared cache lag behind
MESSAGES = "messages"  # cookie of django.contrib.messages

View = Callable[..., HttpResponse]


def is_visitor(request: HttpRequest) -> bool:
    """Whether nothing in the request tells this reader from any other."""
    own = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, MESSAGES)
    return "Authorization" not in request.headers and not any(name in request.COOKIES for name in own)


def mark(request: HttpRequest, response: HttpResponse) -> None:
    """Say who may keep an answer: everyone for visitors, else the reader's own browser alone."""
    if response.status_code in (200, 304) and is_visitor(request):
        patch_cache_control(response, public=True, max_age=0, s_maxage=SECONDS_SHARED)
    else:
        patch_cache_control(response, private=True, max_age=0)


def shared(view: View) -> View:
    """For a page that all visitors see alike; with an ETag, so that an unchanged one is not sent again."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        mark(request, response)
        return response

    return conditional_page(marked)
