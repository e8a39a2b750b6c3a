"""Writing work down, and what staff may do about it."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils import timezone

from ..choices import EntryState, Queue
from ..models import OutboxEntry
from .hints import hint, hint_many

GRACE = timedelta(seconds=5)  # for the hint to arrive before the sweeper sends another
LONGEST_ARGUMENT = 64  # ids, codes and keys; text belongs into the row that the id names


@transaction.atomic(savepoint=False)
def enqueue(
    *,
    task: str,
    dedupe_key: str,
    args: dict[str, int | str] | None = None,
    queue: str = Queue.DEFAULT,
    kind: str = "",
    delay: timedelta = timedelta(0),
) -> OutboxEntry:
    """Promise a piece of work in the caller's transaction: it is done if and only if that commits.

    `args` are ids, handed to the function registered as `task`. The same `dedupe_key` a second time
    changes nothing. Raises ValueError for arguments that are not ids, and for an unknown queue.
    """
    args = args or {}
    _check(args, queue)
    now = timezone.now()
    entry = OutboxEntry(
        task=task,
        kind=kind,
        dedupe_key=dedupe_key,
        args=args,
        queue=queue,
        next_at=now + delay,
        publish_at=now + (delay or GRACE),
    )
    OutboxEntry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=["dedupe_key"], update_fields=["dedupe_key"]
    )  # the update of nothing makes the row of an earlier call come back
    if not delay:
        transaction.on_commit(lambda: hint(entry.pk, queue), robust=True)
    return entry


@transaction.atomic(savepoint=False)
def enqueue_many(
    *,
    task: str,
    promises: Sequence[tuple[str, dict[str, int | str]]],
    queue: str = Queue.DEFAULT,
    kind: str = "",
    delay: timedelta = timedelta(0),
) -> None:
    """Promise many pieces of one kind of work, each a pair of dedupe key and ids, by one insert.

    A key that is there already changes nothing. `kind` tells staff what it is about. Raises as `enqueue`.
    """
    now = timezone.now()
    entries = [
        OutboxEntry(
            task=task,
            kind=kind,
            dedupe_key=key,
            args=args,
            queue=queue,
            created_at=now,
            next_at=now + delay,
            publish_at=now + (delay or GRACE),
        )
        for key, args in promises
    ]
    for entry in entries:
        _check(entry.args, queue)
    OutboxEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["dedupe_key"], update_fields=["dedupe_key"]
    )
    if not delay:
        ids = [entry.pk for entry in entries]
        transaction.on_commit(lambda: hint_many(ids, queue), robust=True)


@transaction.atomic
def enqueue_ids(*, task: str, argument: str, ids: Sequence[int], queue: str, kind: str) -> None:
    """Promise the same work for many rows, `argument` being the row's id, in one statement.

    The dedupe key is the task and the id; one that is there already changes nothing.
    """
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO notifications_outboxentry (task, kind, dedupe_key, args, queue, state, created_at,"
            " next_at, publish_at, attempts, publishes, error)"
            " SELECT %(task)s, %(kind)s, %(task)s || ':' || id, jsonb_build_object(%(argument)s::text, id),"
            " %(queue)s, %(waiting)s, %(now)s, %(now)s, %(publish)s, 0, 0, ''"
            " FROM unnest(%(ids)s::bigint[]) AS id"
            " ON CONFLICT (dedupe_key) DO NOTHING RETURNING id",
            {
                "task": task,
                "kind": kind,
                "argument": argument,
                "queue": queue,
                "waiting": EntryState.WAITING,
                "now": now,
                "publish": now + GRACE,
                "ids": list(ids),
            },
        )
        made = [row[0] for row in cursor.fetchall()]
    transaction.on_commit(lambda: hint_many(made, queue), robust=True)


@transaction.atomic
def send_again(*, entry: OutboxEntry) -> None:
    """Give failed work another full set of attempts, at the word of staff."""
    again = OutboxEntry.objects.filter(pk=entry.pk, state=EntryState.FAILED).update(
        state=EntryState.WAITING,
        attempts=0,
        publishes=0,
        next_at=Now(),
        publish_at=Now(),
        lease_until=None,
        token=None,
        done_at=None,
    )
    if again:
        transaction.on_commit(lambda: hint(entry.pk, entry.queue), robust=True)


def purge(*, older_than: timedelta | None = None, batch: int = 5000) -> int:
    """Throw away finished work, in batches that hold no lock for long; gives how many rows.

    Without `older_than` it is what settings.RETENTION_DAYS says.
    """
    days = settings.RETENTION_DAYS["outbox"]
    if older_than is None and not days:
        return 0
    older_than = older_than or timedelta(days=days)
    gone = 0
    while True:
        ids = OutboxEntry.objects.finished_before(older_than).values_list("pk", flat=True)[:batch]
        count, _details = OutboxEntry.objects.filter(pk__in=list(ids)).delete()
        gone += count
        if count < batch:
            return gone


def _check(args: dict[str, int | str], queue: str) -> None:
    if queue not in Queue.values:
        raise ValueError(f"There is no queue {queue}.")
    for name, value in args.items():
        if not isinstance(value, int | str) or len(str(value)) > LONGEST_ARGUMENT:
            raise ValueError(f"{name} is not an id: an outbox entry carries ids only.")
