"""How an address is visited: read, read in another language, its form sent back; each once, and cheaply."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.test import Client
from django.utils.translation import override

from tests.undone import undone

from .surfaces import said

LANGUAGES = ("es", "fr", "pt")
TRANSLATED = ("fora:thread", "fora:news", "fora:space", "network:search")
"""Pages of translated text: everybody reads them in the language into which the posts are translated, too."""
SENT = {"action": "preview", "text": "", "title": "", "language": "", "reason": ""}
"""What is sent to every form and to every address that only takes posts: enough to be shown again."""
KEPT_SIGNED_IN = ("sessions/end/",)  # a person who ends the own session sees nothing more
_FORMS = re.compile(rb'<form\b[^>]*\bmethod="post"[^>]*>', re.IGNORECASE)
_ACTION = re.compile(rb'\baction="([^"]*)"')


def visited(
    client: Client, name: str, path: str, turn: int, posts_alone: set[str]
) -> Iterator[tuple[str, bytes]]:
    """What one person gets at an address; what a visit changed is undone.

    As read in English; what takes posts only (`posts_alone` keeps the names) as sent to. Sending the page's
    form back, and other languages, go in turn, so that people share them: for each address some do, and next
    to one another in each language.
    """
    answer = None if name in posts_alone else _answer(client, "get", path)
    if answer is None or answer.status_code == 405:
        posts_alone.add(name)
        if not path.endswith(KEPT_SIGNED_IN):
            yield "POST", said(_answer(client, "post", path))
        return
    content = said(answer)
    yield "GET", content
    if answer.status_code != 200 or not path.startswith("/en/"):
        return
    if turn % 3 == 0 and _takes_posts(content, path):
        yield "POST", said(_answer(client, "post", path))
    codes = {LANGUAGES[turn // 5 % 3]} if turn % 5 == 0 else set()
    for code in sorted(codes | ({"es"} if name in TRANSLATED and "page=" not in path else set())):
        with override(code):
            yield code, said(_answer(client, "get", path.replace("/en/", f"/{code}/", 1)))


def _answer(client: Client, method: str, path: str) -> Any:
    """The answer; what it wrote is taken back, also who is signed in."""
    cookies = client.cookies.copy()
    try:
        with undone():
            if method == "get":
                return client.get(path)
            place, _mark, query = path.partition("?")
            return client.post(place, {**SENT, **QueryDict(query).dict()})
    finally:
        client.cookies = cookies


def _takes_posts(content: bytes, path: str) -> bool:
    """Whether the page has a form that is sent to itself."""
    own = path.partition("?")[0].encode()
    actions = [_ACTION.search(form) for form in _FORMS.findall(content)]
    return any(action is None or action[1] in (b"", own, path.encode()) for action in actions)
