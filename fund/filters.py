"""What a reader asks of the list of entries; every state of it is an address."""

from typing import Any, cast
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, Subquery
from django.http import QueryDict

from .choices import EntryKind
from .models import Account, Entry, Leg, Project
from .services.showing.figures import roles_of
from .services.showing.lines import for_rows

PAGE = 25
LARGEST = 2**63 - 1
NAMES = ("kind", "donor", "project", "year", "of", "currency")


def whole(value: str | None, most: int = LARGEST) -> int | None:
    """A whole number from 1 on; None for anything else."""
    if value and value.isascii() and value.isdigit() and len(value) < 20 and 0 < int(value) <= most:
        return int(value)
    return None


class EntryFilter:
    """Kind (with reversals of that kind), donor, project, year, figure or kind of account, currency.

    What is not understood is ignored. Pages go by number: `before` is the older part, `after` the newer.
    """

    def __init__(self, asked: QueryDict) -> None:
        self.kind = asked.get("kind", "") if asked.get("kind") in EntryKind.values else ""
        self.donor = whole(asked.get("donor"))
        self.project = asked.get("project", "").replace("\x00", "")[:20]
        self.year = whole(asked.get("year"), 9998)
        self.of = asked.get("of", "") if roles_of(asked.get("of", "")) else ""
        code = asked.get("currency", "")
        self.currency = code if len(code) == 3 and code.isascii() and code.isupper() else ""
        self.before, self.after = whole(asked.get("before")), whole(asked.get("after"))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, name) for name in NAMES)

    def found(self) -> QuerySet[Entry]:
        """Entries that fit, whatever the page."""
        found = Entry.objects.all()
        if self.kind:
            found = found.filter(Q(kind=self.kind) | Q(number__in=self._reversals()))
        if self.donor:
            found = found.of_donor(self.donor)
        if self.project:
            project = Project.objects.filter(identifier=self.project).values("pk")[:1]
            found = found.filter(project=Subquery(project))
        if self.year:
            found = found.booked_in(self.year)
        if self.of or self.currency:
            found = found.filter(number__in=self._legs().values("entry"))
        return cast("QuerySet[Entry]", found)

    def _reversals(self) -> list[int]:
        """Numbers of reversals of that kind: few, and asked for first, so that an index finds the rest."""
        reversals = Entry.objects.filter(kind=EntryKind.REVERSAL, reverses__kind=self.kind)
        return list(reversals.order_by().values_list("number", flat=True))

    def _legs(self) -> Any:
        """Legs on the accounts that are meant, by key: so the database knows how rare they are."""
        accounts = Account.objects.all()
        if self.of:
            accounts = accounts.filter(role__in=roles_of(self.of))
        if self.currency:
            accounts = accounts.filter(currency=self.currency)
        return Leg.objects.filter(account__in=list(accounts.values_list("pk", flat=True)))

    def page(self) -> tuple[list[Entry], str, str]:
        """Entries of the page, newest first, with the addresses of the newer and the older part."""
        rows, newer, older = self.part(for_rows(self.found()))
        return (
            rows,
            self.query(after=newer) if newer else "",
            self.query(before=older) if older else "",
        )

    def part(self, found: Any, size: int = PAGE) -> tuple[list[Entry], int | None, int | None]:
        """`size` entries, newest first; the number after which newer, and before which older ones come."""
        if self.after:
            rows = list(found.filter(number__gt=self.after).order_by("number")[: size + 1])
            more, rows = len(rows) > size, rows[:size][::-1]
            newer, older = more, bool(rows)
        else:
            rows = list(found.before(self.before)[: size + 1])
            older, rows = len(rows) > size, rows[:size]
            newer = self.before is not None and bool(rows)
        return rows, rows[0].number if newer else None, rows[-1].number if older else None

    def query(self, **more: Any) -> str:
        """The filter as a query, with further values; without a page unless one is given."""
        pairs = {name: getattr(self, name) for name in NAMES} | more
        return "?" + urlencode({name: value for name, value in pairs.items() if value})
