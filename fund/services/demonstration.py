"""The Fund of the demonstration: Guatemala's contribution as documented, then examples, all marked as such.

Everything is drafted, approved and posted by the services that people use.
"""

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.choices import OrganizationKind, Role
from network.models import MemberState, Organization, Topic, User
from network.services import grant_role

from ..choices import EntryKind
from ..models import Agreement, Currency, Donor, DraftEntry, Earmark, Entry, Fund, Pledge, Project
from . import composing
from .amounts import to_units
from .composing import Facts, Words
from .deciding import approve_draft, return_draft
from .documents import donor_for, earmark_for, record_pledge, sign_agreement
from .drafting import draft_entry
from .founding import load_founding_contributions, make_project, read
from .reference import the_fund

PEOPLE: tuple[tuple[str, str, str, Role], ...] = (
    ("fund.officer@demo.example", "Olga Reyes", "es", Role.FUND_OFFICER),
    ("fund.approver@demo.example", "Peter Baptiste", "en", Role.FUND_APPROVER),
    ("auditor@demo.example", "Ada Silva", "pt", Role.AUDITOR),
)
DONOR_CONTACT = ("donor@demo.example", "Claire Moreau", "fr", Role.DONOR_CONTACT)


@transaction.atomic
def load_demonstration_fund() -> int:
    """Make the Fund of the demonstration; returns how many entries there are. A second time adds nothing."""
    if not settings.DEMO:
        raise RuntimeError("The demonstration's entries exist only where DEMO=1.")
    officer, approver, _auditor = (_person(*person) for person in PEOPLE)
    load_founding_contributions(officer=officer, approver=approver)
    if not DraftEntry.objects.filter(is_demonstration=True).exists():
        Story(officer, approver).tell()
    return Entry.objects.count()


def _person(
    email: str, name: str, language: str, role: Role, organization: Organization | None = None
) -> User:
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, full_name=name, language=language, is_demonstration=True)
        grant_role(user=user, role=role, organization=organization, reason="Demonstration", by=None)
    return user


