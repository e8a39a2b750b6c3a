"""An engine that says what it is told to, and counts who asks."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from network.l10n import providers
from network.l10n.providers.base import Provider
from network.l10n.services import asking
from network.l10n.services.translating import Translated


class FakeEngine(Provider):
    """Puts the target language before each text; `troubles` are raised first, one per call."""

    def __init__(self, name: str = "fake", *, is_local: bool = True) -> None:
        self.name, self.is_local = name, is_local
        self.calls: list[tuple[str, str]] = []
        self.troubles: list[Exception] = []
        self.before_answer: Callable[[str], Any] = lambda text: None
        self.flags: tuple[str, ...] = ()
        self.answered = 0  # characters

    def version(self) -> str:
        return "1"

    def supports(self, source: str, target: str) -> bool:
        return True

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        self.calls += [(text, target) for text in texts]
        if self.troubles:
            raise self.troubles.pop(0)
        for text in texts:
            self.answered += len(text)
            self.before_answer(text)
        return [said(text, target) for text in texts]


def said(text: str, target: str) -> str:
    """What the engine makes of a text."""
    return f"<{target}> {text}"


def plainly(text: str, *, provider: FakeEngine, source: str, target: str, **options: Any) -> Translated:
    """`translate` without shielding: the engine's words as they are."""
    answer = provider.translate([text], source=source, target=target)[0]
    return Translated(answer, provider.name, provider.version(), 0.9, provider.flags, len(text))


def use_engines(monkeypatch: pytest.MonkeyPatch, *engines: FakeEngine) -> tuple[FakeEngine, ...]:
    """Have these engines asked, in this order."""
    monkeypatch.setattr(providers, "order", lambda source, target: list(engines))
    monkeypatch.setattr(asking, "translate", plainly)
    return engines
