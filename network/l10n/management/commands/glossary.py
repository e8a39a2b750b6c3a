"""`manage.py glossary export FILE.csv` and `manage.py glossary import FILE.csv`."""

from collections.abc import Iterable
from typing import Any

from network.l10n.management.tables import TableCommand
from network.l10n.models import GlossaryTerm
from network.l10n.services.tables import GLOSSARY_COLUMNS, glossary_rows, import_glossary, read_glossary


class Command(TableCommand):
    """The glossary."""

    help = "Export or import the glossary as CSV; an import with errors changes nothing."
    columns, read, take_over = GLOSSARY_COLUMNS, read_glossary, import_glossary

    def rows(self) -> Iterable[list[Any]]:
        """All terms."""
        return glossary_rows(GlossaryTerm.objects.order_by("key").iterator())
