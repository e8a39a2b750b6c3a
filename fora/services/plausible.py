"""Plausible words for posts in four languages, drawn by a seed: for measurements and never for readers."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from network.choices import Language

WORDS: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[1] / "data" / "plausible.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Text:
    """A made text, its language, and its HTML as rendering would give it."""

    language: str
    body: str
    html: str


class Speaker:
    """Draws texts; the same seed says the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - invents, guards nothing

    def language(self) -> str:
        """One of the four, Spanish oftener."""
        return self.dice.choices(Language.values, weights=(3, 5, 1, 2))[0]

    def title(self, language: str, number: int) -> str:
        """A subject."""
        return WORDS["titles"][language].format(number=number)

    def say(self) -> Text:
        """One to three paragraphs of plain words, so that the HTML needs no rendering."""
        code = self.language()
        paragraphs = [self._sentence(code) for _ in range(self.dice.randint(1, 3))]
        html = "".join(f"<p>{each}</p>\n" for each in paragraphs)
        return Text(code, "\n\n".join(paragraphs), html)

    def _sentence(self, code: str) -> str:
        pick = self.dice.choice
        parts = (WORDS["openings"][code], WORDS["middles"][code], WORDS["ends"][code])
        return " ".join(" ".join(pick(part) for part in parts) for _ in range(3))
