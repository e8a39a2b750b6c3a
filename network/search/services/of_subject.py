"""The newest records of each kind on a subject: what pages of a state or a topic show, in one question.

Several apps show what they have on one page. Each says how many of its kinds it shows; whoever asks first
asks for all.
"""

from dataclasses import replace
from typing import Any

from ..models import SearchRow
from .finding import Wanted, chosen, in_language

_shown: dict[str, int] = {}


def show(kind: str, size: int) -> None:
    """Have the newest `size` records of a kind read with those of the others."""
    _shown[kind] = size


def newest_of_subject(kind: str, wanted: Wanted, kept: dict[Any, Any]) -> list[SearchRow]:
    """The newest records of `kind` on what is chosen in `wanted`; `kept` lasts as long as the page."""
    key = ("newest of subject", wanted.choices, wanted.language)
    if key not in kept:
        kept[key] = in_language(_originals(wanted), wanted)
    return [row for row in kept[key] if row.kind == kind]


def _originals(wanted: Wanted) -> list[SearchRow]:
    keys = [
        chosen(replace(wanted, kind=kind)).order_by("-published_at", "-object_id").values("pk")[:size]
        for kind, size in sorted(_shown.items())
    ]
    rows = chosen(replace(wanted, kind="")).filter(pk__in=keys[0].union(*keys[1:], all=True))
    return list(rows.order_by("-published_at", "-object_id"))
