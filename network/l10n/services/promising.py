"""Promising work on translations: one piece per record and language, and not before people stop typing."""

import math
import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from network.notifications.choices import Queue
from network.notifications.services import enqueue_many

TASK = "l10n.translate"
QUIET = timedelta(seconds=10)  # that a text must have rested before an engine is asked


def promise(root: str, languages: Iterable[str], *, at_once: bool = False, delay: timedelta = QUIET) -> None:
    """Have the due translations of a record and its parts made, into each of these languages.

    In the caller's transaction. What is not at once is bundled by slots of time: ten saves in ten seconds
    are one piece of work, done when the last of them has rested for QUIET.
    """
    wanted = sorted(set(languages))
    if not wanted:
        return
    kind, key = root.split(":", 1)
    slot, wait = _slot(delay)
    mark, pause = (uuid.uuid4().hex, timedelta(0)) if at_once else (str(slot), wait)
    enqueue_many(
        task=TASK,
        promises=[
            (f"{TASK}:{root}:{code}:{mark}", {"kind": kind, "key": key, "language": code}) for code in wanted
        ],
        queue=Queue.TRANSLATE,
        kind=kind,
        delay=pause,
    )


def _slot(delay: timedelta) -> tuple[int, timedelta]:
    """The end of the slot of time in which `delay` is over, and how long that is from now."""
    now, length = timezone.now().timestamp(), QUIET.total_seconds()
    slot = math.floor((now + delay.total_seconds()) / length) + 1
    return slot, timedelta(seconds=slot * length - now)
