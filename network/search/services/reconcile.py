"""The proof that rows and counts are what they should be."""

from dataclasses import dataclass

from django.db import connection

from .. import registry
from ..models import SearchRow
from .counts import recount, wrong_counts
from .index import BATCH, index_objects
from .rows import COLUMNS, FRESH, described

_DIFFERING = f"""
WITH fresh AS ({FRESH}),
kept AS (SELECT {COLUMNS} FROM search_searchrow WHERE kind = %s AND object_id = ANY(%s))
SELECT DISTINCT object_id FROM (
    (SELECT * FROM fresh EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM fresh)
) AS difference
ORDER BY object_id
"""  # noqa: S608 - names of our own columns


@dataclass(frozen=True)
class Findings:
    """What was found: how many objects were compared, which differ, how many counts are wrong."""

    compared: int
    differing: dict[str, list[int]]
    wrong_counts: int

    @property
    def all_is_well(self) -> bool:
        """Whether no row and no count differs."""
        return not self.wrong_counts and not any(self.differing.values())


def reconcile(*, repair: bool = False) -> Findings:
    """Compare every row and every count with what it should be; with `repair`, put right what differs."""
    compared, differing = 0, {}
    for indexer in registry.indexers():
        kept = SearchRow.objects.filter(kind=indexer.kind).values_list("object_id", flat=True)
        ids = sorted({*indexer.ids(), *kept})
        compared += len(ids)
        wrong = [
            number
            for start in range(0, len(ids), BATCH)
            for number in _compare(indexer, ids[start : start + BATCH])
        ]
        differing[indexer.kind] = wrong
        if repair and wrong:
            index_objects(indexer.kind, wrong, are_news=False)
    counted_wrong = len(wrong_counts())
    if repair and counted_wrong:
        recount()
    return Findings(compared, differing, counted_wrong)


def _compare(indexer: registry.Indexer, ids: list[int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            _DIFFERING, [indexer.kind, described(indexer.kind, indexer.entries(ids)), indexer.kind, ids]
        )
        return [number for (number,) in cursor.fetchall()]