class Story:
    """The examples of data/demonstration.json, one after the other."""

    def __init__(self, officer: User, approver: User) -> None:
        self.officer, self.approver = officer, approver
        self.data = read("demonstration")
        self.fund: Fund = the_fund()
        self.donors = {name: self._donor(record) for name, record in self.data["donors"].items()}
        self.projects = {name: make_project(name, each) for name, each in self.data["projects"].items()}
        self.agreements: dict[str, Agreement] = {}
        self.pledges: dict[str, Pledge] = {}
        self.last: Entry | None = None
        _person(*DONOR_CONTACT, organization=self.donors["C"].organization)

    def tell(self) -> None:
        """Take each step."""
        for number, step in enumerate(self.data["steps"]):
            match step["op"]:
                case "pledge":
                    self._pledge(step)
                case "agreement":
                    self._agree(step)
                case _:
                    self._enter(step, uuid5(NAMESPACE_URL, f"fund:demonstration:{number}"))

    def _donor(self, record: dict[str, Any]) -> Donor:
        organization = None
        if "organization" in record:
            organization, _created = Organization.objects.get_or_create(
                name=record["organization"],
                defaults={
                    "name_language": record["language"],
                    "kind": OrganizationKind(record["kind"]),
                    "is_verified": True,
                    "is_demonstration": True,
                },
            )
        state = MemberState.objects.get(pk=record["state"]) if "state" in record else None
        return donor_for(
            name=record["name"],
            name_language=record["language"],
            state=state,
            organization=organization,
            is_demonstration=True,
        )

    def _pledge(self, step: dict[str, Any]) -> None:
        currency, amount = self._money(step["currency"], step["amount"])
        self.pledges[step["donor"]] = record_pledge(
            fund=self.fund,
            donor=self.donors[step["donor"]],
            amount=amount,
            currency=currency,
            announced_on=_day(step),
            source=step["source"],
            by=self.officer,
            is_demonstration=True,
        )

    def _agree(self, step: dict[str, Any]) -> None:
        currency, amount = self._money(step["currency"], step["amount"])
        self.agreements[step["as"]] = sign_agreement(
            fund=self.fund,
            donor=self.donors[step["donor"]],
            reference=step["as"],
            amount=amount,
            currency=currency,
            signed_on=_day(step),
            language=step["language"],
            icr_rate=Decimal(step["rate"]),
            icr_exemption=step.get("exemption", ""),
            purpose=step["purpose"],
            earmark=self._earmark(step),
            stipulation=step["stipulation"],
            pledge=self.pledges.get(step["donor"]) if step.get("pledge") else None,
            by=self.officer,
            is_demonstration=True,
        )

    def _enter(self, step: dict[str, Any], key: UUID) -> None:
        said = Words(
            event_on=_day(step),
            description=f"◇ {step['text']}",
            language=step["language"],
            party=step.get("party", ""),
            is_demonstration=True,
        )
        leave = step.get("leave")
        facts = self._facts(step, said)
        draft = draft_entry(facts=facts, by=self.officer, key=key, submit=leave != "draft")
        read_hash = bytes(draft.content_hash)
        if leave == "returned":
            return_draft(draft=draft, by=self.approver, content_hash=read_hash, reason=step["reason"])
        elif leave is None:
            posted = approve_draft(
                draft=draft, by=self.approver, content_hash=read_hash, key=uuid5(key, "approval")
            )
            self.last = Entry.objects.get(number=posted.number)

    def _facts(self, step: dict[str, Any], said: Words) -> Facts:  # noqa: PLR0911 - one per kind
        currency, amount = self._money(step.get("currency", "USD"), step.get("amount", "0"))
        money: dict[str, Any] = {"fund": self.fund, "currency": currency, "amount": amount}
        agreement = self.agreements.get(step.get("agreement", ""))
        match step["op"]:
            case "contribution":
                giver = self.donors[step["donor"]]
                return composing.contribution(said, donor=giver, agreement=agreement, **money)
            case "in_kind":
                return composing.in_kind(
                    said,
                    donor=self.donors[step["donor"]],
                    contribution_kind=step["kind"],
                    valuation=step["valuation"],
                    project=self.projects[step["project"]],
                    **money,
                )
            case "condition_met" if agreement:
                _currency, amount = self._money(agreement.currency_id, step["amount"])
                return composing.condition_met(said, agreement=agreement, amount=amount)
            case "interest":
                return composing.interest(said, **money)
            case "bank_charge":
                return composing.bank_charge(said, **money)
            case "icr_paid":
                return composing.icr_payment(said, **money)
            case "exchange":
                return self._exchange(step, said)
            case "reversal" if self.last:
                return composing.reversal(said, entry=self.last)
        return composing.project_move(
            said,
            kind=EntryKind(step["op"]),
            project=self.projects[step["project"]],
            currency=currency,
            amount=amount,
            earmark=self._earmark(step),
            charge=self._money("USD", step.get("charge", "0"))[1],
        )

    def _exchange(self, step: dict[str, Any], said: Words) -> Facts:
        return composing.exchange(
            said,
            fund=self.fund,
            sold=self._money(*step["sold"]),
            bought=self._money(*step["bought"]),
            rate=Decimal(step["rate"]),
            rate_source=step["source"],
            rate_on=_day(step),
        )

    def _earmark(self, step: dict[str, Any]) -> Earmark | None:
        project: Project | None = self.projects.get(step.get("earmark", ""))
        topic = Topic.objects.get(pk=step["topic"]) if "topic" in step else None
        return earmark_for(project=project, topic=topic)

    def _money(self, code: str, amount: str) -> tuple[Currency, int]:
        currency = Currency.objects.get(pk=code)
        return currency, to_units(Decimal(amount), currency)


def _day(step: dict[str, Any]) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=step["ago"])
