"""The original with the glossary's terms marked."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of text; `is_term` when the glossary has it."""

    text: str
    is_term: bool


def marked_terms(text: str, forms: Sequence[str]) -> list[Stretch]:
    """A text cut so that the glossary's terms stand alone; of two that overlap the longer one wins."""
    wanted = sorted({form for form in forms if form}, key=len, reverse=True)
    if not wanted:
        return [Stretch(text, False)]
    named = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in wanted)
    parts = re.split(f"({named})", text, flags=re.IGNORECASE)
    return [Stretch(part, bool(place % 2)) for place, part in enumerate(parts) if part]
