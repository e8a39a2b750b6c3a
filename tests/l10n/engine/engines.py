"""Engines that behave as badly as engines can."""

from collections.abc import Callable

import pytest

from network.l10n import providers
from network.l10n.providers.base import Provider


class Scripted(Provider):
    """Answers what it is told to."""

    name = "scripted"

    def __init__(self, answer: Callable[[str], str] = str.upper):
        self.answer = answer
        self.asked: list[str] = []

    def version(self):
        return "1"

    def supports(self, source, target):
        return True

    def translate(self, texts, *, source, target):
        self.asked += texts
        return [self.answer(text) for text in texts]


def apertium() -> Provider:
    """The real engine, or the test is passed over where it is not installed."""
    engine = providers.get("apertium")
    if not all(engine.supports(a, b) for a, b in (("en", "es"), ("es", "fr"), ("fr", "pt"))):
        pytest.skip("Apertium is not installed")
    return engine
