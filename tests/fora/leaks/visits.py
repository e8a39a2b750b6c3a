"""How an address is visited: read, read in another language, its form sent back; each once, and cheaply."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client
from django.utils.translation import override

from .surfaces import said

LANGUAGES = ("es", "fr", "pt")
TRANSLATED = ("fora:thread", "fora:news", "fora:space", "network:search")
"""Pages of translated text: everybody reads them in the language into which the posts are translated, too."""
SENT = {"action": "preview", "text": "", "title": "", "language": "", "reason": ""}
"""What is sent to every form and to every address that only takes posts: enough to be shown again."""
KEPT_SIGNED_IN = ("sessions/end/",)  # a person who ends the own session sees nothing more
_FORMS = re.compile(rb'<form\b[^>]*\bmethod="post"[^>]*>', re.IGNORECASE)
_ACTION = re.compile(rb'\baction="([^"]*)"')


class Undoing:
    """Takes back what visits write; those that only read cost nothing, and one savepoint serves all."""

    def __enter__(self) -> "Undoing":
        self.has_written, self.point = False, transaction.savepoint()
        self.posts_alone: set[str] = set()  # names of addresses that are not read
        self._watching = connection.execute_wrapper(self._look)
        self._watching.__enter__()
        return self

    def __exit__(self, *_error: object) -> None:
        self._watching.__exit__(None, None, None)
        transaction.savepoint_rollback(self.point)
        transaction.savepoint_commit(self.point)

    def _look(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.has_written = self.has_written or not sql.startswith("SELECT ")
        return execute(sql, params, many, context)

    def answer(self, client: Client, method: str, path: str) -> Any:
        """The answer; what it wrote is taken back, also who is signed in."""
        cookies = client.cookies.copy()
        try:
            if method == "get":
                return client.get(path)
            place, _mark, query = path.partition("?")
            return client.post(place, {**SENT, **QueryDict(query).dict()})
        finally:
            if self.has_written:
                transaction.savepoint_rollback(self.point)
                self.has_written = False
            client.cookies = cookies


def visited(undoing: Undoing, client: Client, name: str, path: str, turn: int) -> Iterator[tuple[str, bytes]]:
    """What one person gets at an address; what a visit changed is undone.

    As read in English; what takes posts only as sent to. Sending the page's form back, and other languages,
    go in turn, so that people share them: for each address some do, and next to one another in each language.
    """
    answer = None if name in undoing.posts_alone else undoing.answer(client, "get", path)
    if answer is None or answer.status_code == 405:
        undoing.posts_alone.add(name)
        if not path.endswith(KEPT_SIGNED_IN):
            yield "POST", said(undoing.answer(client, "post", path))
        return
    content = said(answer)
    yield "GET", content
    if answer.status_code != 200 or not path.startswith("/en/"):
        return
    if turn % 3 == 0 and _takes_posts(content, path):
        yield "POST", said(undoing.answer(client, "post", path))
    codes = {LANGUAGES[turn // 5 % 3]} if turn % 5 == 0 else set()
    for code in sorted(codes | ({"es"} if name in TRANSLATED and "page=" not in path else set())):
        with override(code):
            yield code, said(undoing.answer(client, "get", path.replace("/en/", f"/{code}/", 1)))


def _takes_posts(content: bytes, path: str) -> bool:
    """Whether the page has a form that is sent to itself."""
    own = path.partition("?")[0].encode()
    actions = [_ACTION.search(form) for form in _FORMS.findall(content)]
    return any(action is None or action[1] in (b"", own, path.encode()) for action in actions)
