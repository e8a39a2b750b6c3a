"""`python -m tests.bench.following`: one new practice against 10,000 saved searches; at most one second."""

import os
import sys
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, prepare, told_by

MOST = 1.0  # seconds


def main() -> int:
    """Make the database when it is missing, hold five practices against all searches, say the times."""
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench"
    servers = Servers(folder, broker=False, durable=False)
    with servers:
        prepare(servers, "following", "make_practices", "1000", rows="SELECT 1")
        found = told_by(servers, "following", "tests.bench.following_run")
    for run in found["runs"]:
        sys.stdout.write(
            "{searches} searches, {fitting} fit: {fitting_ms:.0f} ms to find them, {all_ms:.0f} ms with all"
            " that is written\n".format(**run)
        )
    slowest = max(run["all_ms"] for run in found["runs"]) / 1000
    sys.stdout.write(f"slowest: {slowest:.2f} s of {MOST}\n")
    return 0 if slowest <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
