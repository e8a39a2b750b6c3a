"""What a translation engine is to the portal, whoever runs it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass


class ProviderError(Exception):
    """The engine gave no translation; what to do then is told by the subclass."""


class ProviderBusy(ProviderError):
    """Too many calls, a fault on the other side or no answer in time: try again later."""

    def __init__(self, message: str = "", retry_after: float | None = None):
        super().__init__(message)
        self.retry_after = retry_after  # seconds, when the provider names them


class ProviderRefused(ProviderError):
    """No right to call, or the quota is used up (401, 403, 456): another call gets the same answer."""

    def __init__(self, code: int, message: str = ""):
        super().__init__(message or str(code))
        self.code = code


class ProviderGarbage(ProviderError):
    """An answer that cannot be read, or with another number of texts than was asked."""


@dataclass(frozen=True)
class Rendering:
    """What an engine made of one text, and the words that it says it does not know."""

    text: str
    unknown: tuple[str, ...] = ()


class Provider(ABC):
    """One engine. Instances are kept for the life of a process: what they start stays started."""

    name: str
    #: True when the text does not leave the house: private text may go to these only.
    is_local = False
    #: True when it works by grammar and dictionaries: nouns may stand in for terms, formats are no words.
    has_grammar = False
    #: How far an unflagged translation can be trusted, 0 to 1.
    confidence = 0.9

    @abstractmethod
    def version(self) -> str:
        """What made the text, for the record: a changed version may translate otherwise."""

    @abstractmethod
    def supports(self, source: str, target: str) -> bool:
        """Whether this engine can be asked for this direction now."""

    @abstractmethod
    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """The texts in the target language, as many and in the same order.

        Raises ProviderBusy, ProviderRefused or ProviderGarbage.
        """

    def render(self, texts: Sequence[str], *, source: str, target: str) -> list[Rendering]:
        """Like `translate`, with what the engine knows about its own gaps."""
        return [Rendering(text) for text in self.translate(texts, source=source, target=target)]

    def close(self) -> None:  # noqa: B027 - most have nothing to let go of
        """Let go of processes and connections; the next call opens them again."""
