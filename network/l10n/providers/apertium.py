"""Apertium: rules and dictionaries on this machine, in resident pipelines; the embedded default.

A direction may have several routes, over one or more pairs. What a pair does not know is taken out before the
next pair sees it, or that one would take it for a word of its own language.
"""

import re
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from django.conf import settings

from .base import Provider, ProviderBusy, Rendering
from .resident import ResidentPipeline

_PROGRAM = re.compile(r"(^|\|\s*)((?:/usr/bin/)?[a-z-]+)(?=\s|$)")
_RESERVED = re.compile(r"([\[\]{}^$/\\@<>*])")
_MARKED = re.compile(r"([*@#])(\w[\w'’-]*(?:\.\w+)*)")
_TOKEN = re.compile(r"X[QW]\d+[QW]X", re.IGNORECASE)


class ApertiumProvider(Provider):
    """Shallow-transfer translation, about a thousand sentences a second."""

    name = "apertium"
    is_local = True

    def __init__(self) -> None:
        self._pipelines: dict[str, ResidentPipeline] = {}
        self._lock = threading.Lock()

    @cached_property
    def _version(self) -> str:
        folder = Path("/usr/share/doc/apertium")
        return "3" if folder.exists() else ""

    def version(self) -> str:
        """The installed release."""
        return self._version

    def supports(self, source: str, target: str) -> bool:
        """Whether a route is installed."""
        return bool(self.routes(source, target))

    def routes(self, source: str, target: str) -> list[list[str]]:
        """The installed routes of a direction, the preferred one first."""
        folder = Path(settings.APERTIUM_MODES)
        return [
            route
            for route in settings.TRANSLATION_ROUTES.get(f"{source}-{target}", [])
            if all((folder / f"{mode}.mode").exists() for mode in route)
        ]

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """The texts by the best route for each."""
        return [each.text for each in self.render(texts, source=source, target=target)]

    def render(self, texts: Sequence[str], *, source: str, target: str) -> list[Rendering]:
        """The texts, each by the route that knows most of its words, with the words that it did not know."""
        best: list[Rendering | None] = [None] * len(texts)
        for route in self.routes(source, target):
            open_places = [place for place, each in enumerate(best) if each is None or each.unknown]
            if not open_places:
                break
            for place, found in zip(
                open_places, self.follow(route, [texts[place] for place in open_places]), strict=True
            ):
                held = best[place]
                if held is None or len(found.unknown) < len(held.unknown):
                    best[place] = found
        return [each or Rendering(text="", unknown=()) for each in best]

    def follow(self, route: Sequence[str], texts: Sequence[str]) -> list[Rendering]:
        """The texts over one chain of pairs."""
        guarded: list[list[str]] = [[] for _ in texts]
        current = list(texts)
        for number, mode in enumerate(route):
            last = number == len(route) - 1
            answers = self._pipeline(mode).ask([_prepared(text) for text in current])
            current = [
                _guard(_plain(answer), words, last=last)
                for answer, words in zip(answers, guarded, strict=True)
            ]
        return [
            Rendering(text=_unguard(text, words), unknown=tuple(words))
            for text, words in zip(current, guarded, strict=True)
        ]

    def close(self) -> None:
        """End all programs."""
        with self._lock:
            for pipeline in self._pipelines.values():
                pipeline.close()
            self._pipelines.clear()

    def _pipeline(self, mode: str) -> ResidentPipeline:
        with self._lock:
            if mode not in self._pipelines:
                while len(self._pipelines) >= settings.APERTIUM_RESIDENT:
                    oldest = min(self._pipelines, key=lambda name: self._pipelines[name].used_at)
                    self._pipelines.pop(oldest).close()
                self._pipelines[mode] = ResidentPipeline(_command(mode), timeout=settings.APERTIUM_TIMEOUT)
            return self._pipelines[mode]


def _command(mode: str) -> str:
    """The mode's own pipeline, every program set to flush at a zero byte."""
    try:
        chain = (Path(settings.APERTIUM_MODES) / f"{mode}.mode").read_text().strip()
    except OSError as error:
        raise ProviderBusy(f"Apertium has no {mode}") from error
    return _PROGRAM.sub(r"\1\2 -z", chain.replace("$1", "-g").replace("$2", ""))


def _prepared(text: str) -> bytes:
    return (_RESERVED.sub(r"\\\1", text) + ".[]").encode()


def _plain(answer: bytes) -> str:
    text = answer.decode(errors="replace").replace("[]", "").rstrip("\n")
    text = text.removesuffix(".")
    return re.sub(r"\\(.)", r"\1", text)


def _guard(text: str, words: list[str], *, last: bool) -> str:
    """Take what was not known out of the way of the next pair; on the last one only the marks go."""

    def replaced(match: re.Match[str]) -> str:
        mark, word = match.groups()
        if _TOKEN.fullmatch(word) or mark == "#":
            return word
        words.append(word)
        return f"XW{len(words) - 1}WX"

    return _MARKED.sub(replaced, text)


def _unguard(text: str, words: Sequence[str]) -> str:
    return re.sub(
        r"XW(\d+)WX", lambda match: words[int(match[1])] if int(match[1]) < len(words) else match[0], text
    )
