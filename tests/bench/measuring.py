"""Measuring pages of two databases and a floor in one interleaved run."""

import argparse
import random
import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from network.config.embedded.servers import Servers

from .pages import Page
from .report import Figure, as_table
from .workers import Worker

FLOOR = "tests.bench.floor_settings"
PORTAL = "network.config.settings"


class Running(NamedTuple):
    """Workers by size of their database, and the floor's."""

    pages: dict[str, Worker]
    floor: Worker


@contextmanager
def workers(servers: Servers, small: str, full: str) -> Iterator[Running]:
    """A worker on each of the two databases, and the floor on the full one."""
    with ExitStack() as stack:

        def started(database: str, settings: str) -> Worker:
            worker = Worker(servers, database, settings)
            stack.callback(worker.stop)
            return worker

        yield Running({"small": started(small, PORTAL), "full": started(full, PORTAL)}, started(full, FLOOR))


def report(asked: argparse.Namespace, said: str, listed: dict[str, list[Page]], running: Running) -> str:
    """Measure, and give the table of figures."""
    times = measure(asked, listed, running.pages, running.floor)
    base = statistics.median(sum(pair) for pair in times["floor", ""])
    figures = [
        Figure.of(
            page,
            base,
            times["small", page.name],
            times["full", page.name],
            running.pages["full"].shape(page.path, **dict(page.headers)),
        )
        for page in listed["full"]
    ]
    return as_table(figures, base, running.floor.shape("/"), said, running.pages["full"].memory())


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
