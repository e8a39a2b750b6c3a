"""What programmes that measure pages have in common: make the data, measure in shuffled rounds, report."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from network.config.embedded.servers import Servers

from .data import FLOOR_ROWS, ROOT, prepare, prepare_face, signed_in
from .measuring import ready, report, workers
from .pages import Page
from .report import write
from .workers import Worker


def nothing_more(servers: Servers, database: str) -> str:
    """No figures besides those of pages."""
    return ""


class Programme(NamedTuple):
    """One programme. `unit` names what there is so much of: an option, and part of the database's name.

    `fill` gives the command that makes so many; `said` the words for them; `pages` those of a worker's
    database, by a connection's questions; `role` who signs in; `besides` what else is measured, as Markdown.
    """

    name: str
    unit: str
    usual: int
    fill: Callable[[int, int], tuple[str, ...]]
    said: Callable[[int], str]
    pages: Callable[[Servers, Worker], list[Page]]
    role: str = ""
    rows: str = FLOOR_ROWS
    folder: str = "bench"
    prefix: str = "bench"
    durable: bool = False
    besides: Callable[[Servers, str], str] = nothing_more


def run(programme: Programme, about: str | None) -> None:
    """Make what is missing, measure, print, and with --write put the figures into docs/performance.md."""
    asked = _arguments(programme, about)
    most: int = getattr(asked, programme.unit)
    small, full = (f"{programme.prefix}_{size}" for size in (most // 10, most))
    servers = Servers(asked.folder, broker=False, durable=programme.durable)
    with servers:
        for database, size in ((small, most // 10), (full, most)):
            prepare(servers, database, *programme.fill(size, asked.seed), rows=programme.rows)
        prepare_face(servers, full)
        with workers(servers, small, full) as running:
            listed = {
                size: _ready_pages(programme, servers, worker, asked.only)
                for size, worker in running.pages.items()
            }
            text = report(asked, programme.said(most), listed, running)
        more = "" if asked.only else programme.besides(servers, full)
    text += f"\n\n{more}" if more else ""
    print(text)
    if asked.write:
        write(ROOT / "docs" / "performance.md", text, *([programme.name] if programme.name else []))


def _ready_pages(programme: Programme, servers: Servers, worker: Worker, only: str) -> list[Page]:
    session = signed_in(servers, worker.database, *([programme.role] if programme.role else []))
    return [ready(page, worker, session) for page in programme.pages(servers, worker) if only in page.name]


def _arguments(programme: Programme, about: str | None) -> argparse.Namespace:
    """How much to measure, and where."""
    name = ".".join(part for part in ("tests.bench", programme.name) if part)
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=about)
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / programme.folder
    usual = int(os.environ.get(programme.unit.upper(), programme.usual))
    parser.add_argument(f"--{programme.unit}", type=int, default=usual)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=10, help="of each page in each round")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="pages whose name contains this, and nothing else")
    parser.add_argument("--folder", type=Path, default=folder)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    return parser.parse_args()
