"""`python -m tests.bench.ledger`: the Fund's pages beside the floor, and what the ledger does in a second."""

import argparse
import os
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, connect, prepare, prepare_face, signed_in, told_by
from .measuring import ready, report, workers
from .pages import Page
from .report import write
from .workers import Worker

FLOOR_ROWS = """
INSERT INTO bench_floor_row (title, summary, identifier, state, published_at)
SELECT description, party || ' ' || repeat(description, 8), number, kind, posted_at
  FROM fund_entry ORDER BY number DESC LIMIT 100000
"""


def ledger_pages(last: int, donor: int) -> list[Page]:
    """The measured pages of a ledger with so many entries; `donor` has a statement."""
    return [
        Page("fund", "/es/fund/", 4),
        Page("fund, one year", "/es/fund/?year=2024", 4),
        Page("entries, first page", "/es/fund/entries/", 4),
        Page("entries, middle", f"/es/fund/entries/?before={last // 2}", 4),
        Page("entries, last page", "/es/fund/entries/?before=26", 4),
        Page("entries of a kind", "/es/fund/entries/?kind=contribution", 4),
        Page("entries of a donor", f"/es/fund/entries/?donor={donor}", 4),
        Page("entries of a donor and year", f"/es/fund/entries/?donor={donor}&year=2024", 4),
        Page("entries of a figure and currency", "/es/fund/entries/?of=received&currency=USD", 4),
        Page("entries of a kind that is not there", "/es/fund/entries/?kind=refund_paid", 4),
        Page("one entry", f"/es/fund/entries/{last // 2}/", 4),
        Page("verify", "/es/fund/verify/", 4),
        Page("signed in: fund", "/es/fund/", 5, 10, signed_in=True),
        Page("signed in: entries", "/es/fund/entries/", 5, 10, signed_in=True),
        Page("signed in: donor's statement", f"/es/fund/statements/{donor}/", 5, 10, signed_in=True),
    ]


def main() -> None:
    """Make what is missing, measure, report. The server writes to disk as it does for people."""
    asked = arguments()
    small, full = f"ledger_{asked.legs // 10}", f"ledger_{asked.legs}"
    servers = Servers(asked.folder, broker=False)
    with servers:
        for database, legs in ((small, asked.legs // 10), (full, asked.legs)):
            prepare(servers, database, "make_ledger", str(legs // 2), rows=FLOOR_ROWS)
        prepare_face(servers, full)
        with workers(servers, small, full) as running:
            listed = {
                size: measured_pages(servers, worker, asked.only) for size, worker in running.pages.items()
            }
            said = f"{asked.legs:,} legs, growth from {asked.legs // 10:,}"
            text = report(asked, said, listed, running)
        if not asked.only:
            text += "\n\n" + rates(servers, full)
    print(text)
    if asked.write:
        write(ROOT / "docs" / "performance.md", text, "ledger")


def measured_pages(servers: Servers, worker: Worker, only: str) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        found = database.execute(
            "SELECT (SELECT max(number) FROM fund_entry), (SELECT min(donor_id) FROM fund_entry)"
        ).fetchone()
    assert found is not None
    session = signed_in(servers, worker.database, "auditor")
    return [ready(page, worker, session) for page in ledger_pages(*found) if only in page.name]


def rates(servers: Servers, database: str) -> str:
    """What the ledger does in a second, as a table of Markdown."""
    lines = told_by(servers, database, "tests.bench.posting")
    head = [f"Durable commits; load of the machine {os.getloadavg()[0]:.1f} before.", ""]
    return "\n".join([*head, "| what | figure | budget |", "|---|---|---|", *lines])


def arguments() -> argparse.Namespace:
    """How much to measure, and where."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ledger", description=__doc__)
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench" / "ledger"
    parser.add_argument("--legs", type=int, default=int(os.environ.get("LEGS", 500_000)))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=10, help="of each page in each round")
    parser.add_argument("--only", default="", help="pages whose name contains this; no rates")
    parser.add_argument("--folder", type=Path, default=folder)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
