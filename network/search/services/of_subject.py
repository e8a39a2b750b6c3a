"""The newest records of each kind on a subject: what pages of a state or a topic show, in one question.

Several apps show what they have on one page. Each says how many of its kinds it shows; whoever asks first
asks for all.
"""

from typing import Any

from django.db.models import OuterRef, Subquery, Sum

from ..models import FacetCount, SearchRow
from .finding import Wanted, in_language
from .written import Carried, read, rows_that_carry

_shown: dict[str, int] = {}


def show(kind: str, size: int) -> None:
    """Have the newest `size` records of a kind read with those of the others."""
    _shown[kind] = size


def newest_of_subject(kind: str, wanted: Wanted, kept: dict[Any, Any]) -> tuple[list[SearchRow], int]:
    """The newest records of `kind` on the one value that is chosen in `wanted`, and how many there are.

    `kept` lasts as long as the page.
    """
    key = ("newest of subject", wanted.choices, wanted.language)
    if key not in kept:
        originals = read(_originals, wanted.user, wanted.carried, tuple(sorted(_shown.items())))
        totals = {row.kind: row.total for row in originals}
        kept[key] = in_language(originals, wanted), totals
    rows, totals = kept[key]
    return [row for row in rows if row.kind == kind], totals.get(kind, 0)


def _originals(user: Any, carried: Carried, shown: tuple[tuple[str, int], ...]) -> Any:
    """Rows of all kinds that are shown, each with the number of its kind on the subject."""
    keys = [
        rows_that_carry(user, kind, carried).order_by("-published_at", "-object_id").values("pk")[:size]
        for kind, size in shown
    ]
    ((facet,), _all_of) = carried[0]
    counted = FacetCount.objects.visible_to(user).filter(kind=OuterRef("kind"), base=facet, facet="")
    total = counted.values("kind").annotate(total=Sum("objects_counted")).values("total")
    rows = rows_that_carry(user, "", carried).filter(pk__in=keys[0].union(*keys[1:], all=True))
    return rows.annotate(total=Subquery(total)).order_by("-published_at", "-object_id")
