"""Taking rows over, some at a time: each chunk is one transaction, and work that was killed goes on."""

import logging
import time
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, DataError, IntegrityError, transaction

from network.notifications.choices import Queue
from network.notifications.services import enqueue

from ..choices import ImportState, Outcome
from ..models import Import, ImportRow
from ..registry import ImportKind, Refused, Taken, find
from .looking import digest_of, in_language
from .news import tell_done
from .origins import note_link
from .starting import TAKE, TAKEABLE, end

logger = logging.getLogger(__name__)

CHUNK = 20  # rows
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
        for row in rows:
            _take_row(batch, kind, row, prepared["of"])
    ImportRow.objects.bulk_update(rows, ["outcome", "object_id"])
    batch.rows_done += len(rows)
    batch.save(update_fields=["rows_done"])
    return True


def _take_row(batch: Import, kind: ImportKind, row: ImportRow, prepared: Any) -> None:
    """One row in a transaction within the transaction: what fails leaves nothing, and is said."""
    try:
        with transaction.atomic():
            taken: Taken = kind.take(batch, row, prepared)
            note_link(batch, row, taken, digest_of(row))
    except (Refused, PermissionDenied, ValidationError):
        row.outcome = Outcome.REFUSED
        return
    except DatabaseError as error:
        if not _is_of_the_row(error):
            raise
        logger.exception("Row %s of an import could not be taken over.", row.pk)
        row.outcome = Outcome.REFUSED
        return
    row.outcome, row.object_id = taken.outcome, taken.object_id


def _is_of_the_row(error: DatabaseError) -> bool:
    """Whether the values were at fault, and not the server."""
    return isinstance(error, DataError | IntegrityError)
