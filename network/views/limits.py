"""How often the same address or person may write through a door that anyone can reach."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def limited(name: str, *, most: int, seconds: int) -> Callable[..., Any]:
    """Answer 429 to the POST after `most` within `seconds` from one address; open when the cache is away."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and _count(name, _who(request), seconds) > most:
                response = render(request, "429.html", status=429)
                response["Retry-After"] = str(seconds)
                return response
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def _who(request: HttpRequest) -> str:
    from allauth.account.adapter import get_adapter  # late: it knows how many proxies to trust

    who = f"user {request.user.pk}" if request.user.is_authenticated else get_adapter().get_client_ip(request)
    return hashlib.sha256(who.encode()).hexdigest()[:32]


def _count(name: str, who: str, seconds: int) -> int:
    key = f"limit:{name}:{who}"
    try:
        cache.add(key, 0, timeout=seconds)
        return cache.incr(key)
    except Exception:
        return 0
