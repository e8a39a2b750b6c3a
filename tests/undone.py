"""What is done within a block is undone after it, and costs nothing where nothing was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

READING = ("SELECT", "WITH")
WRITING = ("INSERT", "UPDATE", "DELETE", "MERGE")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever the block writes is rolled back; the transaction that is open goes on as it was before.

    The savepoint is made before the first statement that does more than read. It is released after the
    rollback: each that stays open would be asked about every row that the transaction wrote.
    """
    points: list[str] = []

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if not points and not _reads(str(sql)):
            points.append("")  # what makes the savepoint is a statement too
            points[0] = transaction.savepoint()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        try:
            yield
        finally:
            if points:
                transaction.savepoint_rollback(points[0])
                transaction.savepoint_commit(points[0])


def _reads(sql: str) -> bool:
    head = sql.lstrip(" \n(").upper()
    return head.startswith("SELECT") or (
        head.startswith("WITH") and not any(verb in head for verb in WRITING)
    )
