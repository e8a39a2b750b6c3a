"""A text in, its translation out, with an honest word on how good it is. Knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings

from ..engine import blocks, checks, detection
from ..engine.polish import polish
from ..engine.shielding import LostShieldError, Shielded, restore, shield
from ..engine.terms import Term, TermFinder, finder
from ..providers.base import Provider, ProviderGarbage, Rendering

__all__ = ["Term", "Translated", "segments", "suggest_language", "translate"]

suggest_language = detection.suggest_language
#: Unknown words a text may hold before a person has to look: one in so many.
WORDS_PER_UNKNOWN = 12
#: How to shield, one way after another: whether nouns stand in, whether formats are more than words.
_GRAMMAR_WAYS = ((True, True), (True, False), (False, False))
_PLAIN_WAYS = ((False, False),)


@dataclass(frozen=True)
class Translated:
    """A translation and what is known about it."""

    text: str
    engine: str
    version: str
    confidence: float  # 0 to 1
    flags: tuple[str, ...] = ()
    characters: int = 0  # sent to the engine, for the budget
    unknown: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Fit to be shown as a machine's draft; otherwise a person has to look first."""
        return not self.flags


@dataclass
class _Piece:
    """A sentence on its way."""

    source: str
    text: str = ""
    is_done: bool = False
    flags: set[str] = field(default_factory=set)
    unknown: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True)
class _Direction:
    source: str
    target: str
    provider: Provider
    finder: TermFinder
    rich: bool


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

    What cannot be translated safely comes back as it was, with the reason in `flags`.
    Raises the errors of the provider (ProviderBusy, ProviderRefused, ProviderGarbage) and no others.
    """
    text = text.replace("\r\n", "\n").replace("\0", "")
    refusal = _refusal(text)
    if refusal:
        return Translated("", provider.name, provider.version(), 0.0, (refusal,))
    direction = _Direction(source, target, provider, finder(glossary, source, target), rich)
    parts = [
        piece
        for block in blocks.split(text, rich)
        for piece in (blocks.sentences(block.text) if block.is_words else [block])
    ]
    pieces = [_Piece(part.text) for part in parts if part.is_words]
    characters = _translate_pieces(pieces, direction)
    done = iter(pieces)
    result = "".join(next(done).text if part.is_words else part.text for part in parts)
    return _judged(text, result, pieces, direction, characters)


def segments(text: str, rich: bool) -> list[str]:
    """The blocks of a text, each translated for itself and kept in the translation memory."""
    return [block.text for block in blocks.split(text, rich) if block.is_words]


def _refusal(text: str) -> str:
    if not text.strip():
        return "empty"
    return "too_long" if len(text) > settings.TRANSLATION_MAX_CHARACTERS else ""


def _translate_pieces(pieces: list[_Piece], direction: _Direction) -> int:
    """Fill in each piece's text, with plainer shields for what lost one; gives the characters sent."""
    sent = 0
    ways = _GRAMMAR_WAYS if direction.provider.has_grammar else _PLAIN_WAYS
    for grammar, marks in ways:
        waiting = [piece for piece in pieces if not piece.is_done]
        shielded = [_shield(piece, direction, grammar=grammar, marks=marks) for piece in waiting]
        asked = []
        for piece, each in zip(waiting, shielded, strict=True):
            piece.words = len(checks.words_of(each)) + len(each.terms)
            if checks.words_of(each):
                asked.append((piece, each))
            else:
                piece.text, piece.is_done = restore(each, each.text), True
        if not asked:
            continue
        texts = [each.text for _piece, each in asked]
        sent += sum(map(len, texts))
        answers = direction.provider.render(texts, source=direction.source, target=direction.target)
        if len(answers) != len(texts):
            raise ProviderGarbage(f"{len(answers)} answers to {len(texts)} texts")
        for (piece, each), answer in zip(asked, answers, strict=True):
            _take(piece, each, answer, direction)
    for piece in pieces:
        if not piece.is_done:
            piece.text = piece.source
            piece.flags.add("lost_token")
    return sent


def _shield(piece: _Piece, direction: _Direction, *, grammar: bool, marks: bool) -> Shielded:
    return shield(
        piece.source,
        rich=direction.rich,
        finder=direction.finder,
        source=direction.source,
        target=direction.target,
        grammar=grammar,
        marks=marks,
    )


def _take(piece: _Piece, shielded: Shielded, answer: Rendering, direction: _Direction) -> None:
    """Put the shields back into an answer; a piece that lost one stays undone."""
    flags = checks.engine_flags(shielded.text, answer.text, checks.words_of(shielded))
    if "empty" in flags:
        piece.text, piece.is_done, piece.flags = piece.source, True, {"empty"}
        return
    piece.flags |= set(flags) & {"markup"}
    cleaned = checks.without_tags(answer.text) if "markup" in flags else answer.text
    try:
        restored = restore(shielded, cleaned.strip())
    except LostShieldError:
        return
    if not checks.numbers_kept(*_without_terms(piece.source, restored, shielded)):
        return
    piece.text = polish(restored, source_text=piece.source, target=direction.target)
    piece.flags, piece.unknown, piece.is_done = set(flags), answer.unknown, True


def _without_terms(source: str, restored: str, shielded: Shielded) -> tuple[str, str]:
    """Source and translation for the comparison of digits; terms may hold some of their own."""
    return source, restored if not any(map(str.isdigit, "".join(shielded.terms))) else source


def _judged(
    text: str, result: str, pieces: Sequence[_Piece], direction: _Direction, characters: int
) -> Translated:
    provider = direction.provider
    words = sum(piece.words for piece in pieces)
    gaps = [word for piece in pieces for word in piece.unknown if not word[:1].isupper()]
    bare = " ".join(
        " ".join(checks.words_of(_shield(piece, direction, grammar=False, marks=False))) for piece in pieces
    )
    flags = set(checks.source_flags(text, bare, direction.source, rich=direction.rich))
    for piece in pieces:
        flags |= piece.flags
    if not words:
        flags.add("nothing_to_translate")
    if gaps and len(gaps) * WORDS_PER_UNKNOWN > words:
        flags.add("unknown_words")
    confidence = provider.confidence * (1 - min(1.0, 3 * len(gaps) / max(words, 1)))
    if flags:
        confidence = min(confidence, 0.3)
    return Translated(
        text=result,
        engine=provider.name,
        version=provider.version(),
        confidence=round(confidence, 2),
        flags=tuple(sorted(flags)),
        characters=characters,
        unknown=tuple(gaps),
    )
