"""The words that mistyped ones are corrected to, learned from titles, summaries and names.

Whoever writes a word that another transaction is just writing would have to wait for it; and two that wait
for each other's words would both fail, with all that their people did. So nobody waits: words are divided
into SHARES, a transaction writes those whose share nobody else holds, and learns the rest after its commit.
"""

from collections.abc import Iterable
from functools import partial

from django.db import connection, transaction

SHARES = 64  # locks that one transaction holds at most
_LEARN = """
WITH wanted AS (
    SELECT plain, written FROM unnest(%(plain)s::varchar[], %(written)s::varchar[]) AS asked(plain, written)
    WHERE NOT EXISTS (SELECT FROM search_searchword AS kept WHERE kept.plain = asked.plain)
), turn AS MATERIALIZED (
    SELECT share, pg_try_advisory_xact_lock(hashtext('search words'), share) AS is_ours
    FROM (SELECT DISTINCT abs(hashtext(plain) %% %(shares)s) AS share FROM wanted) AS shares
), learned AS (
    INSERT INTO search_searchword (plain, written)
    SELECT plain, written FROM wanted JOIN turn ON share = abs(hashtext(plain) %% %(shares)s) WHERE is_ours
    ON CONFLICT DO NOTHING
)
SELECT plain, written FROM wanted JOIN turn ON share = abs(hashtext(plain) %% %(shares)s) WHERE NOT is_ours
"""
_LEARN_WAITING = """
INSERT INTO search_searchword (plain, written)
SELECT plain, written FROM unnest(%(plain)s::varchar[], %(written)s::varchar[]) AS asked(plain, written)
ORDER BY plain ON CONFLICT DO NOTHING
"""


def learn_words(words: dict[str, str]) -> None:
    """Add words, by their unaccented form: in the open transaction or, what others hold, after it."""
    if not words:
        return
    with connection.cursor() as cursor:
        cursor.execute(_LEARN, {**_columns(words.items()), "shares": SHARES})
        left = cursor.fetchall()
    if left:
        transaction.on_commit(partial(_learn_waiting, left), robust=True)


def _learn_waiting(words: Iterable[tuple[str, str]]) -> None:
    """In one statement and in order, holding nothing else: to wait is safe."""
    with connection.cursor() as cursor:
        cursor.execute(_LEARN_WAITING, _columns(words))


def _columns(words: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    pairs = sorted(words)
    return {"plain": [plain for plain, _ in pairs], "written": [written for _, written in pairs]}
