"""A small Fund: people of the ledger, a donor, a project, and postings by the services that people use."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from fund.choices import EntryKind
from fund.models import Currency, Donor, DraftEntry, Entry, Fund, Period, Pledge, Project
from fund.services import composing
from fund.services.composing import Facts, Words
from fund.services.deciding import Posted, approve_draft
from fund.services.documents import record_pledge, sign_agreement
from fund.services.drafting import draft_entry
from fund.services.periods import close_period
from fund.services.reference import load_fund_reference
from network.choices import Role
from network.models import User

from .people import UserFactory


def words(event_on: dt.date | None = None, **more: Any) -> Words:
    """What somebody says about an entry of today, or of another day."""
    said = {"description": "A contribution", "language": "en", "event_on": event_on or timezone.localdate()}
    return Words(**(said | more))


@dataclass
class SmallFund:
    """The Fund with one donor, one project and the three people of the ledger; this year is open."""

    fund: Fund
    usd: Currency
    eur: Currency
    donor: Donor
    project: Project
    officer: User
    approver: User
    auditor: User

    def draft(self, facts: Facts, **more: Any) -> DraftEntry:
        """Drafted and submitted by the officer."""
        return draft_entry(facts=facts, by=self.officer, key=more.pop("key", uuid4()), submit=True, **more)

    def approve(self, draft: DraftEntry, **more: Any) -> Posted:
        """Approved by the approver, as the draft is now."""
        said = {"by": self.approver, "key": uuid4(), "content_hash": bytes(draft.content_hash)} | more
        return approve_draft(draft=draft, **said)

    def post(self, facts: Facts) -> Entry:
        """From nothing to posted."""
        return Entry.objects.get(number=self.approve(self.draft(facts)).number)

    def pledge(self, amount: int = 4_500_000, **more: Any) -> Pledge:
        """The donor announces a contribution in dollars, in a minister's letter."""
        said = {
            "fund": self.fund,
            "donor": self.donor,
            "amount": amount,
            "currency": self.usd,
            "announced_on": Period.objects.first().starts_on,
            "source": "Letter of the minister",
            "by": self.officer,
        }
        return record_pledge(**said | more)

    def receive(self, amount: int = 100_000, **more: Any) -> Entry:
        """A contribution of so many cents."""
        return self.post(self.contribution(amount, **more))

    def contribution(
        self, amount: int = 100_000, event_on: dt.date | None = None, currency: Currency | None = None
    ) -> Facts:
        """What a contribution says."""
        return composing.contribution(
            words(event_on),
            fund=self.fund,
            donor=self.donor,
            currency=currency or self.usd,
            amount=amount,
        )

    def move(self, kind: EntryKind, amount: int, **more: Any) -> Facts:
        """What an allocation, a disbursement, … of the project says."""
        return composing.project_move(
            words(description=str(kind.label)),
            kind=kind,
            project=self.project,
            currency=self.usd,
            amount=amount,
            **more,
        )

    def exchange(self, sold: int, bought: int) -> Facts:
        """Dollars sold for euros."""
        return composing.exchange(
            words(),
            fund=self.fund,
            sold=(self.usd, sold),
            bought=(self.eur, bought),
            rate="0.9200000000",
            rate_source="Example",
            rate_on=timezone.localdate(),
        )


def make_small_fund(everybody: User | None = None) -> SmallFund:
    """The small fund, with the calendar year open; `everybody` may hold all three roles at once."""
    fund = load_fund_reference()
    year = timezone.localdate().year
    Period.objects.get_or_create(starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31))
    donor, _created = Donor.objects.get_or_create(kind="state", state_id="CL", name="Donor A")
    project, _created = Project.objects.get_or_create(
        identifier="VF-2026-01",
        defaults={
            "fund": fund,
            "source_language": "en",
            "title_en": "Data for prevention",
            "summary_en": "Analysts of six states learn together.",
            "state": "active",
            "starts_on": dt.date(2026, 1, 1),
        },
    )
    return SmallFund(
        fund=fund,
        usd=Currency.objects.get(pk="USD"),
        eur=Currency.objects.get(pk="EUR"),
        donor=donor,
        project=project,
        officer=everybody or UserFactory(full_name="Olga Reyes", roles=[Role.FUND_OFFICER]),
        approver=everybody or UserFactory(full_name="Peter Baptiste", roles=[Role.FUND_APPROVER]),
        auditor=everybody or UserFactory(full_name="Ada Silva", roles=[Role.AUDITOR]),
    )


def make_varied(small: SmallFund) -> int:
    """A ledger with every kind of thing in it: two years, a closed period, an agreement, in kind, a reversal.

    Gives the number of entries.
    """
    year = timezone.localdate().year
    before = dt.date(year - 1, 3, 1)
    last = Period.objects.create(starts_on=dt.date(year - 1, 1, 1), ends_on=dt.date(year - 1, 12, 31))
    agreement = sign_agreement(
        fund=small.fund,
        donor=small.donor,
        reference="AG-1",
        amount=1_000_000,
        currency=small.usd,
        signed_on=before,
        language="fr",
        icr_rate=Decimal("0.0700"),
        by=small.officer,
    )
    small.post(
        composing.contribution(
            words(before, description="« Première » \\ tranche\n"),
            fund=small.fund,
            donor=small.donor,
            currency=small.usd,
            amount=500_000,
            agreement=agreement,
        )
    )
    small.receive(100_000, event_on=before)
    close_period(period=last, by=small.approver)
    wrong = small.receive(7_000, event_on=before)
    small.post(composing.reversal(words(description="Wrong amount"), entry=wrong))
    small.post(small.move(EntryKind.ALLOCATION, 60_000))
    small.post(small.move(EntryKind.DISBURSEMENT, 30_000, charge=500))
    small.post(small.exchange(10_000, 9_200))
    small.post(
        composing.in_kind(
            words(description="A specialist for three months"),
            fund=small.fund,
            donor=small.donor,
            currency=small.usd,
            amount=900_000,
            contribution_kind="human_resources",
            valuation="Monthly salary scale of the donor",
        )
    )
    return Entry.objects.count()
