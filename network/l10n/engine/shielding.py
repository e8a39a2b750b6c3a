"""What an engine must not touch, put away before and put back after; every piece is verified.

Three kinds of shields, by what the engine can bear:
- a word that no language has (XQ0QX) for what stands in the sentence like a name: addresses, code;
- a mark (private characters) for what has no place in the grammar: tags, emphasis; an engine without a
  notion of format gets a word instead;
- for an engine of grammar a noun of its dictionaries for a glossary term (term_shields.py), and plain
  digits for a number with signs, so that articles, adjectives and plurals come out right.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from . import dates
from .protected import protected
from .term_shields import StandIn, put_back, put_in
from .terms import TermFinder

MARK_START, MARK_END = "\ue000", "\ue001"
#: Numbers whose signs an engine may lose: 1,250.50; 12.5; 10:30; 2019-2023.
_CURRENCY = r"(?:(?:US|CA|C|R|Bds|J|TT|EC|B/\.|S/\.)?[$€£]|USD|EUR|HTG|BRL)\s?"
_NUMBER = re.compile(
    rf"(?<!\w){_CURRENCY}\d+(?:[.,]\d+)*(?!\w)|"
    r"(?<![\w.,])\d+(?:[.,:/\u202f\u00a0-]\d+)+(?![\w])|(?<![\w.,])\d{5,}(?![\w])"
)
_ANY_NUMBER = re.compile(r"\d+")


@dataclass
class Shielded:
    """A text with its shields, and what each stands for."""

    text: str = ""
    words: list[str] = field(default_factory=list)  # XQnQX, in order
    marks: list[tuple[str, bool, bool]] = field(default_factory=list)  # the piece; a space before, after
    numbers: dict[str, str] = field(default_factory=dict)  # digits -> the number as written
    stand_ins: list[StandIn] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)  # target forms put in, for checks
    touching: set[str] = field(default_factory=set)  # marks side by side with the next one


class LostShieldError(Exception):
    """The engine lost, doubled or bent a shield."""


def shield(
    text: str, *, rich: bool, finder: TermFinder | None, source: str, target: str, grammar: bool, marks: bool
) -> Shielded:
    """Put away what must stay; `grammar`: nouns and digits stand in; `marks`: formats are more than words."""
    out = Shielded()

    def word(piece: str) -> str:
        out.words.append(piece)
        return f"XQ{len(out.words) - 1}QX"

    def mark(piece: str, start: int, end: int) -> str:
        out.marks.append((piece, text[start - 1 : start].isspace(), text[end : end + 1].isspace()))
        number = len(out.marks) - 1
        if marks:
            return f"{MARK_START}{number}{MARK_END}"
        _piece, before, after = out.marks[number]
        return f"{'' if before else ' '}XZ{number}ZX{'' if after else ' '}"

    parts: list[str] = []
    place = 0
    for start, end, kind, piece in sorted(protected(text, rich)):
        parts.append(text[place:start])
        glued = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
        parts.append(word(piece) if kind == "word" and not glued else mark(piece, start, end))
        place = end
    parts.append(text[place:])
    bare = "".join(parts)
    out.touching = _touching(bare)
    if finder:
        bare, out.stand_ins, out.terms = put_in(
            bare, finder, word, source=source, target=target, grammar=grammar
        )
    bare = _with_dates(bare, out, word, source=source, target=target, grammar=grammar)
    out.text = _with_numbers(bare, out, word, grammar=grammar)
    return out


def restore(shielded: Shielded, answer: str) -> str:
    """Put everything back. Raises LostShieldError when a piece is missing, doubled or unknown."""
    text = put_back(answer, shielded.stand_ins) or ""
    if not text:
        raise LostShieldError("a term")
    for digits, number in reversed(shielded.numbers.items()):  # one may hold an earlier one
        if len(re.findall(rf"(?<!\d){digits}(?!\d)", text)) != 1:
            raise LostShieldError(number)
        text = text.replace(digits, number)
    text = _marks_back(shielded, text)
    seen: list[int] = []

    def word(match: re.Match[str]) -> str:
        number = int(match[1])
        if number >= len(shielded.words):
            raise LostShieldError(match[0])
        seen.append(number)
        return shielded.words[number]

    text = re.sub(r"XQ(\d+)QX", word, text, flags=re.IGNORECASE)
    if sorted(seen) != list(range(len(shielded.words))):
        raise LostShieldError("a word")
    return text


def _with_dates(
    text: str, out: Shielded, word: Callable[[str], str], *, source: str, target: str, grammar: bool
) -> str:
    for start, end, written in reversed(dates.find(text, source, target)):
        put = _digits(out, text, written) if grammar else word(written)
        text = text[:start] + put + text[end:]
    return text


def _with_numbers(text: str, out: Shielded, word: Callable[[str], str], *, grammar: bool) -> str:
    def replaced(match: re.Match[str]) -> str:
        return _digits(out, text, match[0]) if grammar else word(match[0])

    text = _NUMBER.sub(replaced, text)
    if not grammar:
        text = re.sub(r"(?<![\w])\d+(?![\w])", replaced, text)
    return text


def _digits(out: Shielded, text: str, piece: str) -> str:
    """A plain number that neither the text nor another piece has."""
    taken = set(_ANY_NUMBER.findall(text)) | set(out.numbers)
    digits = next(str(number) for number in range(7301, 9999) if str(number) not in taken)
    out.numbers[digits] = piece
    return digits


def _marks_back(shielded: Shielded, text: str) -> str:
    seen: list[int] = []

    def mark(match: re.Match[str]) -> str:
        number = int(match[1])
        seen.append(number)
        if number >= len(shielded.marks):
            raise LostShieldError(match[0])
        return shielded.marks[number][0]

    def spaced(match: re.Match[str]) -> str:
        piece = mark(match)
        _piece, before, after = shielded.marks[int(match[1])]
        return " " * before + piece + " " * after

    if not _touching(text) <= shielded.touching:
        raise LostShieldError("what stood between two marks")
    text = re.sub(rf"{MARK_START}(\d+){MARK_END}", mark, text)
    text = re.sub(r"\s*\bXZ(\d+)ZX\b\s*", spaced, text, flags=re.IGNORECASE)
    if sorted(seen) != list(range(len(shielded.marks))):
        raise LostShieldError("a mark")
    return text


def _touching(text: str) -> set[str]:
    return set(re.findall(f"{MARK_START}(\\d+){MARK_END}\\s*(?={MARK_START})", text))


def digits_of(text: str) -> list[str]:
    """All digits groups of a text, sorted: they must be the same in a translation."""
    return sorted(_ANY_NUMBER.findall(text))
