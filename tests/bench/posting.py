"""What the ledger does in a second: approvals through the service, verification, balances. Prints JSON."""

import json
import multiprocessing
import os
import random
import statistics
import time
from typing import Any
from uuid import uuid4

import django

from tests.cost import processor_seconds

SECONDS, DRAFTS = 5, 12_000
Measured = tuple[int, float, list[float]]


def main() -> None:
    """Measure one after the other, and print the rows of a table."""
    django.setup()
    from django.conf import settings

    settings.DATABASES["default"]["CONN_MAX_AGE"] = None
    rows = [_rate(writers) for writers in (1, 8, 1, 8)][2:]
    rows += [_balance(), *_verification()]
    print(json.dumps(rows))


def _rate(writers: int) -> str:
    """Approvals a second; the drafts are there already."""
    from django.db import connection

    drafts, approver = _drafts()
    connection.close()
    answers: Any = multiprocessing.Queue()
    start = multiprocessing.Barrier(writers)
    parts = [drafts[number::writers] for number in range(writers)]
    working = [
        multiprocessing.Process(target=_approve, args=(part, approver, start, answers)) for part in parts
    ]
    for one in working:
        one.start()
    found: list[Measured] = [answers.get() for _ in working]
    for one in working:
        one.join()
    count = sum(entries for entries, _spent, _waits in found)
    rate = sum(len(waits) / SECONDS for _entries, _spent, waits in found)
    median = statistics.median(wait for _entries, _spent, waits in found for wait in waits)
    spent = sum(spent for _entries, spent, _waits in found) / count
    return (
        f"| approvals a second through the service, {writers} at once | {rate:,.0f}"
        f" (median {median * 1000:.1f} ms; {spent * 1000:.2f} ms of processor time each, database and Python)"
        f" | {'400' if writers > 1 else ''} |"
    )


def _drafts() -> tuple[list[tuple[int, bytes]], Any]:
    """Drafts that wait for approval, and who may approve them."""
    from django.db import connection

    from fund.services.making import Maker

    maker = Maker(random.Random())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM fund_draftentry WHERE state = 'submitted'")
        if (missing := DRAFTS - cursor.fetchone()[0]) > 0:
            maker.draft(missing)
        cursor.execute("SELECT id, content_hash FROM fund_draftentry WHERE state = 'submitted' ORDER BY id")
        return [(pk, bytes(kept)) for pk, kept in cursor.fetchall()], maker.approver


def _approve(part: list[tuple[int, bytes]], approver: Any, start: Any, answers: Any) -> None:
    """One writer: approves for some seconds; gives entries, processor time, and how long each waited."""
    from django.db import connection

    from fund.models import DraftEntry
    from fund.services.deciding import approve_draft

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pids = (cursor.fetchone()[0], os.getpid())
    approver.grants  # noqa: B018 - read once per request, which is many approvals here
    start.wait()
    before, waits = processor_seconds(*pids), []
    until = time.perf_counter() + SECONDS
    for pk, kept in part:
        begun = time.perf_counter()
        if begun > until:
            break
        approve_draft(draft=DraftEntry(pk=pk), by=approver, content_hash=kept, key=uuid4())
        waits.append(time.perf_counter() - begun)
    answers.put((len(waits), processor_seconds(*pids) - before, waits))


def _balance() -> str:
    """The balance of the account with the most legs, in the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_id, leg_count FROM fund_accountbalance ORDER BY leg_count DESC LIMIT 1"
        )
        account, legs = cursor.fetchone()
        times = []
        for _ in range(20):
            cursor.execute(
                "EXPLAIN (ANALYZE, FORMAT JSON) SELECT amount FROM fund_accountbalance WHERE account_id = %s",
                [account],
            )
            times.append(cursor.fetchone()[0][0]["Execution Time"])
    found = statistics.median(times)
    return f"| balance of one account ({legs:,} legs), in the database | {found:.3f} ms | 1 ms |"


def _verification() -> list[str]:
    """`verify_ledger`, the whole of it."""
    from fund.services.verifying import verify_ledger

    begun = time.perf_counter()
    verdict = verify_ledger()
    seconds = time.perf_counter() - begun
    assert verdict.holds, verdict.reasons
    rate = verdict.entries / seconds
    return [f"| `verify_ledger`, entries a second ({verdict.entries:,} entries) | {rate:,.0f} | 50,000 |"]


if __name__ == "__main__":
    main()
