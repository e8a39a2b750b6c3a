"""`python -m tests.bench.imports`: 2,000 practices in 60 s, 10,000 harvested courses, readers."""

import os
import sys
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, prepare, prepare_face, told_by

MOST = 60.0  # seconds for the questionnaire


def main() -> int:
    """Make the database anew when it is missing, take both over, say the times."""
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench"
    servers = Servers(folder, broker=False, durable=False)
    with servers:
        prepare(servers, "imports", "make_practices", "1000", rows="SELECT 1")
        prepare_face(servers, "imports")
        found = told_by(servers, "imports", "tests.bench.imports_run")
    for name, run in found.items():
        sys.stdout.write(
            "{name}: {rows} rows, {made} made; looked at in {looked:.1f} s, taken over in {taken:.1f} s; a"
            " list of practices {before:.0f} ms before, {during:.0f} ms meanwhile (median)\n".format(
                name=name, **run
            )
        )
    return 0 if found["questionnaire"]["looked"] + found["questionnaire"]["taken"] <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
