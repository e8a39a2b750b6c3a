"""`python -m tests.bench.training`: courses and their sessions beside the floor."""

import argparse
import os
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, connect, prepare, prepare_face, signed_in
from .measuring import ready, report, workers
from .pages import Page
from .report import write
from .workers import Worker

FLOOR_ROWS = """
INSERT INTO bench_floor_row (title, summary, identifier, state, published_at)
SELECT title, summary, display ->> 'identifier', left(display ->> 'provider', 60), published_at
FROM search_searchrow WHERE is_original AND kind = 'course'
"""
MIDDLE = """
SELECT identifier FROM training_catalogue_course ORDER BY id
OFFSET (SELECT count(*) / 2 FROM training_catalogue_course) LIMIT 1
"""


def training_pages(identifier: str) -> list[Page]:
    """The measured pages; `identifier` is that of a course in the database."""
    courses, sessions = "/es/training/courses/", "/es/training/sessions/"
    return [
        Page("courses", courses, 4),
        Page("courses, one filter (open)", f"{courses}?open=yes", 4),
        Page("courses, several filters", f"{courses}?open=yes&mode=blended&language=es", 8),
        Page("courses on the map", f"{courses}?view=map", 4),
        Page("search in courses: common word", f"{courses}?q=analisis", 8),
        Page("course", f"{courses}{identifier}/", 4),
        Page("sessions of this month", sessions, 8),
        Page("sessions that are coming", f"{sessions}?view=list", 4),
        Page("API: list of 50 courses", "/api/v1/training/courses/", 4, 5),
        Page("signed in: courses", courses, 6, 12, signed_in=True),
    ]


def main() -> None:
    """Make what is missing, measure in shuffled rounds, report."""
    asked = arguments()
    servers = Servers(asked.folder, broker=False, durable=False)
    small, full = name_of(asked.records // 10), name_of(asked.records)
    with servers:
        for records in (asked.records // 10, asked.records):
            fill = ("make_courses", str(records), "--seed", str(asked.seed))
            prepare(servers, name_of(records), *fill, rows=FLOOR_ROWS)
        prepare_face(servers, full)
        with workers(servers, small, full) as running:
            listed = {
                size: measured_pages(servers, worker, asked.only) for size, worker in running.pages.items()
            }
            said = f"{asked.records:,} courses with three sessions each, growth from {asked.records // 10:,}"
            text = report(asked, said, listed, running)
    print(text)
    if asked.write:
        write(ROOT / "docs" / "performance.md", text, "training")


def name_of(records: int) -> str:
    """The database with so many courses."""
    return f"bench_training_{records}"


def measured_pages(servers: Servers, worker: Worker, only: str) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        found = database.execute(MIDDLE).fetchone()
    assert found is not None
    session = signed_in(servers, worker.database)
    return [ready(page, worker, session) for page in training_pages(found[0]) if only in page.name]


def arguments() -> argparse.Namespace:
    """How much to measure, and where."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.training", description=__doc__)
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
