"""Lists without words as statements that are written once for each shape they are asked in.

The shape is how many keys open rows to the reader, and how many values are chosen of each group; the keys
and the values themselves are put in at each asking (network/querysets/written.py).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from network.querysets.written import Written

from ..models import SearchRow
from ..querysets import Holder, SearchRowQuerySet, keys_of

NOT_LISTED = ("head", "vector", "signs")
"""Columns that are for finding and counting, not for showing."""

Carried = Sequence[tuple[Sequence[str], bool]]
"""Facets that rows must carry: of each choice the values, and whether it takes all of them."""

Shape = tuple[tuple[int, bool], ...]
"""Of each choice, how many values it has, and whether it takes all of them."""

Build = Callable[..., Any]

Matches = tuple[int, str, list[int]]
"""How many there are, the signs of all of them, keys of the newest."""

_COUNTED = "count(*), coalesce(string_agg(signs, ''), '')"
_NEWEST = "coalesce((array_agg(id ORDER BY published_at DESC, object_id DESC))[:{size}], '{{}}')"


def rows_that_carry(user: Any, kind: str, carried: Carried) -> SearchRowQuerySet:
    """Original rows, one per object, of a kind ("" is every kind), that carry what was chosen."""
    rows = SearchRow.objects.visible_to(user).originals().defer(*NOT_LISTED)
    if kind:
        rows = rows.filter(kind=kind)
    for facets, all_of in carried:
        rows = rows.filter(**{"facets__contains" if all_of else "facets__overlap": list(facets)})
    return rows


def read(build: Build, user: Any, carried: Carried, *rest: Any) -> list[SearchRow]:
    """Rows that `build(user, carried, *rest)` selects for this reader and these facets."""
    shape, values = _shape(user, carried)
    return _selection(build, *shape, rest).records(*values)


def read_matches(user: Any, carried: Carried, kind: str, most: int, size: int) -> Matches:
    """How many rows carry this, not more than `most`, all their signs, and keys of the `size` newest of them.

    With `most` there may be newer ones. Each row is looked up once, for its signs and for its place.
    """
    shape, values = _shape(user, carried)
    told = f"{_COUNTED}, {_NEWEST.format(size=size) if size else 'NULL'}"
    around = f"SELECT {told} FROM ({{rows}}) AS matches"  # noqa: S608 - our own SQL
    ((total, signs, newest),) = _selection(_matches, *shape, (kind, most), around).found(*values)
    return total, signs, newest if newest and total < most else []


def _matches(user: Any, carried: Carried, kind: str, most: int) -> Any:
    rows = rows_that_carry(user, kind, carried).order_by()
    return rows.values_list("id", "published_at", "object_id", "signs")[:most]


def read_by_key(user: Any, keys: Sequence[int]) -> list[SearchRow]:
    """The rows of these keys that the reader may know of, in their order."""
    if not keys:
        return []
    opened = keys_of(user)
    found = {row.pk: row for row in _by_key(len(opened)).records(*opened, list(keys))}
    return [found[key] for key in keys if key in found]


@lru_cache(maxsize=100)
def _by_key(keys: int) -> Written:
    def of_values(*values: Any) -> Any:
        rows = SearchRow.objects.visible_to(Holder(values[:keys])).filter(pk__in=Written.any_of(values[keys]))
        return rows.defer(*NOT_LISTED)

    return Written(of_values, *[str] * keys, list)


def _shape(user: Any, carried: Carried) -> tuple[tuple[int, Shape], list[str]]:
    """The shape in which a reader asks for facets, and the values of this asking."""
    keys = keys_of(user)
    shape = tuple((len(facets), all_of) for facets, all_of in carried)
    return (len(keys), shape), [*keys, *(facet for facets, _all_of in carried for facet in facets)]


@lru_cache(maxsize=500)
def _selection(
    build: Build, keys: int, shape: Shape, rest: tuple[Any, ...], around: str = "{rows}"
) -> Written:
    def of_values(*values: str) -> Any:
        left = iter(values[keys:])
        carried = [([next(left) for _each in range(size)], all_of) for size, all_of in shape]
        return build(Holder(values[:keys]), carried, *rest)

    types = [str] * (keys + sum(size for size, _all_of in shape))
    # a plan for a rare facet is bad for a common one
    return Written(of_values, *types, planned_once=not shape, around=around)


def read_translated(user: Any, language: str, objects: list[int]) -> list[SearchRow]:
    """Rows of these objects, of whatever kind, in a language that is not their own."""
    keys = keys_of(user)
    return _translated(len(keys), language).records(*keys, objects)


@lru_cache(maxsize=100)
def _translated(keys: int, language: str) -> Written:
    def of_values(*values: Any) -> Any:
        rows = SearchRow.objects.visible_to(Holder(values[:keys])).filter(
            language=language, is_original=False, object_id__in=Written.any_of(values[keys])
        )
        return rows.defer(*NOT_LISTED, "facets")

    return Written(of_values, *[str] * keys, list)


def forget_written() -> None:
    """Write them anew at the next use: for tests that change what `visible_to` says."""
    _selection.cache_clear()
    _translated.cache_clear()
    _by_key.cache_clear()
