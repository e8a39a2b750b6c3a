"""Reading the table (matrix.txt) and walking the addresses that it must cover."""

import functools
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from django.core.cache import cache
from django.template.backends.django import Template
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils.safestring import SafeString
from django.views.generic import RedirectView

from tests.undone import undone

from .world import PEOPLE, World

DRAW_ALL = bool(os.environ.get("DRAW_ALL"))
TABLE = Path(__file__).with_name("matrix.txt")
ADMINISTRATION = "admin:"
DATA: dict[str, dict[str, str]] = {
    "practices:desk_comment": {"section": "identity", "field": "title", "text": "Why?"},
    "practices:desk_return": {"comment": "See the comments."},
    "practices:desk_decline": {"comment": "Outside the scope."},
    "practices:desk_uphold": {"comment": "They are right."},
    "practices:desk_dismiss": {"comment": "They are not."},
    "practices:draft_appeal": {"comment": "There are new data."},
    "practices:review": {"save": "1"},
    "practices:adaptation_why": {"comment": "Why."},
    "practices:withdraw": {"comment": "It ended."},
    "practices:draft_send_back": {"comment": "Say more."},
    "practices:draft_answer": {"answer": "Done."},
    "practices:draft_depth": {"depth": "full"},
    "practices:draft_language": {"language": "fr"},
    "l10n:piece": {"action": "take"},
    "fora:flag": {"reason": "hate"},
    "fora:desk_act": {"hide-reason": "hate"},
    "fora:desk_redact": {"redact-reason": "hate"},
    "fora:desk_appeal": {"answer": "No.", "keep": "1"},
    "fora:decision": {"text": "No."},
    "training:course_step": {"reason": "It ended."},
    "training:session_step": {"reason": "Too few."},
    "practices:new": {"country": "GT", "source_language": "es", "depth": "snapshot"},
}


class Row(NamedTuple):
    """Who gets which status at an address with the arguments of a variant."""

    address: str
    variant: str
    method: str
    expected: tuple[int, ...]

    def __str__(self) -> str:
        head = f"{self.address:<42} {self.variant:<24} {self.method:<5}"
        return head + "".join(
            f"{status:>{max(len(name), 3) + 1}}" for name, status in zip(PEOPLE, self.expected, strict=True)
        )


def rows() -> list[Row]:
    """The table, in its order."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            address, variant, method, *statuses = line.split()
            found.append(Row(address, variant, method, tuple(int(status) for status in statuses)))
    return found


@functools.cache
def addresses() -> dict[str, set[frozenset[str]]]:
    """Every address of the portal by its name, with the arguments that it takes.

    What has no name must be a redirection that stands before a named address.
    """
    found: dict[str, set[frozenset[str]]] = {}
    for name, arguments in _walk(get_resolver().url_patterns, "", frozenset()):
        found.setdefault(name, set()).add(arguments)
    return found


def _walk(patterns: Any, space: str, above: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in patterns:
        arguments = above | set(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _walk(
                pattern.url_patterns,
                f"{space}{pattern.namespace}:" if pattern.namespace else space,
                arguments,
            )
        elif pattern.name or not issubclass(getattr(pattern.callback, "view_class", object), RedirectView):
            yield f"{space}{pattern.name or pattern.lookup_str}", arguments


def path_of(row: Row, world: World) -> str:
    """The address with the variant's arguments."""
    if row.address == "api:nothing":
        return "/api/v1/nothing/"
    arguments = world.arguments["nonsense"] | world.arguments[row.variant]
    for names in addresses().get(row.address, ()):
        try:
            return reverse(row.address, kwargs={name: arguments[name] for name in names})
        except (NoReverseMatch, KeyError):
            continue
    raise LookupError(f"No address {row.address} with the arguments of {row.variant}")


def statuses(row: Row, world: World) -> tuple[int, ...]:
    """What each person gets; whatever was changed is undone after each.

    Pages, and forms sent back, are drawn for the first and the last who read them, who may least and most;
    for those between the view alone answers. `make audit` draws all (DRAW_ALL=1).
    """
    path = path_of(row, world)
    readers = [place for place, status in enumerate(row.expected) if status in (200, 422)]
    drawn = set(range(len(PEOPLE)) if DRAW_ALL else readers[:1] + readers[-1:])
    return tuple(
        status_of(row, world.clients[name], path, drawn=place in drawn) for place, name in enumerate(PEOPLE)
    )


def status_of(row: Row, client: Client, path: str, *, drawn: bool = True) -> int:
    """What one person gets."""
    if row.method != "GET":
        cache.clear()  # limits count what is sent
    cookies = client.cookies.copy()
    try:
        data = DATA.get(row.address, {})
        with undone(), nullcontext() if drawn else mock.patch.object(Template, "render", _nothing):
            answer = (
                client.get(path)
                if row.method == "GET"
                else client.generic(row.method, path, **_form(row, data))
            )
        return answer.status_code
    finally:
        client.cookies = cookies


def _nothing(*_args: Any, **_kwargs: Any) -> SafeString:
    return SafeString()


def _form(row: Row, data: dict[str, str]) -> dict[str, Any]:
    from urllib.parse import urlencode

    kind = "application/json" if row.address.startswith("api:") else "application/x-www-form-urlencoded"
    return {"data": urlencode(data), "content_type": kind}
