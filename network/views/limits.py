"""How often the same address or person may write, search, or knock at a door that anyone can reach.

Every count lives in the cache: when that is away, everything is open. The API counts for itself
(network/api/throttles.py), by the same counters.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTE = 60
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
UNCOUNTED = ("/api/", "/health/", "/hooks/", "/metrics")  # counted there, and programs of the house


def limited(name: str, *, most: int, seconds: int) -> Callable[..., Any]:
    """Answer 429 to the POST after `most` within `seconds` from one address; open when the cache is away."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                times, left = count(name, who_asks(request), seconds)
                if times > most:
                    return _too_often(request, "429.html", left)
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
        if most:
            times, left = count(name, who_asks(request), MINUTE)
            if times > most:
                return _too_often(request, "limited.html", left)
        return self.get_response(request)


def _sort(request: HttpRequest) -> tuple[str, int]:
    if request.path.startswith(UNCOUNTED):
        return "", 0
    if request.method not in SAFE:
        return "write", settings.WRITES_PER_MINUTE
    return ("search", settings.SEARCHES_PER_MINUTE) if request.GET.get("q") else ("", 0)


def _too_often(request: HttpRequest, template: str, left: int) -> HttpResponse:
    response = render(request, template, status=429)
    response["Retry-After"] = str(left)
    return response


def who_asks(request: HttpRequest) -> str:
    """The person who is signed in, or the address; all whose address a proxy does not tell are one."""
    from allauth.account.adapter import get_adapter  # late: it knows how many proxies to trust

    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:
        return "an address that is not known"


def count(name: str, who: str, seconds: int) -> tuple[int, int]:
    """How often `who` came within `seconds` of the first time, this time included, and the seconds that are
    left of them; no times when the cache is away."""
    try:
        return cache.count(f"limit:{name}:{hashlib.sha256(who.encode()).hexdigest()[:32]}", seconds)  # type: ignore[attr-defined]
    except Exception:
        return 0, seconds
