"""Visiting very many pages without what costs time and shows nothing: for walks over all addresses."""

import copy
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.template import Template
from django.test.utils import _TestState

from network.views import errors


@contextmanager
def plain_running(known: dict[str, Any] | None = None) -> Iterator[None]:
    """What costs time and shows nothing is left out.

    Templates draw without keeping their contexts for tests; a person and what they may do are read once, as
    nothing changes it here; "not found" is one word (its page is made of the address alone, and is looked at
    by a test of its own); nothing is logged. `known` keeps the people from one running to the next.
    """
    get_user = _remembering(auth.get_user, {} if known is None else known)
    logging.disable(logging.ERROR)
    try:
        with ExitStack() as stack:
            stack.enter_context(patch.object(Template, "_render", _TestState.saved_data.template_render))
            stack.enter_context(patch.object(errors, "_page", _bare))
            stack.enter_context(patch.object(auth, "get_user", get_user))
            yield
    finally:
        logging.disable(logging.NOTSET)


def _remembering(get_user: Any, known: dict[str, Any]) -> Any:
    """Each person as read at the first request, a copy for each: what a form writes into it is not kept."""

    def remembered(request: HttpRequest) -> Any:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if key not in known:
            known[key] = get_user(request)
            if known[key].is_authenticated:
                from fora.querysets import standing_of

                standing_of(known[key])  # with the grants
        return copy.copy(known[key])

    return remembered


def _bare(request: HttpRequest, code: int, title: str, text: str) -> HttpResponse:
    return HttpResponse(title, status=code)
