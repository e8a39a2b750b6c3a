"""Promise work (enqueue), do it (run_entry), publish it again (sweep), and show that it is being done."""

from .canaries import note_return, send_canaries
from .outbox import enqueue, purge, send_again
from .reporting import look_at_work
from .running import run_entry
from .scheduling import enqueue_periodic
from .sweeping import sweep

__all__ = [
    "enqueue",
    "enqueue_periodic",
    "look_at_work",
    "note_return",
    "purge",
    "run_entry",
    "send_again",
    "send_canaries",
    "sweep",
]
