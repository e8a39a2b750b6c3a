"""Rows made by earlier rules are made anew; cheap when there are none."""

from django.db import connection, transaction

from .. import registry
from ..models import IndexVersion, SearchRow
from .index import BATCH, index_objects
from .rows import VERSION

SWEEPS = 10  # of one rebuilding: the room that old rows leave is used by the next ones, the table stays small


def outdated() -> list[str]:
    """Kinds whose rows were made by other rules than these, or nobody knows by which; one query."""
    made = dict(IndexVersion.objects.values_list("kind", "version"))
    return [indexer.kind for indexer in registry.indexers() if made.get(indexer.kind) != version_of(indexer)]


def version_of(indexer: registry.Indexer) -> str:
    """The rules of all rows, and of this kind's entries."""
    return f"{VERSION}.{indexer.version}"


def rebuild(kind: str) -> int:
    """Make all rows of a kind anew and note by which rules; gives the number of objects.

    In short transactions, while the portal serves. When it is stopped half-way, the next call begins again:
    rows that are as they should be are not written.
    """
    indexer = registry.indexer_of(kind)
    kept = SearchRow.objects.filter(kind=kind).values_list("object_id", flat=True)
    ids = sorted({*indexer.ids(), *kept})
    share = -(-len(ids) // SWEEPS)
    for start in range(0, len(ids), BATCH):
        index_objects(kind, ids[start : start + BATCH], are_news=False)
        if start // share != (start + BATCH) // share:
            _sweep()
    note(kind)
    return len(ids)


def _sweep() -> None:
    """Nobody waits for it. Not part of a transaction, where there is one (tests)."""
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM search_searchrow, search_facetcount")


@transaction.atomic
def note(kind: str) -> None:
    """All rows of this kind are made by the present rules."""
    version = version_of(registry.indexer_of(kind))
    IndexVersion.objects.update_or_create(kind=kind, defaults={"version": version})
