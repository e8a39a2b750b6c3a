"""What is kept of imports, and no longer than needed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from network.models import User

from ..choices import ImportState
from ..models import Import
from .starting import end

AT_ONCE = 200


def imports_of(user: User) -> list[dict[str, Any]]:
    """What a person handed in, for the person's own export."""
    fields = ("kind", "file_name", "state", "rows_all", "started_at", "accepted_at")
    return list(Import.objects.filter(by=user).values(*fields))


def forget_imports(before: datetime) -> int:
    """Throw imports away with their rows; entries that came of them stay. Gives how many went."""
    gone = 0
    for batch in Import.objects.filter(started_at__lt=before).order_by("pk")[:AT_ONCE]:
        with transaction.atomic():
            end(batch, ImportState.CANCELLED)
            batch.delete()
        gone += 1
    return gone


def forget_person(person: User) -> None:
    """Names of files are a person's words; entries stay. Call it in the transaction of the erasure."""
    Import.objects.filter(by=person).update(file_name="")
