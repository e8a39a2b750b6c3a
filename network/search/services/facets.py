"""How many objects each facet would leave, given what is chosen."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection

from ..models import FacetSign
from .counts import Counts, counts_of
from .finding import COUNTED, Results, Wanted, narrowed, today
from .rows import FIRST_SIGN


@dataclass(frozen=True)
class Tally:
    """Totals and counts for a list.

    `total` of what is chosen and asked (of those that were counted when `is_capped`), `whole` of all there
    is, `by_facet` of what each facet leaves when it is added to what is chosen in the other groups.
    """

    total: int
    is_capped: bool
    whole: int
    by_facet: dict[str, int]

    @property
    def at_least(self) -> int:
        """The total; a round number that it surely reaches, where not all were counted."""
        return self.total // 100 * 100 or self.total if self.is_capped else self.total


def tally(wanted: Wanted, results: Results | None = None) -> Tally:
    """Count for a list: from the maintained summary for none or one facet, else from the matches."""
    facets = [facet for choice in wanted.choices for facet in choice.facets]
    if results is not None:
        return _of_results(wanted, results)
    if len(facets) <= 1:
        return _of_summary(wanted, facets)
    return _of_matches(wanted)


def _of_summary(wanted: Wanted, facets: list[str]) -> Tally:
    counts = counts_of(wanted.kind, wanted.user, ["", *facets])
    base = facets[0] if facets else ""
    by_facet = dict(counts[base])
    if facets and not wanted.choices[0].all_of:
        _put(by_facet, wanted.choices[0].group, counts[""])
    return Tally(counts[base].get("", 0), False, counts[""].get("", 0), by_facet)


def _of_results(wanted: Wanted, results: Results) -> Tally:
    whole = counts_of(wanted.kind, wanted.user, [""])[""].get("", 0)
    return Tally(results.total, results.is_capped, whole, _facets_in(results.signs))


def _of_matches(wanted: Wanted) -> Tally:
    """One statement: the matches, and for each group of which any value may hold, the matches without it."""
    loose = [choice.group for choice in wanted.choices if not choice.all_of]
    summary = counts_of(wanted.kind, wanted.user, _single_bases(wanted, loose))
    scanned = ["", *(group for group in loose if _single_base(wanted, group) is None)]
    totals = _scan(wanted, scanned)
    total, signs = totals[""]
    by_facet = _facets_in(signs)
    for group in loose:
        base = _single_base(wanted, group)
        _put(by_facet, group, summary[base] if base is not None else _facets_in(totals[group][1]))
    return Tally(total, total > COUNTED, summary[""].get("", 0), by_facet)


def _single_base(wanted: Wanted, group: str) -> str | None:
    """The one facet (or "" for none) that is left when a group is not looked at; None when more are left."""
    left = [facet for choice in wanted.without(group).choices for facet in choice.facets]
    return None if len(left) > 1 else "".join(left)


def _single_bases(wanted: Wanted, groups: list[str]) -> set[str]:
    return {""} | {base for group in groups if (base := _single_base(wanted, group)) is not None}


def _scan(wanted: Wanted, groups: list[str]) -> dict[str, tuple[int, str]]:
    """Matches and their signs, as far as counted, of the list itself ("") and without some groups."""
    one = "SELECT %s, count(*), coalesce(string_agg(signs, ''), '') FROM search_hits('', %s::tsquery, %s, %s)"
    values: list[str | int] = []
    for group in groups:
        values += [group, narrowed(wanted.without(group) if group else wanted), today(), COUNTED + 1]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(groups)), values)
        return {group: (total, signs) for group, total, signs in cursor.fetchall()}


def _put(by_facet: dict[str, int], group: str, counts: dict[str, int]) -> None:
    for facet in [facet for facet in by_facet if facet.startswith(f"{group}:")]:
        del by_facet[facet]
    by_facet.update({facet: count for facet, count in counts.items() if facet.startswith(f"{group}:")})


_facet_by_sign: dict[str, str] = {}


def _facets_in(signs: str) -> dict[str, int]:
    """Count facets by their signs; what a sign means never changes, so it is read once."""
    counted = Counter(signs)
    if not counted.keys() <= _facet_by_sign.keys():
        _facet_by_sign.update(
            {chr(FIRST_SIGN + pk): facet for pk, facet in FacetSign.objects.values_list("pk", "facet")}
        )
    return {_facet_by_sign[sign]: count for sign, count in counted.items()}


__all__ = ["Counts", "Tally", "tally"]
