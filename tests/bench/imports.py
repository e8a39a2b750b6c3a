"""`python -m tests.bench.imports [--write]`: 2,000 practices, 10,000 harvested courses, readers meanwhile."""

import argparse
import os
import platform
import sys
from pathlib import Path
from typing import Any

from network.config.embedded.servers import Servers

from .data import ROOT, prepare, prepare_face, told_by
from .report import write

DOCUMENT = ROOT / "docs/performance.md"
QUESTIONNAIRE, HARVEST, AGAIN, READERS = 60.0, 300.0, 30.0, 1.5
"""Seconds for each work in all; how many times the median of a list may grow meanwhile."""


def main() -> int:
    """Make the database anew when it is missing, take both over, say the times; 1 when a budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    parser.add_argument("--folder", type=Path, help="where the databases are kept")
    asked = parser.parse_args()
    folder = asked.folder or Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench"
    servers = Servers(folder, broker=False, durable=False)
    load = os.getloadavg()[1]
    with servers:
        prepare(servers, "imports", "make_practices", "1000", rows="SELECT 1")
        prepare_face(servers, "imports")
        found = told_by(servers, "imports", "tests.bench.imports_run")
    rows = [row for name in ("questionnaire", "harvest", "again") for row in _rows(name, found[name])]
    lines = [
        f"Python {platform.python_version()}, {platform.machine()}; load of the machine {load:.1f} before and"
        f" {os.getloadavg()[1]:.1f} after, on {os.cpu_count()} processors; one process does the work,"
        " another reads the list of practices again and again.",
        "",
        "| what | figure | budget | holds |",
        "|---|---|---|---|",
        *(f"| {what} | {figure} | {budget} | {holds} |" for what, figure, budget, holds in rows),
    ]
    table = "\n".join(lines)
    sys.stdout.write(f"{table}\n")
    if asked.write:
        write(DOCUMENT, table, part="imports")
    return 1 if any(holds == "no" for *_rest, holds in rows) else 0


NAMES = {
    "questionnaire": "questionnaire, {rows:,} practices with two outcomes each",
    "harvest": "harvest, {rows:,} courses with a run each",
    "again": "the same harvest again, nothing changed",
}
MOST = {"questionnaire": QUESTIONNAIRE, "harvest": HARVEST, "again": AGAIN}


def _rows(name: str, run: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Lines of the table: what, figure, budget, whether it holds."""
    title, whole = NAMES[name].format(**run), run["looked"] + run["taken"]
    grown = run["during"] / run["before"]
    found = [(f"{title}: read and judged", f"{run['looked']:.1f} s", "", "")]
    if run["made"]:
        each = f"{run['taken'] / run['made'] * 1000:.1f} ms and {run['statements']:.2f} statements a row"
        found.append((f"… taken over ({run['made']:,} made)", f"{run['taken']:.1f} s, {each}", "", ""))
    return [
        *found,
        ("… in all", f"{whole:.1f} s", f"{MOST[name]:.0f} s", "yes" if whole <= MOST[name] else "no"),
        (
            "… list of practices for a reader before and after, and meanwhile (median)",
            f"{run['before']:.0f} and {run['during']:.0f} ms, × {grown:.2f}",
            f"× {READERS:g}",
            "yes" if grown <= READERS else "no",
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
