"""`python -m tests.bench`: measure, print, and with --write put the figures into docs/performance.md."""

import argparse
import os
import random
import re
import statistics
from collections import defaultdict
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, connect, name_of, prepare, prepare_face, signed_in
from .pages import Page, pages
from .report import Figure, as_table, write
from .workers import Worker

FLOOR = "tests.bench.floor_settings"
PORTAL = "network.config.settings"


def main() -> None:
    """Make what is missing, measure in shuffled rounds, report."""
    asked = arguments()
    servers = Servers(asked.folder, broker=False, durable=False)
    with servers:
        small, full = asked.records // 10, asked.records
        for records in (small, full):
            prepare(servers, records, asked.seed)
        prepare_face(servers, full)
        workers = {"small": Worker(servers, small, PORTAL), "full": Worker(servers, full, PORTAL)}
        floor = Worker(servers, full, FLOOR)
        try:
            report(asked, servers, workers, floor)
        finally:
            for worker in (*workers.values(), floor):
                worker.stop()


def report(asked: argparse.Namespace, servers: Servers, workers: dict[str, Worker], floor: Worker) -> None:
    """Measure and say what was found."""
    sizes = {"small": asked.records // 10, "full": asked.records}
    listed = {size: measured_pages(servers, sizes[size], workers[size], asked.only) for size in workers}
    times = measure(asked, listed, workers, floor)
    base = statistics.median(sum(pair) for pair in times["floor", ""])
    figures = [
        Figure.of(
            page,
            base,
            times["small", page.name],
            times["full", page.name],
            workers["full"].shape(page.path, **dict(page.headers)),
        )
        for page in listed["full"]
    ]
    floor_shape = floor.shape("/")
    text = as_table(figures, base, floor_shape, asked.records, workers["full"].memory())
    print(text)
    if asked.write:
        write(ROOT / "docs" / "performance.md", text)


def measured_pages(servers: Servers, records: int, worker: Worker, only: str) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, name_of(records)) as database:
        found = database.execute(
            "SELECT identifier FROM practices_practice ORDER BY id OFFSET %s LIMIT 1",
            [records // 2],
        ).fetchone()
    assert found is not None
    following = re.search(rb'href="(\?page=[^"]+)" rel="next"', worker.get("/es/practices/")[1])
    second = "/es/practices/" + (following[1].decode() if following else "")
    listed = [page if page.path else page._replace(path=second) for page in pages(found[0])]
    session = signed_in(servers, records)
    return [ready(page, worker, session) for page in listed if only in page.name]


def ready(page: Page, worker: Worker, session: str) -> Page:
    """The page with the headers that it is asked with."""
    headers = (("Cookie", f"sessionid={session}"),) if page.signed_in else ()
    if page.again:
        headers += (("If-None-Match", worker.tag(page.path)),)
    return page._replace(headers=headers)


def measure(
    asked: argparse.Namespace, listed: dict[str, list[Page]], workers: dict[str, Worker], floor: Worker
) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Milliseconds (web, database) by size and page; every round asks for all and the floor, shuffled.

    A page is asked of both databases one after the other, so that their ratio is of one moment.
    """
    times: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    jobs = [
        [("small", workers["small"], small), ("full", workers["full"], full)]
        for small, full in zip(listed["small"], listed["full"], strict=True)
    ]
    jobs += [[("floor", floor, Page("", "/", 1))]] * 3
    for _size, worker, page in (one for job in jobs for one in job):
        worker.measure(page.path, 3, **dict(page.headers))
    for _ in range(asked.rounds):
        random.shuffle(jobs)
        for job in jobs:
            for size, worker, page in random.sample(job, len(job)):
                spent = worker.measure(page.path, asked.requests, **dict(page.headers))
                times[size, page.name].append(spent)
    return times


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
