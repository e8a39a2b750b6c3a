"""Following from the page of a subject, and saving the search of a list."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from network.search.filters import ListFilter

from ..registry import find
from ..services.keeping import follows
from ..services.subjects import subject_of


def follow_button(request: HttpRequest, kind: str, key: Any, is_on: bool | None = None) -> dict[str, Any]:
    """What following/_button.html shows on the page of a subject.

    One query; none for visitors, nor where the page knows (`is_on`, by `followed_by`).
    """
    subject = subject_of(kind, key)
    return {"subject": subject, "is_on": follows(request.user, subject) if is_on is None else is_on}


def save_url(asked: ListFilter) -> str:
    """Where the search of a list, as it stands, is saved; "" where it cannot be. No query."""
    followed = find(asked.kind)
    if followed is None:
        return ""
    query = asked.query(sort="").removeprefix("?")
    return f"{reverse('following:save')}?{urlencode({'of': asked.kind})}{'&' if query else ''}{query}"
