"""Work by the clock goes through the outbox too: no schedule file, and several schedulers do no harm."""

from django.utils import timezone

from ..registry import periodic
from .outbox import enqueue

_last: dict[str, int] = {}


def enqueue_periodic() -> int:
    """Promise what is due in the present slot of time, once; gives how many entries were asked for."""
    now = timezone.now().timestamp()
    asked = 0
    for each in periodic():
        slot = int(now // each.every.total_seconds())
        if _last.get(each.task) == slot:
            continue
        enqueue(task=each.task, dedupe_key=f"clock:{each.task}:{slot}", queue=each.queue)
        _last[each.task] = slot
        asked += 1
    return asked
