"""One form for a word with and without accents, in singular and plural.

PostgreSQL's stemmers know accented words only: "prevenção" and "prevencoes" would never meet. So every text
is indexed twice: by the stemmer, and by these forms, which need not be words; they need only be the same for
what a reader holds to be the same. The same function serves indexing, asking and marking.
"""

import re
import unicodedata
from functools import lru_cache

LANGUAGES = ("en", "es", "fr", "pt")
WORD = re.compile(r"\w+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ñ": "n", "ç": "c"}
)
_IRREGULAR = {
    "en": {
        "children": "child",
        "women": "woman",
        "men": "man",
        "people": "person",
        "persons": "person",
        "lives": "life",
        "knives": "knife",
    },
    "pt": {"maes": "mae", "paes": "pao", "caes": "cao", "males": "mal"},
    "es": {},
    "fr": {"yeux": "oeil"},
}
_ENDINGS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    language: tuple((re.compile(pattern), by) for pattern, by in rules)
    for language, rules in {
        # crises, analyses; boxes, searches; policies; all others
        "en": (
            (r"(?<=[aeiouy])s[ei]s$", "se"),
            (r"(?<=ss|sh|ch)es$|(?<=x)es$", ""),
            (r"ies$", "y"),
            (r"(?<=[^siu])s$", ""),
            (r"(?<=[aeiouy]s)e$", ""),
        ),
        # intereses and interés, países and país, luces and luz
        "es": ((r"(?<=...)[es]+$", ""), (r"z$", "c")),
        # réseaux, nationaux and national, travaux and travail; intégré, intégrés, intégrée, intégrées
        "fr": (
            (r"eaux$", "eau"),
            (r"(?<=..)aux$", "al"),
            (r"(?<=...)(e{0,2}s?|x)$", ""),
            (r"(?<=..)ail$", "al"),
        ),
        # ações, cidadãos, jovens, policiais, níveis and fáceis, lençóis, azuis, civis, mulheres
        "pt": (
            (r"(?<=..)[oa]es$", "ao"),
            (r"(?<=.)ns$", "m"),
            (r"(?<=...)ais$", "al"),
            (r"(?<=..)e(is|l)$", "il"),
            (r"(?<=..)ois$", "ol"),
            (r"(?<=..)uis$", "ul"),
            (r"(?<=..[^aeou])is$", "il"),
            (r"(?<=...)[es]+$", ""),
        ),
    }.items()
}


def plain(text: str) -> str:
    """`text` in small letters without accents."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", lowered.translate(_LIGATURES))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=100_000)
def fold(word: str, language: str) -> str:
    """The form under which a word of `language` is kept, whether accented, unaccented, singular or plural."""
    bare = plain(word)
    if len(bare) <= 3:
        return bare.replace("z", "c") if language == "es" else bare
    irregular = _IRREGULAR[language].get(bare)
    if irregular is not None:
        bare = irregular
    for pattern, by in _ENDINGS[language]:
        bare = pattern.sub(by, bare, count=1)
    return bare


def fold_text(text: str, language: str) -> str:
    """All words of a text in their folded forms, in order."""
    return " ".join([fold(word, language) for word in WORD.findall(text)])


def readable(text: str) -> str:
    """Text as PostgreSQL's parser should see it: no NUL, and no words glued into paths by slashes."""
    return text.replace("\x00", "").replace("/", " ").replace("\\", " ")
