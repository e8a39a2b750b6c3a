"""Which offers fit a request, and which requests an offer: one statement over all that stand open.

Points out of 100: topics in common 40 for the first and 10 for each further one, up to 60; a working language
in common 15; the same region 10; a practice that the offering state has published on such a topic 10; dates
that overlap 5. Nothing fits without a topic in common.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from network.services.evidence import published_on

from ...models import Assistance
from ..assistance.indexing import home_of

MOST = 20  # proposals that one record gets at a time
TOPIC, FURTHER_TOPIC, TOPICS_AT_MOST = 40, 10, 60
LANGUAGE, REGION, PRACTICE, DATES = 15, 10, 10, 5

GIVES = "(other.kind = 'offer' OR other.is_two_way)"
ASKS = "(other.kind = 'request' OR other.is_two_way)"
_STATEMENT = """
WITH shared AS (
    SELECT filed.assistance_id AS id, array_agg(filed.topic_id ORDER BY filed.topic_id) AS topics
    FROM training_catalogue_assistance_topics AS filed
    WHERE filed.topic_id = ANY(%(topics)s) GROUP BY 1
), candidates AS (
    SELECT other.id, shared.topics, home.region,
           CASE WHEN other.languages = '{{}}' THEN coalesce(home.languages, '{{}}')
                ELSE other.languages END AS languages,
           coalesce(%(giver)s::varchar, other.country_id) AS giver,
           other.starts_on, other.ends_on, other.published_at
    FROM shared JOIN training_catalogue_assistance AS other USING (id)
    LEFT JOIN network_organization AS body ON body.id = other.organization_id
    LEFT JOIN network_memberstate AS home ON home.iso2 = coalesce(other.country_id, body.state_id)
    WHERE other.state = 'published' AND other.recorded_by <> 'call' AND {role} AND other.id <> %(record)s
      AND (other.country_id IS NULL OR home.status = 'active')
      AND other.country_id IS DISTINCT FROM %(country)s::varchar
      AND (other.organization_id IS NULL OR other.organization_id IS DISTINCT FROM %(organization)s::bigint)
      AND (other.addressed_to = '{{}}' OR %(own_audience)s = ANY(other.addressed_to))
      AND (%(addressed_to)s::varchar[] = '{{}}'
           OR CASE WHEN other.country_id IS NULL THEN 'organizations' ELSE 'states' END
              = ANY(%(addressed_to)s::varchar[]))
      AND (other.ends_on IS NULL OR other.ends_on >= %(today)s)
), weighed AS (
    SELECT candidates.*,
           least(%(topics_at_most)s,
                 %(topic)s + %(further_topic)s * (cardinality(candidates.topics) - 1)) AS for_topics,
           ARRAY(SELECT unnest(languages) INTERSECT SELECT unnest(%(languages)s::varchar[])) AS common,
           region = %(region)s::varchar AS same_region,
           proof.number AS practices, proof.topics AS proven,
           (starts_on IS NOT NULL OR ends_on IS NOT NULL)
               AND (%(starts_on)s::date IS NOT NULL OR %(ends_on)s::date IS NOT NULL)
               AND daterange(starts_on, ends_on, '[]') && daterange(%(starts_on)s, %(ends_on)s, '[]')
               AS in_time
    FROM candidates LEFT JOIN LATERAL (
        SELECT sum(fact.number)::int AS number, array_agg(fact.topic ORDER BY fact.topic) AS topics
        FROM unnest(%(fact_states)s::varchar[], %(fact_topics)s::varchar[], %(fact_numbers)s::int[])
             AS fact(state, topic, number)
        WHERE fact.state = giver AND fact.topic = ANY(candidates.topics)
    ) AS proof ON true
)
SELECT id, topics, common, same_region, region, giver, practices, proven, in_time,
       for_topics + CASE WHEN common <> '{{}}' THEN %(language)s ELSE 0 END
       + CASE WHEN same_region THEN %(region_points)s ELSE 0 END
       + CASE WHEN practices > 0 THEN %(practice)s ELSE 0 END
       + CASE WHEN in_time THEN %(dates)s ELSE 0 END AS score
FROM weighed ORDER BY score DESC, published_at DESC, id DESC LIMIT %(most)s
"""


class Fit(NamedTuple):
    """A record that fits, with its points and why, as data."""

    other: int
    score: int
    reasons: list[dict[str, Any]]


def statement_for(record: Assistance, *, as_request: bool, most: int = MOST) -> tuple[str, dict[str, Any]]:
    """The statement that finds what fits `record`, and its values; also for EXPLAIN."""
    topics = sorted(topic.pk for topic in record.topics.all())
    home = home_of(record)
    facts = published_on(topics)
    values = {
        "record": record.pk,
        "topics": topics,
        "country": record.country_id,
        "organization": record.organization_id,
        "own_audience": "states" if record.country_id else "organizations",
        "addressed_to": [each for each in record.addressed_to if each != "secretariat"],
        "languages": record.languages or (home.languages if home else []),
        "region": home.region if home else None,
        "giver": None if as_request else record.country_id or "",
        "starts_on": record.starts_on,
        "ends_on": record.ends_on,
        "today": timezone.localdate(),
        "fact_states": [state for state, _topic in facts],
        "fact_topics": [topic for _state, topic in facts],
        "fact_numbers": list(facts.values()),
        "topic": TOPIC,
        "further_topic": FURTHER_TOPIC,
        "topics_at_most": TOPICS_AT_MOST,
        "language": LANGUAGE,
        "region_points": REGION,
        "practice": PRACTICE,
        "dates": DATES,
        "most": most,
    }
    return _STATEMENT.format(role=GIVES if as_request else ASKS), values


def fits(record: Assistance, *, as_request: bool, most: int = MOST) -> list[Fit]:
    """What fits `record` best, the best first; as a request it looks for offers, else for requests."""
    statement, values = statement_for(record, as_request=as_request, most=most)
    if not values["topics"]:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [_fit(row) for row in cursor.fetchall()]


def _fit(row: Sequence[Any]) -> Fit:
    other, topics, common, same_region, region, giver, practices, proven, in_time, score = row
    for_topics = min(TOPICS_AT_MOST, TOPIC + FURTHER_TOPIC * (len(topics) - 1))
    reasons: list[dict[str, Any]] = [{"code": "topic", "points": for_topics, "topics": list(topics)}]
    if common:
        reasons.append({"code": "language", "points": LANGUAGE, "languages": sorted(common)})
    if same_region:
        reasons.append({"code": "region", "points": REGION, "region": region})
    if practices:
        proof = {"state": giver, "count": practices, "topics": list(proven)}
        reasons.append({"code": "practice", "points": PRACTICE, **proof})
    if in_time:
        reasons.append({"code": "dates", "points": DATES})
    return Fit(other, score, reasons)
