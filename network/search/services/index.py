"""Building the rows of objects."""

from collections.abc import Iterable


def index_objects(kind: str, ids: Iterable[int]) -> None:
    """Rebuild the rows of these objects."""
