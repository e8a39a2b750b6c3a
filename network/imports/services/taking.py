"""Taking rows over, some at a time: each chunk is one transaction, and work that was killed goes on."""

import logging
import time
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, DataError, IntegrityError, transaction

from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.querysets.in_bulk import change_all

from ..choices import ImportState, Outcome
from ..models import Import, ImportRow
from ..registry import ImportKind, find
from .looking import digest_of, in_language
from .news import tell_done
from .origins import note_links
from .starting import TAKE, TAKEABLE, end

logger = logging.getLogger(__name__)

CHUNK = 100  # rows of one transaction
SECONDS = 40.0  # of one piece of work; the next goes on


def take_import(*, batch: int) -> None:
    """Take over what is left, for as long as one piece of work may last; then promise the next."""
    until = time.monotonic() + SECONDS
    prepared: dict[str, Any] = {}
    while _take_chunk(batch, prepared):
        if time.monotonic() > until:
            _go_on(batch)
            return


@transaction.atomic
def _go_on(batch: int) -> None:
    done = Import.objects.values_list("rows_done", flat=True).get(pk=batch)
    enqueue(task=TAKE, dedupe_key=f"{TAKE}:{batch}:{done}", args={"batch": batch}, queue=Queue.BULK)


@transaction.atomic
def _take_chunk(pk: int, prepared: dict[str, Any]) -> bool:
    """Take a chunk over, the import locked: two workers never take the same row. Whether there is more."""
    batch = Import.objects.select_for_update(of=("self",)).select_related("by").filter(pk=pk).first()
    if batch is None or batch.state != ImportState.TAKING:
        return False
    kind = find(batch.kind)
    if batch.by is None or not kind.may(batch.by, batch.owner):
        end(batch, ImportState.CANCELLED)
        return False
    rows = list(batch.rows.filter(outcome="", verdict__in=TAKEABLE).order_by("number", "pk")[:CHUNK])
    if not rows:
        end(batch, ImportState.DONE)
        tell_done(batch)
        return False
    with in_language(batch):
        if "of" not in prepared:
            prepared["of"] = kind.prepare(batch)
        _take_rows(batch, kind, rows, prepared["of"])
    change_all(rows, ["outcome", "object_id"])
    batch.rows_done += len(rows)
    batch.save(update_fields=["rows_done"])
    return True


def _take_rows(batch: Import, kind: ImportKind, rows: Sequence[ImportRow], prepared: Any) -> None:
    """Rows in a transaction within the transaction: what fails leaves nothing.

    One row at fault is looked for by halves: it alone is left out, and is said.
    """
    try:
        with transaction.atomic():
            became = kind.take(batch, rows, prepared)
            note_links(batch, [(row, taken, digest_of(row)) for row, taken in zip(rows, became, strict=True)])
    except (PermissionDenied, ValidationError, DatabaseError) as error:
        if isinstance(error, DatabaseError) and not _is_of_the_row(error):
            raise
        if len(rows) > 1:
            half = len(rows) // 2
            _take_rows(batch, kind, rows[:half], prepared)
            _take_rows(batch, kind, rows[half:], prepared)
            return
        if isinstance(error, DatabaseError):
            logger.exception("Row %s of an import could not be taken over.", rows[0].pk)
        rows[0].outcome = Outcome.REFUSED
        return
    for row, taken in zip(rows, became, strict=True):
        row.outcome = taken.outcome
        row.object_id = taken.object_id or row.object_id


def _is_of_the_row(error: DatabaseError) -> bool:
    """Whether the values were at fault, and not the server."""
    return isinstance(error, DataError | IntegrityError)
