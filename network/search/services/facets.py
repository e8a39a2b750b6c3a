"""How many objects each facet would leave, given what is chosen."""

from dataclasses import dataclass
from math import prod

from PIL import Image

from ..models import FacetSign
from .counts import Counts, counts_of
from .finding import COUNTED, PAGE, Results, Wanted
from .rows import FIRST_SIGN
from .written import Carried, Matches, read_matches

YEAR = "year:"  # the facet by which a kind says when its objects were published
MARGIN = 1.2  # facets go together, and years differ


@dataclass(frozen=True)
class Tally:
    """Totals and counts for a list.

    `total` of what is chosen and asked (of those that were counted when `is_capped`), `whole` of all there
    is, `by_facet` of what each facet leaves when added to what is chosen in the other groups. With three
    filters or more, other values of a chosen group exist but are `uncounted`: one scan, not one per group.
    `newest`: where all matches were read, keys of the newest rows, one more than a page; else None.
    """

    total: int
    is_capped: bool
    whole: int
    by_facet: dict[str, int]
    uncounted: frozenset[str] = frozenset()
    newest: tuple[int, ...] | None = None

    @property
    def at_least(self) -> int:
        """The total; a round number that it surely reaches, where not all were counted."""
        return self.total // 100 * 100 or self.total if self.is_capped else self.total


def tally(wanted: Wanted, results: Results | None = None, size: int = PAGE) -> Tally:
    """Count for a list: from the maintained summary for none or one facet, else from the matches.

    A page of the list holds `size`.
    """
    facets = [facet for choice in wanted.choices for facet in choice.facets]
    if results is not None:
        return _of_results(wanted, results)
    if len(facets) <= 1:
        return _of_summary(wanted, facets)
    return _of_matches(wanted, size)


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


def _of_matches(wanted: Wanted, size: int) -> Tally:
    """Count the matches; other values of a chosen group as far as the summary knows what they would leave."""
    loose = [choice.group for choice in wanted.choices if not choice.all_of]
    bases = {group: base for group in loose if (base := _single_base(wanted, group)) is not None}
    summary = counts_of(wanted.kind, wanted.user, {"", *bases.values()})
    total, signs, newest = _scan(wanted, summary[""], size)
    by_facet = _facets_in(signs)
    for group, base in bases.items():
        _put(by_facet, group, summary[base])
    open_groups = tuple(f"{group}:" for group in loose if group not in bases)
    uncounted = {facet for facet in summary[""] if open_groups and facet.startswith(open_groups)}
    whole = summary[""].get("", 0)
    is_capped, rest = total > COUNTED, frozenset(uncounted - by_facet.keys())
    return Tally(total, is_capped, whole, by_facet, rest, None if is_capped else tuple(newest))


def _single_base(wanted: Wanted, group: str) -> str | None:
    """The one facet (or "" for none) that is left when a group is not looked at; None when more are left."""
    left = [facet for choice in wanted.without(group).choices for facet in choice.facets]
    return None if len(left) > 1 else "".join(left)


def _scan(wanted: Wanted, counts: dict[str, int], size: int) -> Matches:
    """The matches, as far as they are counted.

    Where so many match that they are not all counted, the last years alone are looked through: an index
    that intersects three long lists takes as long as the lists are.
    """
    if years := _years_enough(wanted, counts):
        found = _read(wanted, [*wanted.carried, (years, False)], 0)
        if found[0] > COUNTED:
            return found
    return _read(wanted, wanted.carried, size + 1)


def _years_enough(wanted: Wanted, counts: dict[str, int]) -> list[str]:
    """The newest years that hold more matches than are counted, had each facet its usual share in them.

    None when that takes half of all years or more, when years are chosen, or when the kind has no years.
    """
    whole, expected = counts.get("", 0), 1.0
    for choice in wanted.choices:
        shares = [counts.get(facet, 0) / max(whole, 1) for facet in choice.facets]
        expected *= prod(shares) if choice.all_of else min(sum(shares), 1)
    found: list[str] = []
    held, years = 0.0, sorted((facet for facet in counts if facet.startswith(YEAR)), reverse=True)
    while years and held * expected <= COUNTED * MARGIN:
        found.append(years.pop(0))
        held += counts[found[-1]]
    given = any(choice.group == YEAR.rstrip(":") for choice in wanted.choices)
    return [] if given or held * expected <= COUNTED * MARGIN or held * 2 > whole else found


def _read(wanted: Wanted, carried: Carried, size: int) -> Matches:
    return read_matches(wanted.user, carried, wanted.kind, COUNTED + 1, size)


def _put(by_facet: dict[str, int], group: str, counts: dict[str, int]) -> None:
    for facet in [facet for facet in by_facet if facet.startswith(f"{group}:")]:
        del by_facet[facet]
    by_facet.update({facet: count for facet, count in counts.items() if facet.startswith(f"{group}:")})


_facet_by_sign: dict[str, str] = {}


def _facets_in(signs: str) -> dict[str, int]:
    """Count facets by their signs; what a sign means never changes, so it is read once."""
    counted = _counted(signs)
    if not counted.keys() <= _facet_by_sign.keys():
        _facet_by_sign.update(
            {chr(FIRST_SIGN + pk): facet for pk, facet in FacetSign.objects.values_list("pk", "facet")}
        )
    return {_facet_by_sign[sign]: count for sign, count in counted.items()}


def _counted(signs: str) -> dict[str, int]:
    """How often each character stands in a text.

    Pillow counts the lower bytes of the characters for each upper one, as it counts the brightness of points
    in a picture: four times as quickly as Python counts characters.
    """
    data, size = signs.encode("utf-16-le"), (len(signs), 1)
    lower, upper = (Image.frombytes("L", size, data[place::2]) for place in (0, 1))
    return {
        chr(page * 256 + byte): count
        for page in _there(upper.histogram())
        for byte, count in _there(
            lower.histogram(upper.point([255 * (page == at) for at in range(256)]))
        ).items()
    }


def _there(counts: list[int]) -> dict[int, int]:
    return {value: count for value, count in enumerate(counts) if count}


__all__ = ["Counts", "Tally", "tally"]
