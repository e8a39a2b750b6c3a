"""`python -m tests.bench.ledger`: the Fund's pages beside the floor, and what the ledger does in a second."""

import os

from network.config.embedded.servers import Servers

from .data import connect, told_by
from .pages import Page
from .programme import Programme, run
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


def found(servers: Servers, worker: Worker) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        ends = database.execute(
            "SELECT (SELECT max(number) FROM fund_entry), (SELECT min(donor_id) FROM fund_entry)"
        ).fetchone()
    assert ends is not None
    return ledger_pages(*ends)


def rates(servers: Servers, database: str) -> str:
    """What the ledger does in a second, as a table of Markdown."""
    lines = told_by(servers, database, "tests.bench.posting")
    head = [f"Durable commits; load of the machine {os.getloadavg()[0]:.1f} before.", ""]
    return "\n".join([*head, "| what | figure | budget |", "|---|---|---|", *lines])


LEDGER = Programme(
    name="ledger",
    unit="legs",
    usual=500_000,
    fill=lambda size, _seed: ("make_ledger", str(size // 2)),
    said=lambda size: f"{size:,} legs, growth from {size // 10:,}",
    pages=found,
    role="auditor",
    rows=FLOOR_ROWS,
    folder="bench/ledger",
    prefix="ledger",
    durable=True,  # it writes to disk as it does for people
    besides=rates,
)

if __name__ == "__main__":
    run(LEDGER, __doc__)
