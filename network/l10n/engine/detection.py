"""Which language a text is in. Loaded at the first question: web workers that never ask pay nothing."""

import re
from functools import cache
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-zA-ZÀ-ÖØ-öø-ɏ]")
#: Shorter texts say too little about their language.
MIN_LETTERS = 24


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder  # 100 MB of models: only who asks

    return LanguageDetectorBuilder.from_languages(
        Language.ENGLISH, Language.SPANISH, Language.FRENCH, Language.PORTUGUESE
    ).build()


def suggest_language(text: str) -> str | None:
    """en, es, fr or pt when the text shows it clearly; only a suggestion, the author confirms."""
    likely = _likely(text)
    if not likely or likely[0][1] < 0.6:
        return None
    return likely[0][0]


def is_foreign_script(text: str) -> bool:
    """Whether a good part of the letters are not Latin ones."""
    letters = _LETTERS.findall(text)
    return len(letters) > 0 and sum(not _LATIN.match(each) for each in letters) > 0.2 * len(letters)


def is_other_language(text: str, declared: str) -> bool:
    """Whether a text long enough to tell is clearly in another language than declared."""
    likely = _likely(text)
    if not likely or likely[0][0] == declared:
        return False
    return likely[0][1] > 0.75 and dict(likely).get(declared, 0.0) < 0.2


def _likely(text: str) -> list[tuple[str, float]]:
    sample = text[:3000]
    if len(_LETTERS.findall(sample)) < MIN_LETTERS or len(sample.split()) < 4 or is_foreign_script(sample):
        return []
    values = _detector().compute_language_confidence_values(sample)
    return [(each.language.iso_code_639_1.name.lower(), each.value) for each in values]
