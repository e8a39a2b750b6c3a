"""`python -m tests.bench`: measure, print, and with --write put the figures into docs/performance.md."""

import argparse
import os
import re
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, connect, name_of, prepare, prepare_face, signed_in
from .measuring import ready, report, workers
from .pages import Page, pages
from .report import write
from .workers import Worker


def main() -> None:
    """Make what is missing, measure in shuffled rounds, report."""
    asked = arguments()
    servers = Servers(asked.folder, broker=False, durable=False)
    small, full = name_of(asked.records // 10), name_of(asked.records)
    with servers:
        for records in (asked.records // 10, asked.records):
            prepare(servers, name_of(records), "make_practices", str(records), "--seed", str(asked.seed))
        prepare_face(servers, full)
        with workers(servers, small, full) as running:
            listed = {
                size: measured_pages(servers, worker, asked.only) for size, worker in running.pages.items()
            }
            said = f"{asked.records:,} practices, growth from {asked.records // 10:,}"
            text = report(asked, said, listed, running)
    print(text)
    if asked.write:
        write(ROOT / "docs" / "performance.md", text)


def measured_pages(servers: Servers, worker: Worker, only: str) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        found = database.execute(
            "SELECT identifier FROM practices_practice ORDER BY id"
            " OFFSET (SELECT count(*) / 2 FROM practices_practice) LIMIT 1"
        ).fetchone()
    assert found is not None
    following = re.search(rb'href="(\?page=[^"]+)" rel="next"', worker.get("/es/practices/")[1])
    second = "/es/practices/" + (following[1].decode() if following else "")
    listed = [page if page.path else page._replace(path=second) for page in pages(found[0])]
    session = signed_in(servers, worker.database)
    return [ready(page, worker, session) for page in listed if only in page.name]


def arguments() -> argparse.Namespace:
    """How much to measure, and where."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench"
    parser.add_argument("--records", type=int, default=int(os.environ.get("RECORDS", 100_000)))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=10, help="of each page in each round")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--folder", type=Path, default=folder)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
