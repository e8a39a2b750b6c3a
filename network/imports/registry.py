"""What rows can become. Apps register their kinds of import from AppConfig.ready().

A kind says which sheets and columns it has, who may import for whom, what is wrong with a row, and how a row
is taken over; the room does the rest: files, templates, preview, work, progress, what is known already.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.functional import Promise

from .choices import ColumnKind, Outcome

Text = str | Promise
Choices = Callable[[], Iterable[tuple[str, Text]]]


@dataclass(frozen=True)
class Column:
    """A column. `choices` gives pairs of code and name; a cell may hold either, names in any language.

    is_wide: long texts stand in it.
    """

    name: str
    label: Text
    kind: ColumnKind = ColumnKind.TEXT
    choices: Choices | None = None
    is_required: bool = False
    hint: Text = ""
    is_wide: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet; in a sheet of parts the column `code` names the row of the main sheet that it belongs to."""

    name: str
    label: Text
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((each for each in self.columns if each.name == name), None)


@dataclass(frozen=True)
class Layout:
    """The main sheet, a row per record, and sheets of parts."""

    main: Sheet
    parts: tuple[Sheet, ...] = ()
    title: str = "title"

    def sheet(self, name: str) -> Sheet:
        """The sheet of this name."""
        return next((each for each in self.parts if each.name == name), self.main)


class Fault(NamedTuple):
    """What is wrong in one cell, in the reader's language; `line` is the sheet's line for rows of parts."""

    sheet: str
    line: int
    column: str
    message: str


class Taken(NamedTuple):
    """What taking a row over did. `base` is what its fields hold now, `kept` those that were changed here.

    A row that can't be taken over after all is REFUSED; the page says why.
    """

    outcome: Outcome
    object_id: int | None = None
    base: dict[str, Any] | None = None
    kept: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class ImportKind:
    """A kind of import.

    owners: for whom a person may import, as pairs of owner and name. may: whether the person may import for
    that owner now. writes: whether the person may import for anybody. prepare: what check and take want to
    know of all rows at once. check: what is wrong with a row, in the active language. take: makes or changes
    the records of some rows, in the caller's transaction, and gives what became of each in their order; where
    it raises ValidationError or the database refuses, the rows come again in smaller parts. addresses: pages
    of the records that are still there, by id. asks_to_publish: whether the person chooses between publishing
    and drafts. changes_entries: whether a row may change an entry that is there already. steps: further words
    on the sheet of instructions. crumbs: the pages above, as (title, name of the address).
    """

    name: str
    title: Text
    lead: Text
    one_row: Text
    layout: Callable[[], Layout]
    owners: Callable[[Any], Sequence[tuple[str, str]]]
    may: Callable[[Any, str], bool]
    check: Callable[[Any, Any, Any], list[Fault]]
    take: Callable[[Any, Sequence[Any], Any], Sequence[Taken]]
    addresses: Callable[[Sequence[int]], dict[int, str]]
    writes: Callable[[Any], bool]
    prepare: Callable[[Any], Any] = lambda batch: None
    crumbs: Sequence[tuple[Text, str]] = ()
    owner_label: Text = ""
    most_rows: int = 5000
    asks_to_publish: bool = False
    changes_entries: bool = True
    steps: Sequence[Text] = field(default_factory=tuple)


_kinds: dict[str, ImportKind] = {}


def register(kind: ImportKind) -> None:
    """Add a kind; raises ValueError when another one has the same name."""
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"Two kinds of import are called {kind.name}.")


def find(name: str) -> ImportKind:
    """The kind of this name; raises KeyError."""
    return _kinds[name]


def kinds() -> list[ImportKind]:
    """All kinds, in the order in which the apps registered them."""
    return list(_kinds.values())
