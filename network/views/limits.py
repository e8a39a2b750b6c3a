"""How often the same address or person may write, search, or knock at a door that anyone can reach.

Every count lives in the cache: when that is away, everything is open.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

MINUTE = 60
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
UNCOUNTED = ("/health/", "/hooks/", "/metrics")  # programs of the house


def limited(name: str, *, most: int, seconds: int) -> Callable[..., Any]:
    """Answer 429 to the POST after `most` within `seconds` from one address; open when the cache is away."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and _count(name, request, seconds) > most:
                response = render(request, "429.html", status=429)
                response["Retry-After"] = str(seconds)
                return response
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


class LimitsMiddleware:
    """Nobody writes or searches more often in a minute than the settings say.

    A search is any reading with words (`q`). The settings are WRITES_PER_MINUTE and SEARCHES_PER_MINUTE; 0 is
    no limit. Who is signed in is counted as a person, who is not by the address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say that it was too often."""
        name, most = _sort(request)
        if most and _count(name, request, MINUTE) > most:
            return _too_often(request)
        return self.get_response(request)


def _sort(request: HttpRequest) -> tuple[str, int]:
    if request.path.startswith(UNCOUNTED):
        return "", 0
    if request.method not in SAFE:
        return "write", settings.WRITES_PER_MINUTE
    return ("search", settings.SEARCHES_PER_MINUTE) if request.GET.get("q") else ("", 0)


def _too_often(request: HttpRequest) -> HttpResponse:
    response: HttpResponse
    if request.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": _("Too many requests"), "status": 429}
        response = JsonResponse(problem, status=429, content_type="application/problem+json")
    else:
        response = render(request, "limited.html", status=429)
    response["Retry-After"] = str(MINUTE)
    return response


def _who(request: HttpRequest) -> str:
    from allauth.account.adapter import get_adapter  # late: it knows how many proxies to trust

    who = f"user {request.user.pk}" if request.user.is_authenticated else get_adapter().get_client_ip(request)
    return hashlib.sha256(who.encode()).hexdigest()[:32]


def _count(name: str, request: HttpRequest, seconds: int) -> int:
    try:
        key = f"limit:{name}:{_who(request)}"
        cache.add(key, 0, timeout=seconds)
        return cache.incr(key)
    except Exception:
        return 0
