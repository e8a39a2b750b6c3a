"""Marking in a text the words that answer a question."""

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .folding import WORD, fold, plain

LONGEST_ENDING = 5  # letters by which a marked word may be longer than the stem that was asked


def mark(text: str, language: str, lexemes: Iterable[str]) -> SafeString:
    """`text` made safe, with <mark> around words whose folded form, or whose beginning, was asked."""
    wanted = {plain(lexeme) for lexeme in lexemes if len(lexeme) > 2}
    if not wanted:
        return escape(text)
    stems = tuple(lexeme for lexeme in wanted if len(lexeme) >= 4)
    parts, end = [], 0
    for match in WORD.finditer(text):
        if _answers(match[0], language, wanted, stems):
            parts += [escape(text[end : match.start()]), format_html("<mark>{}</mark>", match[0])]
            end = match.end()
    parts.append(escape(text[end:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


def _answers(word: str, language: str, wanted: set[str], stems: tuple[str, ...]) -> bool:
    bare = plain(word)
    if bare in wanted or fold(word, language) in wanted:
        return True
    return bare.startswith(stems) and any(
        bare.startswith(stem) and len(bare) - len(stem) <= LONGEST_ENDING for stem in stems
    )
