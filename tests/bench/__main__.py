"""`python -m tests.bench`: measure, print, and with --write put the figures into docs/performance.md."""

import re

from network.config.embedded.servers import Servers

from .data import connect
from .pages import Page, pages
from .programme import Programme, run
from .workers import Worker

MIDDLE = """
SELECT identifier FROM practices_practice ORDER BY id
OFFSET (SELECT count(*) / 2 FROM practices_practice) LIMIT 1
"""


def found(servers: Servers, worker: Worker) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        middle = database.execute(MIDDLE).fetchone()
    assert middle is not None
    following = re.search(rb'href="(\?page=[^"]+)" rel="next"', worker.get("/es/practices/")[1])
    second = "/es/practices/" + (following[1].decode() if following else "")
    return [page if page.path else page._replace(path=second) for page in pages(middle[0])]


PRACTICES = Programme(
    name="",
    unit="records",
    usual=100_000,
    fill=lambda size, seed: ("make_practices", str(size), "--seed", str(seed)),
    said=lambda size: f"{size:,} practices, growth from {size // 10:,}",
    pages=found,
)

if __name__ == "__main__":
    run(PRACTICES, __doc__)
