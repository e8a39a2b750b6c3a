"""From sheets of cells to rows of named values: headings in any language, parts with what they belong to."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..choices import ColumnKind
from ..registry import Column, Layout, Sheet
from .cells import CellError, as_text, choices_by_name, folded, names_of, read_cell
from .workbook import RawSheet, UnreadableError

CODE = "code"
HEADINGS_WITHIN = 5  # rows from the top
LONGEST_CODE = 100


@dataclass
class ReadRow:
    """A row of the main sheet with its parts, as ImportRow keeps it."""

    number: int
    key: str
    title: str
    values: dict[str, Any]
    faults: list[dict[str, Any]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The same values give the same digest; where they stood in the file does not matter."""
        parts = {
            name: [{k: v for k, v in each.items() if k != "line"} for each in rows]
            for name, rows in self.values.get("parts", {}).items()
        }
        text = json.dumps([self.values["main"], parts], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


class Reader:
    """Reads the sheets of one file by a layout, in the language that its texts are written in."""

    def __init__(self, layout: Layout, language: str, most_rows: int) -> None:
        self.layout, self.language, self.most_rows = layout, language, most_rows
        self.unknown: list[str] = []
        self.rows: dict[str, ReadRow] = {}
        self._names: dict[tuple[str, str], dict[str, str]] = {}

    def read(self, sheets: list[RawSheet]) -> list[ReadRow]:
        """All rows. Raises UnreadableError when no sheet is the main one, or there is too much or nothing."""
        main = self._find(self.layout.main, sheets)
        if main is None:
            names = ", ".join(sheet.name for sheet in sheets if sheet.name) or "–"
            raise UnreadableError("sheet", found=names[:300])
        loose: list[ReadRow] = []
        self._read_main(*main, loose)
        left = [sheet for sheet in sheets if sheet is not main[0]]
        for part in self.layout.parts:
            found = self._find(part, [raw for raw in left if self._may_be(raw, part)])
            if found is not None:
                left.remove(found[0])
                self._read_part(part, *found, loose)
        rows = [*self.rows.values(), *loose]
        if not rows:
            raise UnreadableError("empty")
        if len(self.rows) > self.most_rows:
            raise UnreadableError("too_many", most=self.most_rows)
        return sorted(rows, key=lambda row: row.number)

    def _may_be(self, raw: RawSheet, part: Sheet) -> bool:
        """Not one that bears the name of another sheet."""
        others = [sheet for sheet in (self.layout.main, *self.layout.parts) if sheet is not part]
        return folded(raw.name) not in {name for sheet in others for name in names_of(sheet.label)}

    def _find(
        self, sheet: Sheet, sheets: list[RawSheet]
    ) -> tuple[RawSheet, int, dict[int, tuple[Sheet, Column]]] | None:
        """The raw sheet with the headings of a sheet, the place of that row, and which column is which."""
        headings = self._headings(sheet)
        needed = {column.name for column in sheet.columns if column.is_required}
        for raw in sheets:
            for place, (_number, cells) in enumerate(raw.rows[:HEADINGS_WITHIN]):
                texts = [folded(cell) if isinstance(cell, str) else "" for cell in cells]
                found = {at: headings[text] for at, text in enumerate(texts) if text in headings}
                if needed <= {column.name for of, column in found.values() if of is sheet}:
                    if raw.is_cut:
                        raise UnreadableError("too_many", most=self.most_rows)
                    self.unknown += [
                        str(cells[at])[:60] for at, text in enumerate(texts) if text and at not in found
                    ]
                    return raw, place, found
        return None

    def _headings(self, sheet: Sheet) -> dict[str, tuple[Sheet, Column]]:
        """Every name of every column; in the main sheet those of parts, too, behind the sheet's name."""
        found: dict[str, tuple[Sheet, Column]] = {}
        if sheet is self.layout.main:
            for part in self.layout.parts:
                befores = {part.name, *names_of(part.label)}
                for column in part.columns:
                    names = {column.name, *names_of(column.label)}
                    if column.name != CODE:
                        found |= {folded(f"{b}: {name}"): (part, column) for b in befores for name in names}
        for column in sheet.columns:
            for name in (folded(column.name), *names_of(column.label)):
                found[name] = (sheet, column)
        return found

    def _read_main(
        self, raw: RawSheet, place: int, columns: dict[int, tuple[Sheet, Column]], loose: list[ReadRow]
    ) -> None:
        for number, cells in raw.rows[place + 1 :]:
            values, faults = self._values(raw, number, cells, columns)
            main = values.pop(self.layout.main.name, {})
            parts = {name: [each | {"line": number}] for name, each in values.items() if any(each.values())}
            row = self._row(number, main, parts, faults)
            earlier = self.rows.get(row.key)
            if earlier is None:
                self.rows[row.key] = row
            elif parts and _adds_nothing(main, earlier.values["main"]):
                for name, rows in parts.items():
                    earlier.values["parts"].setdefault(name, []).extend(rows)
                earlier.faults += faults
            else:
                row.faults.append(_fault(self.layout.main, number, CODE, "double", main.get(CODE, row.title)))
                loose.append(row)

    def _row(
        self, number: int, main: dict[str, Any], parts: dict[str, Any], faults: list[dict[str, Any]]
    ) -> ReadRow:
        title, code = str(main.get(self.layout.title, "")), str(main.get(CODE, ""))
        if len(code) > LONGEST_CODE:
            faults.append(_fault(self.layout.main, number, CODE, "long"))
            code = code[:LONGEST_CODE]
        key = code or "title:" + hashlib.sha256(folded(title).encode()).hexdigest()[:32]
        return ReadRow(number, key, title[:200], {"main": main, "parts": parts}, faults)

    def _read_part(
        self,
        part: Sheet,
        raw: RawSheet,
        place: int,
        columns: dict[int, tuple[Sheet, Column]],
        loose: list[ReadRow],
    ) -> None:
        for number, cells in raw.rows[place + 1 :]:
            values, faults = self._values(raw, number, cells, columns)
            own = values.get(part.name, {})
            row = self.rows.get(str(own.get(CODE, "")))
            if row is None:
                fault = _fault(part, number, CODE, "orphan", str(own.get(CODE, "")))
                values = {"main": {}, "parts": {part.name: [own | {"line": number}]}}
                loose.append(ReadRow(number, f"line:{part.name}:{number}", "", values, [*faults, fault]))
            else:
                row.values["parts"].setdefault(part.name, []).append(own | {"line": number})
                row.faults += faults

    def _values(
        self, raw: RawSheet, number: int, cells: list[Any], columns: dict[int, tuple[Sheet, Column]]
    ) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
        """The cells of a row by sheet and column, and what cannot be read."""
        values: dict[str, dict[str, Any]] = {}
        faults = [
            _fault(sheet, number, column.name, "merged") for sheet, column in _merged(raw, number, columns)
        ]
        for at, (sheet, column) in columns.items():
            cell = cells[at] if at < len(cells) else None
            try:
                value = read_cell(column, cell, self._choices(sheet, column), self.language)
            except CellError as error:
                faults.append(_fault(sheet, number, column.name, error.code, error.text))
                value = [] if column.kind == ColumnKind.CHOICES else _as_typed(cell)
            values.setdefault(sheet.name, {})[column.name] = value
        return values, faults

    def _choices(self, sheet: Sheet, column: Column) -> dict[str, str]:
        if column.choices is None:
            return {}
        name = (sheet.name, column.name)
        if name not in self._names:
            self._names[name] = choices_by_name(column)
        return self._names[name]


def _adds_nothing(main: dict[str, Any], earlier: dict[str, Any]) -> bool:
    """Whether a further row of the same reference says nothing else of the record itself."""
    return all(not value or value == earlier.get(name) for name, value in main.items())


def _as_typed(cell: Any) -> str:
    try:
        return as_text(cell)[:200]
    except CellError:
        return ""


def _merged(
    raw: RawSheet, number: int, columns: dict[int, tuple[Sheet, Column]]
) -> Iterator[tuple[Sheet, Column]]:
    """Known columns of this line that lie within merged cells."""
    for top, left, bottom, right in raw.merged:
        if top <= number <= bottom:
            yield from (found for at, found in columns.items() if left <= at + 1 <= right)


def _fault(sheet: Sheet, line: int, column: str, code: str, text: str = "") -> dict[str, Any]:
    return {"sheet": sheet.name, "line": line, "column": column, "code": code, "text": text}
