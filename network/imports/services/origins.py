"""What came from where, and what of it was changed here since."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..choices import Outcome
from ..models import Import, ImportRow, SourceLink
from ..registry import Taken

FOLLOWING = ["object_id", "source_id", "digest", "base", "kept", "seen_at", "missing_since"]


def as_data(value: Any) -> Any:
    """A field's value as JSON keeps it, so that equal values are equal there."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple | set):
        return sorted(as_data(each) for each in value)
    return value


def merged(
    base: Mapping[str, Any], current: Mapping[str, Any], incoming: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The fields to be written, and those that stay because they were changed here.

    A field was changed here when it holds something else than what was last taken over (`base`). The source's
    words win everywhere else. All three by field, as JSON keeps them.
    """
    written, kept = {}, []
    for name, value in incoming.items():
        if current.get(name) == value:
            continue
        if name in base and current.get(name) != base[name]:
            kept.append(name)
        else:
            written[name] = value
    return written, kept


def links_of(batch: Import, rows: Iterable[ImportRow]) -> dict[str, SourceLink]:
    """Which records came from earlier rows of these keys."""
    found = SourceLink.objects.of(batch.kind, batch.owner).filter(key__in=[row.key for row in rows])
    return {link.key: link for link in found}


def note_links(batch: Import, became: Iterable[tuple[ImportRow, Taken, str]]) -> None:
    """Remember which records rows have become: each row with what was done and its digest."""
    now = timezone.now()
    links = [
        SourceLink(
            kind=batch.kind,
            owner=batch.owner,
            key=row.key,
            object_id=taken.object_id,
            source_id=batch.source_id,
            digest=digest,
            base=taken.base or {},
            kept=list(taken.kept),
            seen_at=now,
            missing_since=None,
        )
        for row, taken, digest in became
        if taken.object_id is not None
    ]
    SourceLink.objects.bulk_create(
        links, update_conflicts=True, unique_fields=["kind", "owner", "key"], update_fields=FOLLOWING
    )


@transaction.atomic
def give_back(*, link: SourceLink) -> None:
    """Let the source speak for all fields again: its words come with the next harvest or file."""
    row = SourceLink.objects.select_for_update().get(pk=link.pk)
    for name in row.kept:
        row.base.pop(name, None)
    row.kept, row.digest = [], ""
    row.save(update_fields=["base", "kept", "digest"])


def is_taken(outcome: str) -> bool:
    """Whether a row has become, or is, a record."""
    return outcome in (Outcome.MADE, Outcome.CHANGED, Outcome.SAME)
