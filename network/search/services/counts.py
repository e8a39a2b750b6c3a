"""The maintained summary: how many objects carry a facet, alone or together with one other."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Sum

from network.querysets.written import Written

from ..models import FacetCount
from ..querysets import Holder, keys_of

Counts = dict[str, dict[str, int]]
"""By base facet ("" for all objects), by facet ("" for the base itself)."""

_PAIRS = """
SELECT kind, visibility, base, facet, count(*) AS objects_counted
FROM search_searchrow, unnest(facets || ''::varchar) AS base, unnest(facets || ''::varchar) AS facet
WHERE is_original GROUP BY 1, 2, 3, 4
"""
_ONE_AT_A_TIME = "pg_advisory_xact_lock(hashtext('search counts'))"


def counts_of(kind: str, user: Any, bases: Iterable[str]) -> Counts:
    """Counts among all objects of a kind that `user` may know of, and among those that carry each base."""
    wanted, keys = sorted(set(bases)), keys_of(user)
    found: Counts = {base: {} for base in wanted}
    for base, facet, together in _counting(len(keys), len(wanted)).rows(kind, *keys, *wanted):
        if together:
            found[base][facet] = together
    return found


@lru_cache(maxsize=100)
def _counting(keys: int, bases: int) -> Written:
    def of_values(kind: str, *values: str) -> Any:
        rows = FacetCount.objects.visible_to(Holder(values[:keys])).filter(kind=kind, base__in=values[keys:])
        return rows.values_list("base", "facet").annotate(together=Sum("objects_counted"))

    return Written(of_values, *[str] * (1 + keys + bases))


@transaction.atomic
def fold_counts() -> None:
    """Merge the rows that changes have added; does nothing while another transaction merges."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_ONE_AT_A_TIME.replace('pg_', 'pg_try_')}")
        if not cursor.fetchone()[0]:
            return
        cursor.execute(
            """
            WITH merged AS (
                DELETE FROM search_facetcount WHERE (kind, visibility, base, facet) IN (
                    SELECT kind, visibility, base, facet FROM search_facetcount
                    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 OR sum(objects_counted) = 0)
                RETURNING kind, visibility, base, facet, objects_counted)
            INSERT INTO search_facetcount (kind, visibility, base, facet, objects_counted)
            SELECT kind, visibility, base, facet, sum(objects_counted) FROM merged
            GROUP BY 1, 2, 3, 4 HAVING sum(objects_counted) <> 0
            """
        )


@transaction.atomic
def recount() -> None:
    """Count everything anew, in one statement: what others have yet to commit, they add themselves."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_ONE_AT_A_TIME}")
        cursor.execute(
            f"""
            WITH gone AS (DELETE FROM search_facetcount)
            INSERT INTO search_facetcount (kind, visibility, base, facet, objects_counted) {_PAIRS}
            """  # noqa: S608 - our own SQL
        )


def wrong_counts() -> list[tuple[str, str, str, str, int]]:
    """Pairs whose count differs from a recount, with the difference; empty when all is well."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT kind, visibility, base, facet, sum(objects_counted)::int AS difference FROM (
                SELECT kind, visibility, base, facet, objects_counted FROM search_facetcount
                UNION ALL
                SELECT kind, visibility, base, facet, -objects_counted FROM ({_PAIRS}) AS pairs
            ) AS both_sides
            GROUP BY 1, 2, 3, 4 HAVING sum(objects_counted) <> 0 ORDER BY 1, 2, 3, 4
            """  # noqa: S608 - our own SQL
        )
        return cursor.fetchall()
