"""Promising work on translations: one piece per record and language, and not before people stop typing."""

import math
import uuid
from collections.abc import Iterable, Mapping, Sequence
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
    slot, wait = _slot(delay)
    mark, pause = (uuid.uuid4().hex, timedelta(0)) if at_once else (str(slot), wait)
    _write_down([(root, code) for code in sorted(set(languages))], mark, pause)


def promise_each(wanted: Mapping[str, Iterable[str]]) -> None:
    """As `promise` at once, for many records by name with their languages; one insert for each kind."""
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for root, languages in wanted.items():
        by_kind.setdefault(root.split(":", 1)[0], []).extend((root, code) for code in sorted(set(languages)))
    for pairs in by_kind.values():
        _write_down(pairs, uuid.uuid4().hex, timedelta(0))


def _write_down(pairs: Sequence[tuple[str, str]], mark: str, delay: timedelta) -> None:
    """One promise for each record and language, all of one kind."""
    if not pairs:
        return
    kind = pairs[0][0].split(":", 1)[0]
    enqueue_many(
        task=TASK,
        promises=[
            (
                f"{TASK}:{root}:{code}:{mark}",
                {"kind": kind, "key": root.split(":", 1)[1], "language": code},
            )
            for root, code in pairs
        ],
        queue=Queue.TRANSLATE,
        kind=kind,
        delay=delay,
    )


def _slot(delay: timedelta) -> tuple[int, timedelta]:
    """The end of the slot of time in which `delay` is over, and how long that is from now."""
    now, length = timezone.now().timestamp(), QUIET.total_seconds()
    slot = math.floor((now + delay.total_seconds()) / length) + 1
    return slot, timedelta(seconds=slot * length - now)
