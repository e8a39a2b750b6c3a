"""Map of the Americas: figures per member state, drawn on the server, with a table of equal worth.

The outlines weigh 48 KB. A page does not carry them: it names shapes of static/img/americas.svg with
<use>, so that it grows by about 5 KB (1 KB compressed) and the outlines are fetched once and cached.
Colours come from the page's style sheet, because a <use> inherits fill and stroke: light, dark and print
need one file. Small islands are circles in an inset, with a wider invisible circle as target.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from . import languages, numbers
from .assets import INSET_ONLY, INSET_OUTLINES, map_data


@dataclass(frozen=True)
class Place:
    """A member state on the map.

    `label` is said aloud and shown on pointing ("Brazil: 3 practices"); `count` None means that the
    state is shown without a figure.
    """

    iso3: str
    name: str
    count: int | None
    url: str
    label: str

    level: int = 0
    x: str = ""
    y: str = ""


@dataclass(frozen=True)
class Key:
    """A line of the legend."""

    level: int
    label: str


@dataclass(frozen=True)
class Americas:
    """What templates/components/map.html draws."""

    main: Sequence[Place]
    islands: Sequence[Place]
    outlines: Sequence[Place]
    keys: Sequence[Key]
    rows: Sequence[Place]


def americas(places: Iterable[Place]) -> Americas:
    """Lay out the places: levels by the largest count, islands in the inset, rows by count and name."""
    listed = list(places)
    breaks = _breaks(max((place.count or 0 for place in listed), default=0))
    drawn = [_placed(place, breaks) for place in listed]
    return Americas(
        main=[place for place in drawn if place.iso3 not in INSET_ONLY and place.iso3 in _outlined()],
        islands=[place for place in drawn if place.iso3 in INSET_ONLY],
        outlines=[place for place in drawn if place.iso3 in INSET_OUTLINES],
        keys=_keys(breaks) if any(place.count is not None for place in drawn) else [],
        rows=sorted(drawn, key=lambda place: (-(place.count or 0), place.name)),
    )


def endorsement() -> list[tuple[str, str]]:
    """The note that goes under every map, in the four languages (code, text), the page's own first."""
    return list(_endorsement(languages.active()))


@lru_cache(maxsize=len(languages.NAMES))
def _endorsement(first: str) -> tuple[tuple[str, str], ...]:
    said = []
    for code in languages.NAMES:
        with override(code):
            note = _(
                "The boundaries and names shown on this map "
                "do not imply endorsement or acceptance by the OAS."
            )
            said.append((code, note))
    return tuple(sorted(said, key=lambda pair: pair[0] != first))


def links(places: Iterable[Place], shapes: str) -> SafeString:
    """The states of the main map: each a link that names its shape. Put together here, being many."""
    return _joined(
        f'<a href="{escape(place.url)}" aria-label="{label}"><title>{label}</title>'
        f'<use href="{shapes}#{place.iso3}" class="n{place.level}"/></a>\n'
        for place in places
        for label in [escape(place.label)]
    )


def islands(places: Iterable[Place]) -> SafeString:
    """The states of the inset: each a circle, inside a wider one that is easier to hit."""
    return _joined(
        f'<a href="{escape(place.url)}" aria-label="{label}"><title>{label}</title>'
        f'<circle class="hit" cx="{place.x}" cy="{place.y}" r="8.5"/>'
        f'<circle class="n n{place.level}" cx="{place.x}" cy="{place.y}" r="5"/></a>\n'
        for place in places
        for label in [escape(place.label)]
    )


def rows(places: Iterable[Place]) -> SafeString:
    """The rows of the table of equal worth."""
    return _joined(
        f'<tr><th scope="row"><a href="{escape(place.url)}">{escape(place.name)}</a></th>'
        f'<td class="num">{"–" if place.count is None else numbers.number(place.count)}</td></tr>\n'
        for place in places
    )


def _joined(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


@lru_cache(maxsize=1)
def _centres() -> dict[str, tuple[str, str]]:
    """Text, so that no language puts a comma into a coordinate."""
    return {code: (str(x), str(y)) for code, area in map_data()["inset"].items() for x, y in [area["c"]]}


@lru_cache(maxsize=1)
def _outlined() -> frozenset[str]:
    return frozenset(map_data()["main"])


def _breaks(largest: int) -> tuple[int, int, int]:
    """Least count of each of the three colours: 1, 2, 3 where counts are small, wider steps else."""
    steps = ((2, 3), (3, 5), (5, 10), (10, 50), (20, 100), (100, 500), (100, 1000), (1000, 10_000))
    reached = [step for step in steps if step[1] <= largest] or [steps[0]]
    return (1, *reached[-1])


def _placed(place: Place, breaks: tuple[int, int, int]) -> Place:
    x, y = _centres().get(place.iso3, ("", ""))
    level = sum((place.count or 0) >= least for least in breaks)
    return Place(place.iso3, place.name, place.count, place.url, place.label, level, x, y)


def _keys(breaks: tuple[int, int, int]) -> list[Key]:
    first, second, third = breaks
    return [
        Key(0, _("None yet")),
        Key(1, _span(first, second - 1)),
        Key(2, _span(second, third - 1)),
        Key(3, _("%(count)s or more") % {"count": numbers.number(third)}),
    ]


def _span(low: int, high: int) -> str:
    if low == high:
        return numbers.number(low)
    return _("%(from)s to %(to)s") % {"from": numbers.number(low), "to": numbers.number(high)}
