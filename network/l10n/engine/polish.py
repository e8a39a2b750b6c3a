"""Small rules of writing that engines miss: contractions at a name, signs, usage of the Americas."""

import re
from collections.abc import Callable

_VOWEL = "aeiouhàâéèêëîïôûœAEIOUHÀÂÉÈÊËÎÏÔÛŒ"
_CONSONANT = r"(?=[^aeiouhyàâéèêëîïôûœAEIOUHYÀÂÉÈÊËÎÏÔÛŒ\W\d])"
_Replacement = str | Callable[[re.Match[str]], str]


def _grave(match: re.Match[str]) -> str:
    return ("à" if match[1] == "a" else "À") + match[2] + " "


_RULES: dict[str, list[tuple[str, _Replacement]]] = {
    "es": [
        (r"\b([Dd])e el (?=[\w])", r"\1el "),
        (r"\b([Aa]) el (?=[\w])", r"\1l "),
        (
            r"\b([Vv])uestr[oa](s?)\b",
            lambda m: ("s" if m[1] == "v" else "S") + "u" + m[2],
        ),  # no vosotros here
    ],
    "pt": [
        (r"\b([Dd])e ([oa]s?) (?=\w)", r"\1\2 "),
        (r"\b([Ee])m ([oa]s?) (?=\w)", lambda m: ("n" if m[1] == "e" else "N") + m[2] + " "),
        (r"\b([Pp])or ([oa]s?) (?=\w)", r"\1el\2 "),
        (r"\b([Aa]) a(s?) (?=\w)", _grave),
        (r"\b([Aa]) (os?) (?=\w)", r"\1\2 "),
        (
            r"\b([Vv])oss([oa]s?)\b",
            lambda m: ("s" if m[1] == "v" else "S") + ("eu" if m[2][0] == "o" else "ua") + m[2][1:],
        ),
        (r"\b([Dd])antes d(?=[eao])", lambda m: ("a" if m[1] == "d" else "A") + "ntes d"),  # a slip of es-pt
    ],
    "fr": [
        (r"\b([Dd])e les (?=\w)", r"\1es "),
        (rf"\b([Dd])e le {_CONSONANT}", r"\1u "),
        (r"\bà les (?=\w)", "aux "),
        (rf"\bà le {_CONSONANT}", "au "),
    ],
}


def polish(text: str, *, source_text: str, target: str) -> str:
    """The translation as its language writes it; capital at the start and end sign as in the original."""
    text = re.sub(r"(?<=\S)  +(?=\S)", " ", text)
    text = re.sub(r"(?<=\w) +(?=[,.;](?:\s|$))", "", text)
    for pattern, replacement in _RULES.get(target, ()):
        text = re.sub(pattern, replacement, text)
    if target == "fr":
        text = re.sub(rf"\b([LlDdJjNnSsMmTtCc]|[Qq]u)[ea] (?=[{_VOWEL}])(?!h[aâeo]\w*s? )", _elide, text)
        text = re.sub(r"(?<=[\w)»])[ \u00a0\u202f]?([?!;])(?=\s|$)", "\u202f\\1", text)
        text = re.sub(r"(?<=[\w)»])[ \u00a0]?:(?=\s|$)", "\u00a0:", text)
    else:
        text = re.sub(r"[\u202f\u00a0 ](?=[?!;:](?:\s|$))", "", text)
    if target == "es":
        text = re.sub(r"(^|(?<=[.!?…]\s))(?![¿¡])([^.!?¿¡\n]*[^.!?¿¡\n\s])([?!])(?![?!])", _open_sign, text)
    elif "¿" not in source_text or target != "es":
        text = text.replace("¿", "").replace("¡", "")
    return _first_letter(text, source_text)


def _elide(match: re.Match[str]) -> str:
    return match[1] + "'"


def _open_sign(match: re.Match[str]) -> str:
    return f"{match[1]}{'¿' if match[3] == '?' else '¡'}{match[2]}{match[3]}"


def _first_letter(text: str, source_text: str) -> str:
    ours = re.match(r"[^\w]*([^\W\d_])", source_text)
    theirs = re.match(r"[^\w]*([^\W\d_])", text)
    if ours and theirs and ours[1].isupper() and theirs[1].islower():
        place = theirs.start(1)
        return text[:place] + text[place].upper() + text[place + 1 :]
    return text
