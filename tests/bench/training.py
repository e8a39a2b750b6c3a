"""`python -m tests.bench.training`: courses and their sessions beside the floor."""

from network.config.embedded.servers import Servers

from .data import connect
from .pages import Page
from .programme import Programme, run
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


def found(servers: Servers, worker: Worker) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        middle = database.execute(MIDDLE).fetchone()
    assert middle is not None
    return training_pages(middle[0])


TRAINING = Programme(
    name="training",
    unit="records",
    usual=100_000,
    fill=lambda size, seed: ("make_courses", str(size), "--seed", str(seed)),
    said=lambda size: f"{size:,} courses with three sessions each, growth from {size // 10:,}",
    pages=found,
    rows=FLOOR_ROWS,
    prefix="bench_training",
)

if __name__ == "__main__":
    run(TRAINING, __doc__)
