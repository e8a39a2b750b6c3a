"""Filling the table of translations with invented jobs, in bulk, for measurements."""

from django.conf import settings
from django.db import connection

from ..models import Translation

_MAKE = """
INSERT INTO l10n_translation (kind, object_key, field, root, source_language, target_language, country_id,
    is_readable, is_public, source_hash, source_text, newer_hash, newer_text, text, draft, draft_hash, origin,
    engine, version, glossary_hash, confidence, flags, characters, charged, state, reason, error, attempts,
    waiting_since, created_at, changed_at)
SELECT 'practices.' || (ARRAY['practice', 'practice', 'outcome', 'material'])[1 + n %% 4], 'made-' || n / 12,
    (ARRAY['title', 'summary', 'diagnosis', 'activities'])[1 + n / 3 %% 4],
    'practices.practice:made-' || n / 12,
    'es', (ARRAY['en', 'fr', 'pt'])[1 + n %% 3],
    (SELECT array_agg(iso2 ORDER BY iso2) FROM network_memberstate)[1 + n / 12 %% 30],
    true, n %% 20 <> 0, md5(n::text),
    repeat('Los homicidios de jóvenes se concentran en seis barrios. ', 4), '', '',
    repeat('Les homicides de jeunes se concentrent dans six quartiers. ', 4), '', '', 'machine',
    'apertium', '1', '', (n * 7919 %% 1000) / 1000.0, '{}', 200, '{}',
    CASE WHEN n %% 10 < 7 THEN 'machine_draft' WHEN n %% 10 = 7 THEN 'approved' WHEN n %% 50 = 8 THEN 'stale'
         WHEN n %% 10 = 8 THEN 'needs_review' ELSE 'pending' END,
    '', '', 0, now() - (n * 31 %% 5000000) * interval '1 second', now(), now()
FROM generate_series(%(first)s::bigint, %(last)s) AS n
ON CONFLICT DO NOTHING
"""
CHUNK = 120_000


def make_translation_jobs(*, count: int) -> int:
    """Add `count` invented translations of records that do not exist; returns how many there are now.

    Only where demonstration content may be.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented translations exist only where DEMO=1 or DEBUG=1.")
    with connection.cursor() as cursor:
        for first in range(0, count, CHUNK):
            cursor.execute(_MAKE, {"first": first, "last": min(first + CHUNK, count) - 1})
        cursor.execute("VACUUM ANALYZE l10n_translation")
    return Translation.objects.count()
