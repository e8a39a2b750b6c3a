"""Reading the original instead of a translation: an address of its own, `?original=1`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from network.models import reading_originals

View = Callable[..., HttpResponse]


def shows_originals(view: View) -> View:
    """Let a page of records be read as its authors wrote it when `?original=1` asks for it."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("original") != "1":
            return view(request, *args, **kwargs)
        with reading_originals():
            return view(request, *args, **kwargs)

    return shown
