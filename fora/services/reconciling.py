"""Recounting the figures of threads from their posts, and saying what differed."""

from django.db import connection, transaction

from ..models import Thread

_COUNTED = """
SELECT t.id,
       coalesce(p.visible, 0) AS visible_count, coalesce(p.pending, 0) AS pending_count,
       coalesce(p.last, 0) AS last_visible_seq, coalesce(p.highest, 0) AS highest,
       (SELECT placed_at FROM fora_post AS q WHERE q.thread_id = t.id AND q.seq = p.last) AS last_visible_at
FROM fora_thread AS t LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'published') AS visible,
           count(*) FILTER (WHERE state = 'pending') AS pending,
           max(seq) FILTER (WHERE state = 'published') AS last, max(seq) AS highest
    FROM fora_post WHERE thread_id = t.id) AS p ON true
"""
_WRONG = f"""
SELECT c.id FROM ({_COUNTED}) AS c JOIN fora_thread AS t USING (id)
WHERE (t.visible_count, t.pending_count, t.last_visible_seq) IS DISTINCT FROM
      (c.visible_count, c.pending_count, c.last_visible_seq)
   OR t.last_visible_at IS DISTINCT FROM c.last_visible_at OR t.last_seq < c.highest
ORDER BY c.id
"""  # noqa: S608 - our own statement
_MEND = f"""
UPDATE fora_thread AS t
SET visible_count = c.visible_count, pending_count = c.pending_count, last_visible_seq = c.last_visible_seq,
    last_visible_at = c.last_visible_at, last_seq = GREATEST(t.last_seq, c.highest)
FROM ({_COUNTED} WHERE t.id = %s) AS c WHERE t.id = c.id
"""  # noqa: S608 - our own statement


def wrong_threads() -> list[int]:
    """Keys of threads whose figures do not agree with their posts."""
    with connection.cursor() as cursor:
        cursor.execute(_WRONG)
        return [row[0] for row in cursor.fetchall()]


def reconcile() -> list[int]:
    """Mend the figures of each thread that differs, one short transaction each; gives their keys."""
    wrong = wrong_threads()
    for thread_id in wrong:
        with transaction.atomic():
            Thread.objects.unfiltered().select_for_update(no_key=True).filter(pk=thread_id).first()
            with connection.cursor() as cursor:
                cursor.execute(_MEND, [thread_id])
    return wrong
