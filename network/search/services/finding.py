"""Lists and search results: which objects, in which order, how many."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from ..models import SearchRow
from ..querysets import SearchRowQuerySet, keys_of
from .asking import Asked, ask, corrected
from .tags import EPOCH, narrowed, today
from .written import Carried, read, read_by_key, read_translated, rows_that_carry

PAGE = 25
COUNTED = 2000  # matches of facets are counted exactly up to here; beyond, "2,000+"
RANKED = 500  # hits that are ranked and counted: a common word costs no more than a rare one
_CURSOR = re.compile(r"(after|before)-(\d{1,17})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """Values chosen in one group of facets: all of them must hold, or any of them."""

    group: str
    values: tuple[str, ...]
    all_of: bool = False

    @property
    def facets(self) -> list[str]:
        """The values as "group:value"."""
        return [f"{self.group}:{value}" for value in self.values]


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for. `kind` "" is every kind; `user` decides what may be known of."""

    kind: str
    user: Any
    language: str
    choices: tuple[Choice, ...] = ()
    asked: Asked | None = None
    newest_first: bool = False

    @property
    def carried(self) -> Carried:
        """What rows must carry."""
        return [(choice.facets, choice.all_of) for choice in self.choices]

    def without(self, group: str) -> "Wanted":
        """The same, had nothing been chosen in a group."""
        return replace(self, choices=tuple(choice for choice in self.choices if choice.group != group))


@dataclass(frozen=True)
class Cursor:
    """A place in a list by date: the objects after or before one of them."""

    forward: bool
    published_at: dt.datetime
    object_id: int

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """The place that an address names, or None when it names none."""
        match = _CURSOR.fullmatch(text)
        if match is None:
            return None
        moment = EPOCH + dt.timedelta(microseconds=int(match[2]))
        return cls(match[1] == "after", moment, int(match[3]))

    def __str__(self) -> str:
        microseconds = (self.published_at - EPOCH) // dt.timedelta(microseconds=1)
        return f"{'after' if self.forward else 'before'}-{microseconds}-{self.object_id}"


@dataclass(frozen=True)
class Page:
    """A part of a list, rows in the reader's language or their own (or keys), and the ways on and back."""

    rows: Sequence[Any]
    previous: str = ""
    following: str = ""


def newest(
    wanted: Wanted,
    place: str = "",
    size: int = PAGE,
    known: Callable[[], Sequence[int] | None] = lambda: None,
) -> Page:
    """A list without words, newest first, from `place` on (a cursor; anything else begins at the top).

    `known` gives keys of the rows at the top, one more than a page, where they are known already.
    """
    if Cursor.read(place):
        page = _stretch(chosen(wanted), place, size)
    else:
        keys = known()
        found = (
            read(_first, wanted.user, wanted.carried, wanted.kind, size + 1)
            if keys is None
            else read_by_key(wanted.user, keys)
        )
        page = _page(found[:size], False, len(found) > size)
    return replace(page, rows=in_language(list(page.rows), wanted))


def _first(user: Any, carried: Carried, kind: str, size: int) -> SearchRowQuerySet:
    return rows_that_carry(user, kind, carried).order_by("-published_at", "-object_id")[:size]


def newest_keys(wanted: Wanted, place: str = "", size: int = PAGE) -> Page:
    """As `newest`, with the keys of the objects for rows."""
    page = _stretch(chosen(wanted).values_list("object_id", "published_at", named=True), place, size)
    return replace(page, rows=[row.object_id for row in page.rows])


def newest_stamps(kind: str, user: Any, size: int) -> tuple[str, list[str]]:
    """A statement, with its values, of the newest objects of a kind (one more than `size`): `object_id`, and
    `written_by`, which changes when the row does. To be prepared, and to be part of another."""
    keys = keys_of(user)
    opening = ", ".join(["%s"] * len(keys))  # one key: the index gives the order
    return _NEWEST_STAMPS.format(opening=opening, size=size + 1), [kind, *keys]


_NEWEST_STAMPS = """
SELECT object_id, xmin::text AS written_by FROM search_searchrow
 WHERE kind = %s AND visibility IN ({opening}) AND is_original
 ORDER BY published_at DESC, object_id DESC LIMIT {size}
"""


