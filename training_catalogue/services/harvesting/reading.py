"""What an address answered, as rows of an import."""

import json
import re
from typing import Any

from network.imports.choices import ColumnKind
from network.imports.registry import find
from network.imports.services.cells import choices_by_name
from network.imports.services.rows import Reader, ReadRow
from network.imports.services.workbook import RawSheet, UnreadableError, read_csv
from network.services.outgoing import Fetched

from ...choices.harvesting import HarvestFault
from ...models.harvesting import HarvestSource
from ..importing import KIND
from .json_ld import blocks_of_page, courses_in, sheets_of

MOST_ROWS = 20_000
ZONE = "time_zone"
LIKE_A_PAGE = re.compile(r"\s*(<!doctype|<html|<head|<\?xml|<!--)", re.IGNORECASE)


class HarvestError(Exception):
    """The answer holds no courses; `fault` says why."""

    def __init__(self, fault: str, detail: str = "") -> None:
        self.fault, self.detail = fault, detail
        super().__init__(fault)


def rows_of(source: HarvestSource, answer: Fetched) -> list[ReadRow]:
    """The rows of an answer, with what people said about what it leaves out. Raises HarvestError."""
    layout = find(KIND).layout()
    reader = Reader(layout, source.language, MOST_ROWS)
    try:
        rows = reader.read(_sheets(source, answer))
    except UnreadableError as error:
        code = error.fault["code"]
        raise HarvestError(code if code in HarvestFault.values else HarvestFault.GARBAGE) from error
    for row in rows:
        _complete(row, source.defaults, layout)
    return rows


def _sheets(source: HarvestSource, answer: Fetched) -> list[RawSheet]:
    if not answer.body.strip():
        raise HarvestError(HarvestFault.EMPTY)
    text = _decoded(answer)
    start = text.lstrip("\ufeff \t\r\n")[:1]
    is_page = "html" in answer.media_type or bool(LIKE_A_PAGE.match(text))
    if start in "[{" and not is_page:
        return _of_json(source, _json(text), is_page=False)
    if is_page:
        return _of_json(source, blocks_of_page(text), is_page=True)
    if "json" in answer.media_type or "\n" not in text.strip():
        raise HarvestError(HarvestFault.GARBAGE)
    return read_csv(text.encode(), MOST_ROWS)


def _decoded(answer: Fetched) -> str:
    try:
        return answer.body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if answer.encoding and answer.encoding.lower() not in ("utf-8", "utf8"):
            try:
                return answer.body.decode(answer.encoding)
            except (UnicodeDecodeError, LookupError):
                pass
        raise HarvestError(HarvestFault.ENCODING) from error


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HarvestError(HarvestFault.GARBAGE, str(error)[:200]) from error


def _of_json(source: HarvestSource, data: Any, *, is_page: bool) -> list[RawSheet]:
    courses = list(courses_in(data))
    if not courses:
        raise HarvestError(HarvestFault.PAGE if is_page else HarvestFault.EMPTY)
    if len(courses) > MOST_ROWS:
        raise HarvestError(HarvestFault.MANY)
    column = find(KIND).layout().main.column("topics")
    topics = choices_by_name(column) if column else {}
    return sheets_of(courses, topics=topics, zone=source.defaults.get(ZONE, "UTC"))


def _complete(row: ReadRow, defaults: dict[str, Any], layout: Any) -> None:
    """Put what the source's people said where the list says nothing."""
    for name, value in defaults.items():
        column = layout.main.column(name)
        if column is not None and value and not row.values["main"].get(name):
            row.values["main"][name] = list(value) if column.kind == ColumnKind.CHOICES else value
    for part in row.values["parts"].get("sessions", []):
        if not part.get(ZONE):
            part[ZONE] = defaults.get(ZONE, "UTC")
