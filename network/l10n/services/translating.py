"""A text in, its translation out, with an honest word on how good it is. Knows no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..providers.base import Provider


@dataclass(frozen=True)
class Term:
    """A glossary entry: its form in each language; `keep` are names that take the given form as it stands."""

    forms: Mapping[str, str]
    keep: bool = False
    key: str = ""


@dataclass(frozen=True)
class Translated:
    """A translation and what is known about it."""

    text: str
    engine: str
    version: str
    confidence: float  # 0 to 1
    flags: tuple[str, ...] = ()
    characters: int = 0  # sent to the engine, for the budget
    unknown: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_good(self) -> bool:
        """Fit to be shown as a machine's draft; otherwise a person has to look first."""
        return not self.flags


def translate(
    text: str,
    *,
    source: str,
    target: str,
    provider: Provider,
    glossary: Sequence[Term] = (),
    rich: bool = False,
) -> Translated:
    """The text in the target language; `rich` is Markdown, whose marks stay.

    Raises the errors of the provider (ProviderBusy, ProviderRefused, ProviderGarbage) and no others.
    """
    rendered = provider.render([text], source=source, target=target)[0]
    flags = ("unknown_words",) if rendered.unknown else ()
    return Translated(
        rendered.text,
        provider.name,
        provider.version(),
        0.5 if flags else 0.9,
        flags,
        len(text),
        rendered.unknown,
    )


def segments(text: str, rich: bool) -> list[str]:
    """The blocks of a text, each translated for itself and kept in the translation memory."""
    return [block.strip() for block in text.split("\n\n") if block.strip()]
