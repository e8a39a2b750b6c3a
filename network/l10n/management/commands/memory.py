"""`manage.py memory export FILE.csv` and `manage.py memory import FILE.csv`."""

from collections.abc import Iterable
from typing import Any

from network.l10n.management.tables import TableCommand
from network.l10n.models import MemorySegment
from network.l10n.services.tables import MEMORY_COLUMNS, import_memory, memory_rows, read_memory


class Command(TableCommand):
    """The translation memory: what may be quoted of it."""

    help = "Export or import the memory as CSV; an import with errors changes nothing."
    columns, read, take_over = MEMORY_COLUMNS, read_memory, import_memory

    def rows(self) -> Iterable[list[Any]]:
        """All segments whose text everyone reads."""
        segments = MemorySegment.objects.usable().order_by("source_language", "target_language", "pk")
        return memory_rows(segments.iterator())
