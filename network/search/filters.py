"""What a list is asked for by its address, for pages and for the API alike.

Whatever an address may say, nothing of it is an error: unknown values and places are left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import override

from network.ui import numbers

from . import labels
from .choices import FacetGroup
from .services.asking import ask
from .services.facets import Tally, tally
from .services.finding import (
    PAGE,
    RANKED,
    Choice,
    Page,
    Results,
    Wanted,
    answers,
    chosen,
    newest,
    newest_keys,
)

SORTS = ("newest", "relevance")
MOST_VALUES = 40  # of one group
RELAXED = 3  # proposals when nothing is found


@dataclass(frozen=True)
class Chosen:
    """A facet that is on, with the query of the list without it."""

    group: FacetGroup
    value: str
    label: str
    query_without: str


class ListFilter:
    """A list of one kind of records: its facets, words, order and place, read from a query.

    A subclass says its `kind` and its `groups`. `data` is request.GET or any mapping with `getlist`; `user`
    decides what is visible, `language` is the reader's. A page holds `size`. `page()`, `keys()` and `tally`
    ask the database, each at most once.
    """

    kind: str
    groups: tuple[FacetGroup, ...]

    def __init__(
        self,
        data: Any,
        *,
        user: Any,
        language: str,
        fixed: Mapping[str, str] | None = None,
        size: int = PAGE,
    ) -> None:
        self.size = size
        self.words = _clean(data.get("q", ""))
        self.place = _clean(data.get("page", ""))
        self.sort = data.get("sort") if data.get("sort") in SORTS else ""
        self.language = language
        self.chosen: dict[str, list[str]] = {}
        for group in self.groups:
            known = _values(group, data.getlist(group.name), language)
            if known:
                self.chosen[group.name] = known
        for name, value in (fixed or {}).items():
            self.chosen[name] = [value]
        self.wanted = Wanted(self.kind, user, language, self._choices(), newest_first=self.sort == "newest")
        if self.words:
            self.wanted = replace(self.wanted, asked=ask(self.words))

    def _choices(self) -> tuple[Choice, ...]:
        groups = {group.name: group for group in self.groups}
        return tuple(
            Choice(name, tuple(values), name not in groups or groups[name].all_of)
            for name, values in self.chosen.items()
        )

    @cached_property
    def results(self) -> Results | None:
        """Answers to the words, when there are words."""
        return answers(self.wanted, self.number, self.size) if self.wanted.asked is not None else None

    def page(self) -> Page:
        """The part of the list that the address names, newest first unless words say what is nearest."""
        if self.results is None:
            return newest(self.wanted, self.place, self.size, self._known)
        return self._nearest(self.results, self.results.rows)

    def _known(self) -> Sequence[int] | None:
        """Several filters are counted by reading all that match."""
        return self.tally.newest if sum(map(len, self.chosen.values())) > 1 else None

    def keys(self) -> Page:
        """The same with the keys of the objects alone, for those who read the records themselves."""
        if self.results is None:
            return newest_keys(self.wanted, self.place, self.size)
        return self._nearest(self.results, [row.object_id for row in self.results.rows])

    def _nearest(self, results: Results, rows: Sequence[Any]) -> Page:
        more = min(results.total, self.last * self.size) > self.number * self.size
        return Page(
            rows,
            str(self.number - 1) if self.number > 1 else "",
            str(self.number + 1) if more else "",
        )

    def all_keys(self) -> Any:
        """Keys of all that match (with words, of the nearest), to select by; None when nothing narrows."""
        if self.wanted.asked is not None:
            return [row.object_id for row in answers(self.wanted, 1, RANKED).rows]
        return chosen(self.wanted).values("object_id") if self.chosen else None

    @property
    def number(self) -> int:
        """Number of the page of answers, from 1."""
        digits = self.place if self.place.isascii() and self.place.isdigit() else "1"
        return min(max(int(digits[:4]), 1), self.last)

    @property
    def last(self) -> int:
        """Number of the last page of answers that are ranked."""
        return max(RANKED // self.size, 1)

    @cached_property
    def tally(self) -> Tally:
        """Totals and counts of facets."""
        return tally(self.wanted, self.results, self.size)

    def chips(self) -> list[Chosen]:
        """What is on, each with the query that takes it off."""
        return [
            Chosen(
                group, value, label_of(group, value, self.language), self.query(without=(group.name, value))
            )
            for group in self.groups
            for value in self.chosen.get(group.name, ())
        ]

    def query(self, *, without: tuple[str, str] | None = None, **changes: str) -> str:
        """The list as a query with "?", in a fixed order, at its beginning unless `page` is given."""
        pairs = [("q", self.words), ("sort", self.sort)]
        pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        kept = [pair for pair in pairs if pair[1] and pair[0] not in changes and pair != without]
        kept += [pair for pair in changes.items() if pair[1]]
        return "?" + urlencode(kept) if kept else "?"


def facets(asked: ListFilter) -> list[dict[str, Any]]:
    """Groups of filters that have something to offer, with the number of records that each would leave."""
    shown = []
    there: dict[str, set[str]] = {group.name: set(asked.chosen.get(group.name, ())) for group in asked.groups}
    for facet in (*asked.tally.by_facet, *asked.tally.uncounted):
        name, _colon, value = facet.partition(":")
        there.setdefault(name, set()).add(value)
    for group in asked.groups:
        options = _options(asked, group, there[group.name])
        if options and group.is_offered:
            on = group.name in asked.chosen
            shown.append(
                {
                    "name": group.name,
                    "label": group.label,
                    "hint": group.hint,
                    "open": group.open or on,
                    "options": options,
                }
            )
    return shown


def _options(asked: ListFilter, group: FacetGroup, there: set[str]) -> list[dict[str, Any]]:
    chosen, prefix = asked.chosen.get(group.name, ()), f"{group.name}:"
    known = values_of(group, asked.language) or {value: value for value in sorted(there, reverse=True)}
    options: list[dict[str, Any]] = [
        {"value": value, "label": label, "count": left(asked, prefix + value), "checked": value in chosen}
        for value, label in known.items()
        if value in there
    ]
    if group.by_count:
        options.sort(key=lambda option: (-(option["count"] or 0), option["label"]))
    return options


def left(asked: ListFilter, facet: str) -> int | None:
    """How many a facet would leave, None where that was not counted."""
    return None if facet in asked.tally.uncounted else asked.tally.by_facet.get(facet, 0)


def relaxed(asked: ListFilter) -> list[tuple[str, str, str]]:
    """What to take off when nothing is found: its name, the address without it, how many that leaves."""
    proposals = []
    for chip in asked.chips()[:RELAXED]:
        rest = tally(asked.wanted.without(chip.group.name)) if not asked.words else None
        count = "" if rest is None else numbers.number(rest.at_least)
        if rest is None or rest.total:
            proposals.append((chip.label, chip.query_without, count))
    return proposals


def values_of(group: FacetGroup, language: str) -> dict[str, str]:
    """Values of a group with their names in the reader's language; empty for years, an open list."""
    if group.choices is not None:
        return _closed(group.choices, language)
    if group.name == "state":
        return {iso2: state.name for iso2, state in labels.states(language).items()}
    if group.name == "topic":
        return {slug: topic.name for slug, topic in labels.topics(language).items() if topic.parent}
    if group.name == "iccs":
        return labels.iccs_sections(language)
    return {}


@cache
def _closed(choices: type[TextChoices], language: str) -> dict[str, str]:
    """A closed list put into words once per language; nobody changes it."""
    with override(language):
        return {value: str(label) for value, label in choices.choices}


def label_of(group: FacetGroup, value: str, language: str) -> str:
    """The name of one value."""
    return values_of(group, language).get(value, value)


def _values(group: FacetGroup, asked: Iterable[str], language: str) -> list[str]:
    """The values asked for that exist, each once, in a fixed order."""
    given = set(asked)
    if not given:
        return []
    if group.name == "year":
        known = {value for value in given if len(value) == 4 and value.isascii() and value.isdigit()}
        return sorted(known)[:MOST_VALUES]
    return [value for value in values_of(group, language) if value in given][:MOST_VALUES]


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()[:200]
