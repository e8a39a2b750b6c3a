"""How much waits, goes out and fails, by kind: for staff and for Prometheus. No count over history."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from ..choices import EntryState
from ..models import OutboxEntry

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Figures:
    """One kind of work: counts, and the age in seconds of the oldest that was never tried."""

    kind: str
    queue: str
    waiting: int = 0
    oldest: float = 0.0
    in_trouble: int = 0
    done: int = 0
    skipped: int = 0
    failed: int = 0


def figures() -> list[Figures]:
    """Waiting and failed now, done and skipped in the last day; three queries by partial indexes."""
    now = timezone.now()
    found: dict[tuple[str, str], dict[str, float]] = {}
    waiting = OutboxEntry.objects.waiting().values("kind", "task", "queue")
    for row in waiting.annotate(
        waiting=Count("pk"),
        in_trouble=Count("pk", filter=~Q(error="")),
        since=Min("next_at", filter=Q(attempts=0, next_at__lte=now)),
    ):
        since = row.pop("since")
        entry = _of(found, row)
        entry.update(waiting=row["waiting"], in_trouble=row["in_trouble"])
        entry["oldest"] = (now - since).total_seconds() if since else 0.0
    finished = OutboxEntry.objects.filter(
        state__in=[EntryState.DONE, EntryState.SKIPPED], done_at__gte=now - DAY
    )
    for row in finished.values("kind", "task", "queue", "state").annotate(count=Count("pk")):
        _of(found, row)[row["state"]] = row["count"]
    failed = OutboxEntry.objects.filter(state=EntryState.FAILED).values("kind", "task", "queue")
    for row in failed.annotate(count=Count("pk")):
        _of(found, row)["failed"] = row["count"]
    return [Figures(kind, queue, **values) for (kind, queue), values in sorted(found.items())]  # type: ignore[arg-type]


def _of(found: dict[tuple[str, str], dict[str, float]], row: dict[str, str]) -> dict[str, float]:
    return found.setdefault((row["kind"] or row["task"], row["queue"]), {})


def failed_work(*, after: int | None = None, count: int = 50) -> QuerySet[OutboxEntry]:
    """Failed work, newest first, for staff to look at and send again."""
    rows = OutboxEntry.objects.filter(state=EntryState.FAILED).order_by("-created_at", "-pk")
    return rows.filter(pk__lt=after)[:count] if after else rows[:count]


def troubled_work(count: int = 50) -> QuerySet[OutboxEntry]:
    """Work that failed at least once and is being tried again, the next one first."""
    return OutboxEntry.objects.waiting().exclude(error="").order_by("next_at")[:count]
