"""What something costs, in processor time: a busy machine makes it a little longer, not several times."""

import os
from pathlib import Path


def processor_seconds(*pids: int) -> float:
    """Processor time of these processes so far."""
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in pids) / 1e9


def both_ends(connection: object) -> tuple[int, int]:
    """This process, and the server's that answers its connection."""
    return os.getpid(), connection.connection.info.backend_pid  # type: ignore[attr-defined]
