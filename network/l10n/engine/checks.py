"""What speaks against a translation. Each check is a flag; a flagged text waits for a person."""

import re
from html.parser import HTMLParser

from . import detection
from .shielding import Shielded, digits_of

_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"</?[a-zA-Z!][^>]{0,200}>?|javascript:", re.IGNORECASE)
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link", "source", "col"}
MAX_RATIO, SLACK = 1.7, 8


def words_of(shielded: Shielded) -> list[str]:
    """The words that the engine is asked to translate."""
    bare = re.sub(r"X[QZ]\d+[QZ]X|\ue000\d+\ue001", " ", shielded.text)
    return _WORD.findall(bare)


def engine_flags(asked: str, answer: str, words: list[str]) -> list[str]:
    """Faults of one answer, before the shields are put back."""
    if not words:
        return []
    if not answer.strip():
        return ["empty"]
    flags = []
    if len(words) >= 3 and _bare(asked) == _bare(answer):
        flags.append("same_as_source")
    longer, shorter = len(answer), len(asked)
    half = len(_bare(answer)) // 2
    doubled = half > 12 and _bare(answer)[:half].strip() == _bare(answer)[-half:].strip()
    if doubled or longer > MAX_RATIO * shorter + SLACK or longer < shorter / MAX_RATIO - SLACK:
        flags.append("length")
    if _TAG.search(answer):
        flags.append("markup")
    return flags


def without_tags(answer: str) -> str:
    """An engine's answer without tags: all of the source's are put away, so each is the engine's own."""
    return re.sub(r"<(script|style)\b.*?</\1\s*>", "", _loop(answer), flags=re.IGNORECASE | re.DOTALL)


def _loop(text: str) -> str:
    for _round in range(3):
        cleaned = re.sub(r"<(script|style)\b.*?(?:</\1\s*>|$)", "", text, flags=re.IGNORECASE | re.DOTALL)
        cleaned = _TAG.sub("", cleaned)
        if cleaned == text:
            break
        text = cleaned
    return text


def source_flags(text: str, bare: str, language: str, *, rich: bool) -> list[str]:
    """What is wrong with the original itself, so that no translation of it can be trusted."""
    flags = []
    if detection.is_foreign_script(text) or detection.is_other_language(bare, language):
        flags.append("wrong_language")
    if not _tags_balance(text) or (rich and not _marks_balance(text)):
        flags.append("markup")
    return flags


def numbers_kept(source: str, translation: str) -> bool:
    """Whether the same digits stand in both."""
    return digits_of(source) == digits_of(translation)


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.is_balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        if tag in {"script", "style", "iframe", "object"}:
            self.is_balanced = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.is_balanced = False


def _tags_balance(text: str) -> bool:
    if "<" not in text:
        return True
    parser = _Balance()
    parser.feed(re.sub(r"<(?![a-zA-Z/!])", " ", text))
    parser.close()
    return parser.is_balanced and not parser.open


def _marks_balance(text: str) -> bool:
    fences = re.findall(r"^\s{0,3}(?:```|~~~)", text, re.MULTILINE)
    bare = re.sub(r"```.*?```|`[^`\n]*`|\\.", "", text, flags=re.DOTALL)
    lines = "\n".join(re.sub(r"^\s*[*+-]\s", "", line) for line in bare.split("\n"))
    links = re.findall(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*$", lines, re.MULTILINE)
    return len(fences) % 2 == 0 and lines.count("**") % 2 == 0 and not links


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
