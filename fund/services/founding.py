"""The contributions that the sources document: each is posted by people who answer for it, once."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from network.models import MemberState, User

from ..choices import ProjectState
from ..models import Currency, DraftEntry, Entry, Period, Project
from . import composing
from .amounts import to_units
from .composing import Words
from .deciding import approve_draft
from .documents import donor_for, earmark_for
from .drafting import draft_entry
from .reference import load_fund_reference

DATA = Path(__file__).resolve().parents[1] / "data"
PLATFORM = "VF-2015-01"


def read(name: str) -> dict[str, Any]:
    """A file of fund/data."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@transaction.atomic
def load_founding_contributions(*, officer: User, approver: User) -> int:
    """Post the documented contributions that are not there yet; returns how many are new.

    `officer` prepares and `approver` approves: they read the source that the description names.
    """
    load_fund_reference()
    new = 0
    for record in read("fund")["contributions"]:
        key = uuid5(NAMESPACE_URL, f"fund:founding:{record['donor']}:{record['made_on']}")
        if not DraftEntry.objects.filter(idempotency_key=key).exists():
            _post(record, key, officer, approver)
            new += 1
    return new


def _post(record: dict[str, Any], key: Any, officer: User, approver: User) -> Entry:
    made_on = date.fromisoformat(record["made_on"])
    open_years(made_on.year)
    fund = load_fund_reference()
    currency = Currency.objects.get(pk=record["currency"])
    state = MemberState.objects.get(pk=record["donor_state"])
    facts = composing.contribution(
        Words(
            event_on=made_on,
            description=f"{record['note']}. {record['purpose']}. {record['source']}",
            language="en",
            party=record["donor"],
        ),
        fund=fund,
        donor=donor_for(name=record["donor"], name_language="es", state=state),
        currency=currency,
        amount=to_units(Decimal(record["amount"]), currency),
        earmark=earmark_for(project=platform_project()),
    )
    draft = draft_entry(facts=facts, by=officer, key=key, submit=True)
    posted = approve_draft(
        draft=draft, by=approver, content_hash=bytes(draft.content_hash), key=uuid5(key, "approval")
    )
    return Entry.objects.get(number=posted.number)


def open_years(first: int) -> None:
    """Open the calendar years from this one to the present where no period is."""
    for year in range(first, timezone.localdate().year + 1):
        if not Period.objects.containing(date(year, 7, 1)).exists():
            Period.objects.create(starts_on=date(year, 1, 1), ends_on=date(year, 12, 31))


def platform_project() -> Project:
    """The project that the first contribution's purpose names."""
    return make_project(PLATFORM, read("demonstration")["projects"][PLATFORM])


def make_project(identifier: str, record: dict[str, Any]) -> Project:
    """A project of the data files, made when it is missing."""
    starts_on = (
        date.fromisoformat(record["starts"])
        if "starts" in record
        else timezone.localdate() - timedelta(days=record["days_ago"])
    )
    texts = {f"title_{code}": text for code, text in record["title"].items()}
    texts |= {f"summary_{code}": text for code, text in record["summary"].items()}
    project, created = Project.objects.get_or_create(
        identifier=identifier,
        defaults={
            "fund": load_fund_reference(),
            "source_language": record["language"],
            "implementer": record["implementer"],
            "state": ProjectState(record["state"]),
            "starts_on": starts_on,
            "is_demonstration": not record.get("real", False),
            **texts,
        },
    )
    if created:
        project.topics.set(record["topics"])
        project.states.set(record["states"])
    return project
