"""Keeping the rows of objects true."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction

from .. import registry
from ..registry import Entry
from .counts import fold_counts
from .rows import COLUMNS, FRESH, described, words_of
from .vocabulary import learn_words

BATCH = 200  # objects whose texts are held in memory, and locked, at a time
FOLD_EVERY = 32  # one call in so many merges the counts

_UPDATED = ", ".join(
    f"{name} = excluded.{name}"
    for name in COLUMNS.split(", ")
    if name not in ("kind", "object_id", "language", "is_original")
)
_COMPARED = ", ".join(name for name in COLUMNS.split(", ") if name not in ("kind", "object_id", "language"))
_WRITE = f"""
INSERT INTO search_searchrow AS kept ({COLUMNS})
SELECT {COLUMNS} FROM ({FRESH}) AS fresh
ON CONFLICT (kind, object_id, language) DO UPDATE SET {_UPDATED}
WHERE ({", ".join(f"kept.{name}" for name in _COMPARED.split(", "))})
      IS DISTINCT FROM ({", ".join(f"excluded.{name}" for name in _COMPARED.split(", "))})
RETURNING kept.object_id, kept.is_original, kept.xmax = 0 AS is_new
"""  # noqa: S608 - names of our own columns
_REMOVE = """
DELETE FROM search_searchrow AS kept
WHERE kind = %s AND object_id = ANY(%s) AND NOT EXISTS (
    SELECT FROM unnest(%s::bigint[], %s::varchar[], %s::boolean[]) AS fresh(id, code, own)
    WHERE (fresh.id, fresh.code, fresh.own) = (kept.object_id, kept.language, kept.is_original))
"""


@transaction.atomic(savepoint=False)
def index_objects(kind: str, ids: Iterable[int], *, are_new: bool = False, are_news: bool = True) -> None:
    """Rebuild the rows of these objects from what the database holds now.

    Call it in the transaction that changes an object or what belongs to it, after the change. Objects that
    are not (or no longer) to be found lose their rows. Counts of facets follow by themselves. Raises KeyError
    for a kind that no app has registered.

    `are_new`: they were made in this transaction, so nobody else knows them and they have no rows yet.
    `are_news`: who listens (registry.listen) is told of what came to be found; not where rows are made anew.
    """
    indexer = registry.indexer_of(kind)
    wanted = sorted(set(ids))
    for batch in _batches(wanted):
        if not are_new:
            _take_turns(kind, batch)
        entries = list(indexer.entries(batch))
        if not are_new:
            _remove_others(kind, batch, entries)
        if entries:
            with connection.cursor() as cursor:
                cursor.execute(_WRITE, [kind, described(kind, entries)])
                written = cursor.fetchall()
            if are_news:
                _tell(kind, written)
        learn_words(words_of(entries))
    if any(number % FOLD_EVERY == 0 for number in wanted):
        transaction.on_commit(fold_counts)


@transaction.atomic
def take_out(kind: str, ids: Iterable[int]) -> None:
    """Remove the rows of objects that are not to be found from now on, quickly, however many they are.

    Call it after the change that takes them out. What `index_objects` rebuilds later has rows again.
    """
    wanted = sorted(set(ids))
    if wanted:
        _take_turns(kind, wanted)
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM search_searchrow WHERE kind = %s AND object_id = ANY(%s)", [kind, wanted]
            )


def _tell(kind: str, written: Sequence[tuple[int, bool, bool]]) -> None:
    """Of rows as they were written (object, whether original, whether new), what is news."""
    new = {key for key, is_original, is_new in written if is_new and is_original}
    translated = {key for key, is_original, is_new in written if is_new and not is_original} - new
    if new or translated:
        registry.tell_listeners(kind, new, translated)


def _remove_others(kind: str, ids: Sequence[int], entries: Sequence[Entry]) -> None:
    """Rows of these objects for which there is no entry any more."""
    keys: list[Any] = [[entry.object_id for entry in entries], [entry.language for entry in entries]]
    with connection.cursor() as cursor:
        cursor.execute(_REMOVE, [kind, list(ids), *keys, [entry.is_original for entry in entries]])


def _take_turns(kind: str, ids: Sequence[int]) -> None:
    """Let two transactions that rebuild one object do so in turn, each reading when its turn has come."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), (id %% 2147483647)::int)"
            " FROM unnest(%s::bigint[]) AS id",
            [f"search {kind}", list(ids)],
        )


def _batches(ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), BATCH):
        yield list(ids[start : start + BATCH])
