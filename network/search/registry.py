"""Where apps say how their objects are found.

An app registers an Indexer from its AppConfig.ready(); search knows no app.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One object in one language, before it becomes a row.

    `title_language` may differ from `language` (a programme keeps its own name). `names` are read with the
    body and, unlike it, forgive typing errors. `files` is the text of files. `facets` are "group:value".
    `is_taught`: whether its words may be proposed to others who mistype; never those of a text that not
    everyone reads, or that may have to vanish.
    """

    object_id: int
    language: str
    is_original: bool
    address: str
    visibility: str
    published_at: dt.datetime
    title: str
    title_language: str
    summary: str
    body: str = ""
    names: str = ""
    files: str = ""
    facets: Sequence[str] = ()
    display: dict[str, Any] = field(default_factory=dict)
    is_taught: bool = True


@dataclass(frozen=True)
class Indexer:
    """How a kind of object is found.

    `entries` gives the entries of the ids that are to be found (none for the others), `ids` all ids that are.
    `label` and `label_plural` name the kind to readers; `list_url` names the address of its own list. Raise
    `version` when entries are made by other rules: rows that are there already are then made anew.
    """

    kind: str
    label: Any
    label_plural: Any
    entries: Callable[[Sequence[int]], Iterable[Entry]]
    ids: Callable[[], Iterable[int]]
    list_url: str = ""
    version: int = 1


_indexers: dict[str, Indexer] = {}
Listener = Callable[[str, Collection[int], Collection[int]], None]
_listeners: list[Listener] = []


def register(indexer: Indexer) -> None:
    """Make a kind of object findable; registering again replaces."""
    _indexers[indexer.kind] = indexer


def indexer_of(kind: str) -> Indexer:
    """The indexer of a kind; KeyError for an unknown one."""
    return _indexers[kind]


def indexers() -> list[Indexer]:
    """All kinds, in the order of registration."""
    return list(_indexers.values())


def listen(listener: Listener) -> None:
    """Have somebody hear of objects that come to be found, in the transaction in which they do.

    It is called with the kind, the ids that had no original row before, and those that had none in one more
    language. Rows that are made anew, by rebuilding or reconciling, are no news.
    """
    if listener not in _listeners:
        _listeners.append(listener)


def tell_listeners(kind: str, new: Collection[int], translated: Collection[int]) -> None:
    """Tell whoever listens."""
    for listener in _listeners:
        listener(kind, new, translated)
