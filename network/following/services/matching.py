"""New records are held against what people follow: the record against the searches, not each search in turn.

Facets are compared in SQL, and words by the same vectors that network/search looks in: whatever a list
would show of a record, its saved search finds. One statement for all searches, whatever their number.
"""

import time
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from network.models import User
from network.notifications.choices import Queue
from network.notifications.services import enqueue_many
from network.search.models import SearchRow
from network.search.querysets import PUBLIC, keys_of
from network.search.services.asking import ask
from network.search.services.rows import VERSION

from .. import registry
from ..models import Hit, Interest
from .telling import tell_of_hits

MATCH = "following.match"
STILL_NEW = timedelta(days=30)  # a translation that comes later makes nothing new
_FITTING = """
WITH record AS MATERIALIZED (
    SELECT language, is_original, facets, vector || ''::tsvector AS vector
    FROM search_searchrow WHERE kind = %(kind)s AND object_id = %(record)s
), original AS MATERIALIZED (
    SELECT facets, to_jsonb(facets) AS listed FROM record WHERE is_original
)
SELECT interest.id, interest.user_id
FROM original, following_interest AS interest JOIN network_user AS person ON person.id = interest.user_id
WHERE interest.finds AND NOT interest.is_paused AND person.is_active
  AND interest.kind IN ('', %(kind)s) AND interest.made_at <= %(at)s
  AND interest.must <@ original.facets
  AND (interest.either = '[]'::jsonb OR NOT EXISTS (
        SELECT FROM jsonb_array_elements(interest.either) AS choice
        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements_text(choice) AS facet
                          WHERE facet = ANY(original.facets))))
  AND (interest.words_query = '' OR EXISTS (
        SELECT FROM record WHERE (record.is_original OR record.language = person.language)
                             AND record.vector @@ interest.words_query::tsquery))
"""
_KEEP = """
INSERT INTO following_hit (interest_id, kind, object_id, at)
SELECT interest, %(kind)s, %(record)s, %(now)s FROM unnest(%(interests)s::bigint[]) AS interest
ON CONFLICT DO NOTHING RETURNING interest_id
"""


def promise_matching(kind: str, new: Collection[int], translated: Collection[int]) -> None:
    """Promise to hold records against what people follow; called where search rows are first written.

    `translated` came to be found in one more language.
    """
    if kind not in registry.kinds():
        return
    now = time.time_ns() // 1000
    promises: list[tuple[str, dict[str, int | str]]] = [
        (
            f"{MATCH}:{kind}:{record}:{now}",
            {"kind": kind, "record": record, "at": now, "is_new": int(record in new)},
        )
        for record in sorted({*new, *translated})
    ]
    enqueue_many(task=MATCH, promises=promises, queue=Queue.DEFAULT, kind=MATCH)


@transaction.atomic
def match(*, kind: str, record: int, at: int, is_new: bool) -> int:
    """Find out whom a record concerns and tell them; gives how many people were told.

    `at`: when it came to light, in microseconds; what was saved later is not told of it, neither when a
    translation comes (not `is_new`). Nobody is told twice of one record for one search. It runs in the
    transaction that records it as done.
    """
    original = SearchRow.objects.filter(kind=kind, object_id=record, is_original=True)
    found = original.values_list("visibility", "published_at").first()
    if found is None or (not is_new and found[1] < timezone.now() - STILL_NEW):
        return 0
    renew_words()
    moment = datetime.fromtimestamp(at / 1_000_000, UTC)
    fitting = _fitting(kind, record, moment if is_new else min(moment, found[1]))
    if found[0] != PUBLIC:
        people = User.objects.filter(pk__in={person for _interest, person in fitting})
        readers = {person.pk for person in people if found[0] in keys_of(person)}
        fitting = [pair for pair in fitting if pair[1] in readers]
    return tell_of_hits(kind, record, _keep(kind, record, fitting))


def renew_words() -> int:
    """Read words anew that were read by earlier rules than those by which rows are now made; how many."""
    outdated = Interest.objects.exclude(words="").exclude(words_rules=VERSION)
    done = 0
    for interest in outdated.only("pk", "words"):
        Interest.objects.filter(pk=interest.pk).update(
            words_query=ask(interest.words).query, words_rules=VERSION
        )
        done += 1
    return done


def forget_hits(before: datetime) -> int:
    """Throw away which records were found, long ago, for what; gives how many."""
    gone, _each = Hit.objects.filter(at__lt=before).delete()
    return gone


def _fitting(kind: str, record: int, at: datetime) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_FITTING, {"kind": kind, "record": record, "at": at})
        return cursor.fetchall()


def _keep(kind: str, record: int, fitting: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Write down what fits; gives what was not found before."""
    if not fitting:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            _KEEP,
            {
                "kind": kind,
                "record": record,
                "now": timezone.now(),
                "interests": [interest for interest, _person in fitting],
            },
        )
        new = {interest for (interest,) in cursor.fetchall()}
    return [pair for pair in fitting if pair[0] in new]
