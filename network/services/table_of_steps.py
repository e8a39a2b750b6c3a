"""What the ways of records have in common: a table of steps, each with a verb and where it leads from."""

from collections.abc import Callable, Iterable
from typing import Any


def came_too_late(table: Iterable[Any], verb: str, state: str, may: Callable[[Any], bool]) -> bool:
    """Whether who cannot take `verb` from `state` could have from elsewhere: then somebody moved the record.

    `may(row)` says whether one of the row's actors is this person.
    """
    rows = [row for row in table if row.verb == verb and row.source]
    return all(row.source != state for row in rows) and any(may(row) for row in rows)
