"""Is work being done? For /health/work and for staff."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from ..choices import EntryState, Queue
from ..models import Canary, OutboxEntry
from .hints import backlogs

CANARY_LATE = timedelta(seconds=105)  # one is sent each minute: a dead worker shows within two
WAITING_LATE = timedelta(minutes=5)
DISK_LEAST = 500_000_000  # bytes


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, and a word about it without personal data."""

    name: str
    well: bool
    detail: str


def look_at_work() -> list[Finding]:
    """Broker, disk, one canary per queue, and the age of the oldest work that is due."""
    return [_broker(), _disk(), _oldest(), *_canaries(), _failed()]


def stands_still() -> bool:
    """Whether the database alone shows that work is not done; for pages, which wait for no broker."""
    return not all(finding.well for finding in [_oldest(), *_canaries()])


def _broker() -> Finding:
    try:
        return Finding("broker", True, f"{sum(backlogs().values())} messages")
    except Exception as error:
        return Finding("broker", False, type(error).__name__)


def _disk() -> Finding:
    folder = Path(settings.VAR_DIR)
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
    return Finding("disk", free >= DISK_LEAST, f"{free // 1_000_000} MB free")


def _oldest() -> Finding:
    due = OutboxEntry.objects.waiting().filter(attempts=0, next_at__lte=timezone.now())
    oldest = due.order_by("created_at").values_list("next_at", flat=True).first()
    age = timezone.now() - oldest if oldest else timedelta(0)
    return Finding("waiting", age < WAITING_LATE, f"oldest {int(age.total_seconds())} s")


def _canaries() -> list[Finding]:
    seen = dict(Canary.objects.values_list("queue", "returned_at"))
    return [_canary(queue, seen.get(queue)) for queue in Queue.values]


def _canary(queue: str, returned_at: datetime | None) -> Finding:
    if returned_at is None:
        return Finding(f"canary {queue}", False, "never came round")
    age = timezone.now() - returned_at
    return Finding(f"canary {queue}", age < CANARY_LATE, f"{int(age.total_seconds())} s ago")


def _failed() -> Finding:
    """Failed work is for staff to look at; it does not make the portal unhealthy."""
    count = OutboxEntry.objects.filter(state=EntryState.FAILED)[:1000].count()
    return Finding("failed", True, str(count))
