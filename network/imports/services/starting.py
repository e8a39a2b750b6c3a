"""Handing a table in, taking it over, leaving it."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from network.models import User
from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.services.keeping_files import kept_with_its_row

from ..choices import ImportState, Outcome, Verdict
from ..models import Import
from ..registry import find
from .errors import MovedOnError, NoRoomError, NothingToTakeError

READ, TAKE = "imports.read", "imports.take"
TAKEABLE = (Verdict.NEW, Verdict.CHANGES)
OPEN_AT_ONCE = 20  # imports of a person that are not over
STALE = timedelta(days=7)


def start_import(
    *, kind: str, owner: str, by: User, language: str, file: File, media_type: str, name: str, **options: Any
) -> Import:
    """Keep a checked file and have it read. Raises PermissionDenied, NoRoomError."""
    if not find(kind).may(by, owner):
        raise PermissionDenied
    batch = Import(
        kind=kind,
        owner=owner,
        by=by,
        language=language,
        file_name=name[:200],
        media_type=media_type,
        options=options,
    )
    with kept_with_its_row(batch, NoRoomError()):
        batch.file.save(f"{batch.uuid.hex}", file, save=False)
        batch.save()
        enqueue(task=READ, dedupe_key=f"{READ}:{batch.pk}", args={"batch": batch.pk}, queue=Queue.BULK)
    return batch


@transaction.atomic
def accept_import(*, batch: Import, by: User) -> Import:
    """Take the rows without errors over, as work with progress.

    Raises PermissionDenied, MovedOnError, NothingToTakeError.
    """
    row = _lock(batch, by)
    if row.state != ImportState.READY:
        raise MovedOnError
    if not row.rows.filter(verdict__in=TAKEABLE).exists():
        raise NothingToTakeError
    begin_taking(row)
    return row


def begin_taking(batch: Import) -> None:
    """Rows that are known already are done; the others are promised. In the caller's transaction."""
    batch.rows.filter(verdict=Verdict.SAME).update(outcome=Outcome.SAME)
    batch.rows.filter(verdict=Verdict.FAULTY).update(outcome=Outcome.REFUSED)
    batch.state, batch.accepted_at = ImportState.TAKING, timezone.now()
    batch.rows_done = batch.rows_all - batch.rows.filter(verdict__in=TAKEABLE).count()
    batch.save(update_fields=["state", "accepted_at", "rows_done"])
    enqueue(task=TAKE, dedupe_key=f"{TAKE}:{batch.pk}:0", args={"batch": batch.pk}, queue=Queue.BULK)


@transaction.atomic
def cancel_import(*, batch: Import, by: User) -> Import:
    """Leave it; what has been taken over stays. Raises PermissionDenied, MovedOnError."""
    row = _lock(batch, by)
    if row.state not in (ImportState.READING, ImportState.READY, ImportState.TAKING):
        raise MovedOnError
    end(row, ImportState.CANCELLED)
    return row


def end(batch: Import, state: ImportState, fault: dict[str, Any] | None = None) -> None:
    """Close it, and let its file go."""
    batch.state, batch.ended_at, batch.fault = state, timezone.now(), fault or {}
    batch.save(update_fields=["state", "ended_at", "fault"])
    drop_file(batch)


def drop_file(batch: Import) -> None:
    """The file goes with the transaction; the rows say what stood in it."""
    if name := batch.file.name:
        storage = batch.file.storage
        Import.objects.filter(pk=batch.pk).update(file="")
        batch.file = ""
        transaction.on_commit(lambda: storage.delete(name), robust=True)


def counts_of(batch: Import) -> dict[str, int]:
    """How many rows there are of each verdict, and of each outcome."""
    wanted = {f"verdict_{each.value}": Count("pk", filter=Q(verdict=each)) for each in Verdict}
    wanted |= {f"outcome_{each.value}": Count("pk", filter=Q(outcome=each)) for each in Outcome if each.value}
    return batch.rows.aggregate(**wanted)


def _lock(batch: Import, by: User) -> Import:
    row = Import.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if not find(row.kind).may(by, row.owner):
        raise PermissionDenied
    return row
