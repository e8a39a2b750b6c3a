"""What people type, without the characters that only tricks need.

Text of the four languages needs no sign that turns the direction of writing and none without width; they hide
words from readers and moderators, and make one name look like another. Joined pictures keep their joiner.
"""

import re
import unicodedata

MOST_ACCENTS = 4  # on one letter
_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_ACCENTS = re.compile(f"({_ACCENT}{{{MOST_ACCENTS}}}){_ACCENT}+")
_LINES = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ud800-\udfff]"
)
_JOINER = re.compile("(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")


def clean_text(text: str) -> str:
    """The text in NFC with plain line ends, without hidden and turning signs and towers of accents."""
    shown = _JOINER.sub("", _HIDDEN.sub("", _LINES.sub("\n", text)))
    return unicodedata.normalize("NFC", _ACCENTS.sub(lambda match: match[1], shown)).strip()


def clean_line(text: str) -> str:
    """The same on one line, such as a title."""
    return " ".join(clean_text(text).split())
