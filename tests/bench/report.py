"""Figures beside their budgets."""

import os
import platform
import statistics
from dataclasses import dataclass
from pathlib import Path

from .pages import Page

GROWTH, KILOBYTES, COMPRESSED = 1.3, 60, 15

Times = list[tuple[float, float]]


@dataclass(frozen=True)
class Figure:
    """What a page costs; milliseconds of processor time, medians over the rounds."""

    page: Page
    web: float
    database: float
    floors: float
    growth: float
    status: int
    queries: int
    size: int
    compressed: int

    @classmethod
    def of(
        cls, page: Page, base: float, small: Times, full: Times, shape: tuple[int, int, int, int]
    ) -> "Figure":
        """Put together what was measured on a tenth and on all of the records."""
        whole = statistics.median(map(sum, full))
        return cls(
            page,
            statistics.median(web for web, _ in full),
            statistics.median(database for _, database in full),
            whole / base,
            statistics.median(sum(more) / sum(less) for less, more in zip(small, full, strict=True)),
            *shape,
        )

    @property
    def faults(self) -> list[str]:
        """Budgets that do not hold."""
        checks = {
            f"status {self.status}": self.status != self.page.status,
            "cost": self.floors > self.page.floors,
            "queries": self.queries > self.page.queries,
            "growth": self.growth > GROWTH,
            "bytes": (self.page.is_html and self.size > KILOBYTES * 1000)
            or self.compressed > COMPRESSED * 1000,
        }
        return [name for name, failed in checks.items() if failed]


def as_table(
    figures: list[Figure], base: float, floor: tuple[int, int, int, int], said: str, memory: float
) -> str:
    """The figures as a table of Markdown."""
    lines = [
        f"{said}; Python {platform.python_version()},"
        f" {platform.machine()}; web worker {memory:.0f} MB; load of the machine {os.getloadavg()[1]:.1f} on"
        f" {os.cpu_count()} processors. Milliseconds are processor time per request,"
        " of a visitor unless said, nothing cached.",
        "",
        "| page | web ms | db ms | × floor (budget) | queries (budget) | KB raw / gzip | growth | holds |",
        "|---|---|---|---|---|---|---|---|",
        f"| **floor** | {base:.1f} in all | | 1 | {floor[1]} "
        f"| {floor[2] / 1000:.0f} / {floor[3] / 1000:.1f} | | |",
    ]
    lines += [
        f"| {one.page.name} | {one.web:.1f} | {one.database:.1f} | {one.floors:.1f} ({one.page.floors:g}) "
        f"| {one.queries} ({one.page.queries}) | {one.size / 1000:.0f} / {one.compressed / 1000:.1f} "
        f"| {one.growth:.2f} | {', '.join(one.faults) or 'yes'} |"
        for one in figures
    ]
    return "\n".join([*lines, *_beside_peers(figures)])


def _beside_peers(figures: list[Figure]) -> list[str]:
    """How many times more the pages cost that people would use instead."""
    compared = [one for one in figures if one.page.peers]
    if not compared:
        return []
    names = [name for name, _floors in compared[0].page.peers]
    head = "".join(f" {name}, × floor | so many times ours |" for name in names)
    lines = ["", f"| page | × floor |{head}", "|---|---|" + "---|---|" * len(names)]
    for one in compared:
        theirs = "".join(f" {floors:g} | {floors / one.floors:.1f} |" for _name, floors in one.page.peers)
        lines.append(f"| {one.page.name} | {one.floors:.1f} |{theirs}")
    return lines


def write(path: Path, table: str, part: str = "figures") -> None:
    """Put the table between the marks of a part of a document."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    path.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")