def _stretch(rows: QuerySet, place: str, size: int) -> Page:
    """So many of the rows from a place on, newest first."""
    cursor = Cursor.read(place)
    rows = rows.order_by("-published_at", "-object_id")
    if cursor is None:
        found = list(rows[: size + 1])
        return _page(found[:size], False, len(found) > size)
    edge = Q(published_at=cursor.published_at)
    if cursor.forward:
        beyond = Q(published_at__lte=cursor.published_at) & ~(edge & Q(object_id__gte=cursor.object_id))
        found = list(rows.filter(beyond)[: size + 1])
        return _page(found[:size], True, len(found) > size)
    beyond = Q(published_at__gte=cursor.published_at) & ~(edge & Q(object_id__lte=cursor.object_id))
    found = list(rows.filter(beyond).order_by("published_at", "object_id")[: size + 1])
    return _page(found[:size][::-1], len(found) > size, True)


def chosen(wanted: Wanted) -> SearchRowQuerySet:
    """Original rows, one per object, that carry what was chosen."""
    return rows_that_carry(wanted.user, wanted.kind, wanted.carried)


def _page(rows: list[Any], has_previous: bool, has_following: bool) -> Page:
    if not rows:
        return Page([])
    first, last = rows[0], rows[-1]
    return Page(
        rows,
        str(Cursor(False, first.published_at, first.object_id)) if has_previous else "",
        str(Cursor(True, last.published_at, last.object_id)) if has_following else "",
    )


def in_language(originals: list[SearchRow], wanted: Wanted) -> list[SearchRow]:
    """Each original, or its row in the reader's language where there is one."""
    if not originals:
        return []
    own = read_translated(wanted.user, wanted.language, [row.object_id for row in originals])
    translated = {(row.kind, row.object_id): row for row in own}
    return [translated.get((row.kind, row.object_id), row) for row in originals]


@dataclass(frozen=True)
class Results:
    """Answers to words: a page of rows, how many there are in all, the signs of all of them for counting.

    `is_capped` when there are more than were counted. `correction` is what was looked for instead when the
    words themselves met nothing.
    """

    rows: Sequence[SearchRow]
    total: int
    signs: str
    asked: Asked
    is_capped: bool = False
    correction: str = ""


def answers(wanted: Wanted, number: int = 1, size: int = PAGE) -> Results:
    """Page `number` (from 1) of the objects that meet the words; corrects mistyped words when none does."""
    if wanted.asked is None:
        raise ValueError("words are needed")
    found = _matches(wanted, wanted.asked, number, size) if wanted.asked else Results([], 0, "", wanted.asked)
    if found.total or number > 1:
        return found
    words = corrected(wanted.asked)
    other = ask(words) if words else None
    if not other:
        return found
    instead = _matches(wanted, other, number, size)
    return replace(instead, correction=words) if instead.total else found


def _matches(wanted: Wanted, asked: Asked, number: int, size: int) -> Results:
    """The objects that meet the words, as far as they are ranked, and a page of their rows."""
    order = "published_at DESC" if wanted.newest_first else "rank DESC, published_at DESC"
    statement = f"""
        SELECT total, hits, signs, keys FROM (
            WITH hits AS MATERIALIZED (SELECT * FROM search_hits(%s::tsquery, %s::tsquery, %s, %s)),
            best AS MATERIALIZED (
                SELECT DISTINCT ON (kind, object_id) row_id, object_id, published_at, rank, signs
                FROM hits ORDER BY kind, object_id, language = %s DESC)
            SELECT (SELECT count(*) FROM best) AS total, (SELECT count(*) FROM hits) AS hits,
                   (SELECT string_agg(signs, '') FROM best) AS signs,
                   ARRAY(SELECT row_id FROM best ORDER BY {order}, object_id DESC LIMIT %s OFFSET %s) AS keys
        ) AS found
        """  # noqa: S608 - values are parameters; it begins with SELECT, so that pghistory leaves it alone
    by_index = narrowed(asked.query, wanted.user, wanted.language, wanted.kind, wanted.carried)
    values: list[Any] = [asked.query, by_index, today(), RANKED]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, wanted.language, size, (number - 1) * size])
        total, hits, signs, keys = cursor.fetchone()
    return Results(read_by_key(wanted.user, keys), total, signs or "", asked, is_capped=hits >= RANKED)
