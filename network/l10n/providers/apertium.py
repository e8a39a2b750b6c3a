"""Apertium: rules and dictionaries on this machine, in resident pipelines; the embedded default.

A direction may have several routes, over one or more pairs. What a pair does not know is taken out before the
next pair sees it, or that one would take it for a word of its own language.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from django.conf import settings

from .base import Provider, ProviderBusy, Rendering
from .resident import ResidentPipeline

_PROGRAM = re.compile(r"(^|\|\s*)((?:/usr/bin/)?[a-z-]+)(?=\s|$)")
_RESERVED = re.compile(r"([\[\]{}^$/\\@<>*])")
_MARK = re.compile("(\ue000\\d+\ue001)")  # a format; superblanks carry it through
_MARKED = re.compile(r"([*@#])(X[QWZ]\d+[QWZ]X|\w[\w'’-]*(?:\.\w+)*)")
_TOKEN = re.compile(r"X[QWZ]\d+[QWZ]X", re.IGNORECASE)


_LANGUAGES = {
    "eng": "en", "spa": "es", "es": "es", "fra": "fr", "fr": "fr", "por": "pt", "pt": "pt", "cat": "ca",
}  # fmt: skip
MAX_WORDS = 20_000  # single words remembered


@dataclass(frozen=True)
class _Gap:
    word: str
    language: str


@dataclass
class _Draft:
    text: str
    gaps: list[_Gap] = field(default_factory=list)


class ApertiumProvider(Provider):
    """Shallow-transfer translation, about a thousand sentences a second."""

    name = "apertium"
    is_local = True
    has_grammar = True
    confidence = 0.75

    def __init__(self) -> None:
        self._pipelines: dict[str, ResidentPipeline] = {}
        self._words: dict[tuple[str, str, str], str] = {}
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
        return [
            route
            for route in settings.TRANSLATION_ROUTES.get(f"{source}-{target}", [])
            if all((_modes() / f"{mode}.mode").exists() for mode in route)
        ]

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """The texts by the best route for each."""
        return [each.text for each in self.render(texts, source=source, target=target)]

    def render(self, texts: Sequence[str], *, source: str, target: str) -> list[Rendering]:
        """The texts by the preferred route; what it does not know is asked of the other routes.

        First word by word; a text in which gaps remain takes the route that leaves the fewest.
        """
        best: list[Rendering | None] = [None] * len(texts)
        for route in self.routes(source, target):
            waiting = [place for place, each in enumerate(best) if each is None or each.unknown]
            if not waiting:
                break
            drafts = self._follow(route, [texts[place] for place in waiting])
            for place, draft in zip(waiting, drafts, strict=True):
                found, held = self._filled(draft, target), best[place]
                if held is None or len(found.unknown) < len(held.unknown):
                    best[place] = found
        return [each or Rendering("") for each in best]

    def follow(self, route: Sequence[str], texts: Sequence[str]) -> list[Rendering]:
        """The texts over one chain of pairs alone."""
        return [
            Rendering(
                _unguard(draft.text, [gap.word for gap in draft.gaps]), tuple(g.word for g in draft.gaps)
            )
            for draft in self._follow(route, texts)
        ]

    def _follow(self, route: Sequence[str], texts: Sequence[str]) -> list[_Draft]:
        drafts = [_Draft(text) for text in texts]
        for mode in route:
            answers = self._pipeline(mode).ask([_prepared(draft.text) for draft in drafts])
            for draft, answer in zip(drafts, answers, strict=True):
                draft.text = _guard(_plain(answer), draft.gaps, _LANGUAGES[mode.split("-")[0]])
        return drafts

    def _filled(self, draft: _Draft, target: str) -> Rendering:
        words, unknown = [], []
        for gap in draft.gaps:
            known = "" if gap.word[:1].isupper() else self._word(gap.word, gap.language, target)
            words.append(known or gap.word)
            if not known:
                unknown.append(gap.word)
        return Rendering(_unguard(draft.text, words), tuple(unknown))

    def _word(self, word: str, language: str, target: str) -> str:
        """A single word by any route from its language; empty when none knows it."""
        key = (word, language, target)
        if key not in self._words:
            if len(self._words) > MAX_WORDS:
                self._words.clear()
            self._words[key] = ""
            for route in self._routes_from(language, target):
                draft = self._follow(route, [word])[0]
                if draft.text and not draft.gaps and draft.text.casefold() != word and len(draft.text) < 40:
                    self._words[key] = draft.text.strip(" .")
                    break
        return self._words[key]

    def _routes_from(self, language: str, target: str) -> list[list[str]]:
        if language == target:
            return []
        if language == "ca":
            spanish = [[]] if target == "es" else self.routes("es", target)
            return [["cat-spa", *route] for route in spanish if (_modes() / "cat-spa.mode").exists()]
        return self.routes(language, target)

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


def _modes() -> Path:
    return Path(settings.APERTIUM_MODES)


def _command(mode: str) -> str:
    """The mode's own pipeline, every program set to flush at a zero byte."""
    try:
        chain = (_modes() / f"{mode}.mode").read_text().strip()
    except OSError as error:
        raise ProviderBusy(f"Apertium has no {mode}") from error
    return _PROGRAM.sub(r"\1\2 -z", chain.replace("$1", "-g").replace("$2", ""))


def _prepared(text: str) -> bytes:
    return (_MARK.sub(r"[\1]", _RESERVED.sub(r"\\\1", text)) + ".[]").encode()


def _plain(answer: bytes) -> str:
    text = answer.decode(errors="replace").replace("[]", "").rstrip("\n").removesuffix(".")
    text = re.sub("\\[(\ue000\\d+\ue001)\\]", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text)


def _guard(text: str, gaps: list[_Gap], language: str) -> str:
    """Take what was not known out of the way of the next pair."""

    def replaced(match: re.Match[str]) -> str:
        mark, word = match.groups()
        if _TOKEN.fullmatch(word) or mark == "#":  # known, only its form is not
            return word
        gaps.append(_Gap(word, language))
        return f"XW{len(gaps) - 1}WX"

    return _MARKED.sub(replaced, text)


def _unguard(text: str, words: Sequence[str]) -> str:
    return re.sub(
        r"XW(\d+)WX", lambda match: words[int(match[1])] if int(match[1]) < len(words) else match[0], text
    )
