"""No engine: the texts wait for people."""

from collections.abc import Sequence

from .base import Provider, ProviderRefused


class ManualProvider(Provider):
    """Supports every direction and translates nothing."""

    name = "manual"
    is_local = True

    def version(self) -> str:
        """People have none."""
        return ""

    def supports(self, source: str, target: str) -> bool:
        """People translate every direction."""
        return True

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """Always refused: whoever asks has overlooked that this engine is people."""
        raise ProviderRefused(0, "Translation by people only")
