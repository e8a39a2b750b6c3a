"""All of the ledger as one ZIP, written while it is sent, as it stood at one moment.

Each table is a query of sql/export/ that the database copies out as CSV; nothing is gathered in memory. In
those queries `defused(column)` is a text that no spreadsheet takes for a formula.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.models import User
from network.ui.zipping import zipped

from ...models import LedgerHead
from ..showing.canonical import SCRIPT
from ..showing.chain import links
from ..verifying import SQL

logger = logging.getLogger(__name__)
PART = 10_000  # entries in one file of the chain
DEFUSED = r"regexp_replace(\1, '^([=+@\t\r\n''-])', '''\\1')"
#: Files of the ZIP in their order, with what each holds.
TABLES: dict[str, Promise] = {
    "entries": gettext_lazy("posted entries: who prepared and approved them, hash, and hash before"),
    "legs": gettext_lazy("lines of entries: debits positive, credits negative"),
    "accounts": gettext_lazy("accounts with their bounds and what they hold now"),
    "turnovers": gettext_lazy("debits and credits per account, year and kind of entry"),
    "periods": gettext_lazy("periods: who closed them and when, who certified them"),
    "snapshots": gettext_lazy("what accounts held at the end of closed periods"),
    "drafts": gettext_lazy("drafts in every state: who prepared, who decided, when and why"),
    "attachments": gettext_lazy("files beside drafts: name, size, SHA-256"),
    "donors": gettext_lazy("donors"),
    "pledges": gettext_lazy("pledges in every state"),
    "agreements": gettext_lazy("agreements with their rate of indirect cost recovery or why there is none"),
    "projects": gettext_lazy("projects"),
    "bank_files": gettext_lazy("statements of the bank that were read in"),
    "bank_lines": gettext_lazy("their lines: the entry that each is, or why it was set aside"),
}


def whole_ledger(*, by: User) -> Iterator[bytes]:
    """The ZIP in pieces. The caller has made sure that the person may have it."""
    with transaction.atomic():
        if len(connection.savepoint_ids) == 0:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        head = LedgerHead.objects.get()
        logger.info("The whole ledger up to entry %s is exported by user %s", head.number, by.pk)
        yield from zipped(_files(head))


def _files(head: LedgerHead) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "README.txt", [_readme(head).encode()]
    for name in TABLES:
        yield f"{name}.csv", _table(name)
    yield "verify.py", [SCRIPT.encode()]
    for first in range(1, head.number + 1, PART):
        last = min(first + PART - 1, head.number)
        yield f"chain/{first:010}.json", _chain(first, last)


def _readme(head: LedgerHead) -> str:
    return "\n".join(
        [
            _("The ledger of the Voluntary Fund, as it stood at %(moment)s")
            % {"moment": timezone.now().isoformat(timespec="seconds")},
            _("Head: entry %(number)s, %(hash)s") % {"number": head.number, "hash": head.fingerprint},
            "",
            *(f"{name}.csv: {about}" for name, about in TABLES.items()),
            _("chain/: every entry as the text that its hash is made of"),
            _("To recompute the chain: %(command)s") % {"command": "python3 verify.py chain/*.json"},
            "",
        ]
    )


def _table(name: str) -> Iterator[bytes]:
    """A table as CSV in UTF-8, marked so for spreadsheets."""
    query = re.sub(r"defused\(([\w.]+)\)", DEFUSED, (SQL / "export" / f"{name}.sql").read_text("utf-8"))
    yield b"\xef\xbb\xbf"
    with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)") as rows:
        for piece in rows:
            yield bytes(piece)


def _chain(first: int, last: int, step: int = 1_000) -> Iterator[bytes]:
    """Entries as JSON, in the form of the public download."""
    yield b'{"entries":['
    for start in range(first, last + 1, step):
        found = links(list(range(start, min(start + step, last + 1))))
        said = [json.dumps({"hash": link.kept, "canonical": link.text}, ensure_ascii=False) for link in found]
        yield (b"," if start > first else b"") + ",\n".join(said).encode()
    yield b"]}\n"
