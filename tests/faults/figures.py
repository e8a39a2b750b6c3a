"""Figures for docs/reliability.md: python -m tests.faults.figures [index ROWS] [drain MAILS].

A portal of its own, as in the fault runs, with nothing broken.
"""

import sys
import time
from typing import Any

import psutil

from .house import House

ARCHIVE = """
INSERT INTO notifications_outboxentry (task, kind, dedupe_key, args, queue, state, created_at, next_at,
    publish_at, attempts, publishes, error, done_at)
SELECT 'notifications.mail', 'tests.old', 'old:' || n, '{}', 'mail', 'done', moment, moment, moment,
    1, 1, '', moment
FROM (SELECT n, now() - (n %% 2000000) * interval '1 second' AS moment
    FROM generate_series(%(from)s, %(to)s) n) rows
"""
SWEEP = """
EXPLAIN (ANALYZE, BUFFERS, SUMMARY) SELECT * FROM notifications_outboxentry
WHERE state = 'waiting' AND publish_at <= statement_timestamp()
ORDER BY publish_at LIMIT 100 FOR UPDATE SKIP LOCKED
"""
OLDEST = """
EXPLAIN (ANALYZE) SELECT next_at FROM notifications_outboxentry
WHERE state = 'waiting' AND attempts = 0 AND next_at <= now() ORDER BY created_at LIMIT 1
"""
WAITING = """
INSERT INTO notifications_outboxentry (task, kind, dedupe_key, args, queue, state, created_at, next_at,
    publish_at, attempts, publishes, error)
SELECT 'tests.none', 'tests.none', 'new:' || n, '{}', 'bulk', 'waiting', now(), now() + '1 day',
    now() - n * interval '1 second', 0, 0, ''
FROM generate_series(1, 1000) n
"""
MAILS = """
WITH told AS (
    INSERT INTO notifications_notification (recipient_id, channel, verb, about_type_id, about_id, context,
        once, created_at, mail_note)
    SELECT person.id, 'alone', 'tests.fault', kind.id, person.id, jsonb_build_object('number', n),
        '', now(), ''
    FROM generate_series(1, %(count)s) n
    JOIN network_user person ON person.email = 'reader' || n %% 50 || '@example.org'
    JOIN django_content_type kind ON kind.app_label = 'network' AND kind.model = 'user'
    RETURNING id)
INSERT INTO notifications_outboxentry (task, kind, dedupe_key, args, queue, state, created_at, next_at,
    publish_at, attempts, publishes, error)
SELECT 'notifications.mail', 'tests.fault', 'drain:' || id, jsonb_build_object('notification', id), 'mail',
    'waiting', now(), now(), now(), 0, 0, '' FROM told
"""


def index(house: House, rows: int) -> None:
    """How the sweeper finds its work behind an archive of `rows` finished entries."""
    with house.database() as connection:
        for start in range(1, rows + 1, 500_000):
            connection.execute(ARCHIVE, {"from": start, "to": min(start + 499_999, rows)})
        connection.execute(WAITING)
        connection.execute("ANALYZE notifications_outboxentry")
        for statement in (SWEEP, OLDEST):
            explained = [row[0] for row in connection.execute(statement).fetchall()]
            print("\n".join(explained), end="\n\n")
        print(_one(connection, "SELECT count(*) FROM notifications_outboxentry"), "rows")
        connection.execute("DELETE FROM notifications_outboxentry WHERE task = 'tests.none'")


def drain(house: House, mails: int) -> None:
    """How fast one worker with two children sends `mails` that are due, by the sweeper alone."""
    with house.database() as connection:
        before, used = len(house.mail.handler.log), _seconds_used(house)
        begun = time.monotonic()
        connection.execute(MAILS, {"count": mails})
        while house.waiting():
            time.sleep(0.2)
        took = time.monotonic() - begun
    sent = len(house.mail.handler.log) - before
    print(f"{sent} mails in {took:.1f} s: {sent / took:.0f} a second")
    for name, seconds in _seconds_used(house).items():
        print(f"  processor time of {name}: {1000 * (seconds - used[name]) / sent:.1f} ms a mail")


def _seconds_used(house: House) -> dict[str, float]:
    """Processor time of the worker, of the sweeper, and of this process, which is the mail server."""
    trees = {"worker": house.programs["worker"].pid, "sweeper": house.programs["sweeper"].pid}
    used = {name: _of_tree(pid) for name, pid in trees.items()}
    used["postgres"] = _of_tree(house.postgres_pid())
    used["mail server"] = sum(psutil.Process().cpu_times()[:2])
    return used


def _of_tree(pid: int) -> float:
    process = psutil.Process(pid)
    return sum(sum(each.cpu_times()[:2]) for each in [process, *process.children(recursive=True)])


def _one(connection: Any, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])


def main(words: list[str]) -> None:
    """Do what is named, each with its number."""
    with House() as house:
        assert house.ask("/promise/0")
        for name, number in zip(words[::2], words[1::2], strict=True):
            {"index": index, "drain": drain}[name](house, int(number))


if __name__ == "__main__":
    main(sys.argv[1:])
