"""Which pieces of a text are no words to translate: addresses, code, placeholders, tags, marks."""

import re
from collections.abc import Iterator

#: What is put away as a word, in the order of precedence.
_OPAQUE = re.compile(
    r"""
    (?P<code>(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`))
    |(?P<url>(?:https?://|ftp://|www\.|mailto:)[^\s<>\ue000]*[^\s<>.,;:!?"'»”’)\]*_\ue000])
    |(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<placeholder>\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|\$?\{[^{}\n]{0,80}\}
        |%\(\w+\)[#0 +-]*\d*(?:\.\d+)?[a-zA-Z]|%[sdifr](?!\w))
    |(?P<mention>(?<![\w/])[@\#][\w-]*[^\W\d_][\w-]*)
    |(?P<shortcode>(?<!\w):[a-z][a-z0-9_+-]*:(?!\w))
    |(?P<symbol>\b[A-Z]{2,}(?:/[A-Z.]+)+(?:\s?\d+(?:\s?\([\w/-]+\))?)?)
    |(?P<file>\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|json|xml|html?|zip|png|jpe?g|org|com|net|gov|edu|int)\b(?:/\S*[\w/])?)
    |(?P<token>\bX[QWZ]\d+[QWZ]X\b|[\ue000-\uf8ff]+)
    |(?P<entity>&(?:\#\d+|\#x[\da-fA-F]+|[a-zA-Z]\w{1,20});)
    |(?P<long>\S{61,})
    |(?P<codeword>\b(?!\d+(?:st|nd|rd|th|er|ère|e|ème|o|a|h)\b)(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[\w]+(?:-[\w]+)*\b)
    |(?P<roman>\b[A-Z][A-Z]+-[IVXLC]+\b)
    |(?P<foreign>[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]+(?:[\s\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]*[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff])?)
    |(?P<sign>[\u2190-\u21ff\u2300-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]+|[\[\]{}^\\<>~|*@\#]+|\$(?!\s?\d))
    """,
    re.VERBOSE,
)
_EMPHASIS = re.compile(r"__+|(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])")
_AS_MARKS = {"sign", "entity"}
_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]*>|<!--.*?-->")
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]*)(\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)|\[[^\[\]\n]*\]))"
)
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+.!|<>~-]")
_CODE = re.compile(r"(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)")

Piece = tuple[int, int, str, str]


def protected(text: str, rich: bool) -> Iterator[Piece]:
    """Start, end, "word" or "mark", and the piece itself; none overlaps another."""
    taken = bytearray(len(text))
    for start, end, kind in _found(text, rich):
        if end > start and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield start, end, kind, text[start:end]


def _found(text: str, rich: bool) -> Iterator[tuple[int, int, str]]:
    """All candidates, the stronger ones first."""
    if rich:
        yield from ((*match.span(), "word") for match in _CODE.finditer(text))
        for match in _LINK.finditer(text):
            yield (*match.span(1), "mark")
            yield (*match.span(3), "mark")
        yield from ((*match.span(), "mark") for match in _ESCAPE.finditer(text))
    yield from ((*match.span(), "mark") for match in _TAGS.finditer(text))
    for match in _OPAQUE.finditer(text):
        yield (*match.span(), "mark" if match.lastgroup in _AS_MARKS else "word")
    if rich:
        yield from ((*match.span(), "mark") for match in _EMPHASIS.finditer(text))
