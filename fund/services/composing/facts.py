"""What is said about an entry before it is one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from ...choices import EntryKind
from ...models import Account, Agreement, Donor, Entry, Fund, Project

Line = tuple[Account, int]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a person says about an entry, whatever its kind."""

    event_on: date
    description: str
    language: str
    party: str = ""
    evidence: Sequence[dict[str, str]] = ()
    is_demonstration: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts(Words):
    """All that a draft says: the words, the subject and the legs."""

    fund: Fund
    kind: EntryKind
    lines: Sequence[Line]
    donor: Donor | None = None
    agreement: Agreement | None = None
    project: Project | None = None
    valuation: str = ""
    rate: Decimal | None = None
    rate_source: str = ""
    rate_on: date | None = None
    is_memorandum: bool = False
    reverses: Entry | None = field(default=None)


def facts(words: Words, **more: Any) -> Facts:
    """The words with a subject and legs."""
    said = {each.name: getattr(words, each.name) for each in fields(Words)}
    return Facts(**(said | more))
