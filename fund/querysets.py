"""Selections of the Fund. Totals come from maintained balances and turnovers, never from the leg table."""

import datetime as dt
from typing import Any, Self

from django.apps import apps
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from network.choices import Role

from .choices import AT_BANK, AccountRole, DraftState, EntryKind, LineState, PeriodState, PledgeState

AT_THE_DESK = (Role.FUND_OFFICER, Role.FUND_APPROVER, Role.AUDITOR)
DEBIT, CREDIT = Sum("amount", default=0), -Sum("amount", default=0)


class PeriodQuerySet(QuerySet):
    """Selections of periods."""

    def open(self) -> Self:
        """Those that entries may be booked in, oldest first."""
        return self.filter(state=PeriodState.OPEN).order_by("starts_on")

    def containing(self, day: dt.date) -> Self:
        """The period of a day: one or none."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class DonorQuerySet(QuerySet):
    """Selections of donors; that somebody gave is public, the statement is not."""

    def with_statement_for(self, user: Any) -> Self:
        """Donors whose statement a person may read: donor contacts and focal points theirs, the desk all."""
        if user.is_anonymous:
            return self.none()
        if user.has_role(*AT_THE_DESK):
            return self
        contacts = [grant for grant in user.grants if grant.role == Role.DONOR_CONTACT]
        states = {grant.state_id for grant in contacts if grant.state_id} | user.states(Role.FOCAL_POINT)
        organizations = {grant.organization_id for grant in contacts if grant.organization_id}
        return self.filter(Q(kind="state", state__in=states) | Q(organization__in=organizations))


class PledgeQuerySet(QuerySet):
    """Selections of pledges."""

    def outstanding(self) -> Self:
        """Announced and neither withdrawn nor turned into an agreement."""
        return self.filter(state=PledgeState.ANNOUNCED)

    def by_donor(self, currency: str) -> dict[int, int]:
        """Smallest units announced and outstanding, by donor."""
        rows = self.outstanding().filter(currency=currency, kind="financial").order_by().values("donor")
        return {row["donor"]: row["total"] for row in rows.annotate(total=Sum("amount"))}


class AgreementQuerySet(QuerySet):
    """Selections of agreements."""

    def with_received(self) -> Self:
        """`received`: smallest units that came in under the agreement, conditional ones included."""
        Account = apps.get_model("fund", "Account")  # models import this module

        came = (
            Account.objects.filter(
                agreement=OuterRef("pk"),
                role__in=[AccountRole.CONTRIBUTION, AccountRole.CONDITIONAL, AccountRole.IN_KIND_RECEIVED],
            )
            .order_by()
            .values("agreement")
            .annotate(total=-Sum("balance__amount"))
            .values("total")
        )
        return self.annotate(received=Coalesce(Subquery(came), 0))


class ProjectQuerySet(QuerySet):
    """Selections of projects; all are public."""

    def for_list(self) -> Self:
        """With what a list shows, in a constant number of queries."""
        return self.prefetch_related("states", "topics")


class AccountQuerySet(QuerySet):
    """Selections of accounts."""

    def of_money(self, currency: str) -> Self:
        """Accounts of one currency; memorandum accounts are none of money."""
        return self.filter(currency=currency).exclude(kind="memorandum")


class BalanceQuerySet(QuerySet):
    """Sums over balances: as many rows as there are accounts, however many legs there are."""

    def in_currency(self, currency: str) -> Self:
        """Balances of one currency."""
        return self.filter(account__currency=currency)

    def of_roles(self, *roles: AccountRole) -> Self:
        """Balances of accounts with one of these roles."""
        return self.filter(account__role__in=roles)

    def total(self) -> int:
        """Debits less credits, in smallest units."""
        return self.aggregate(total=DEBIT)["total"]

    def at_bank(self, currency: str) -> int:
        """What the bank holds in a currency according to the ledger."""
        return self.in_currency(currency).of_roles(*AT_BANK).total()

    def by_role(self, currency: str) -> dict[str, int]:
        """Debits less credits of each role in a currency."""
        rows = self.in_currency(currency).order_by().values("account__role").annotate(total=DEBIT)
        return {row["account__role"]: row["total"] for row in rows}

    def received_by_donor(self, currency: str) -> dict[int, int]:
        """What each donor gave in money, refunds taken off, in smallest units."""
        rows = (
            self.in_currency(currency)
            .of_roles(AccountRole.CONTRIBUTION, AccountRole.CONDITIONAL)
            .order_by()
            .values("account__donor")
            .annotate(total=CREDIT)
        )
        return {row["account__donor"]: row["total"] for row in rows}

    def by_project(self, currency: str) -> dict[int, dict[str, int]]:
        """Per project and role: set aside now, advanced now, spent, in smallest units."""
        rows = (
            self.in_currency(currency)
            .filter(account__project__isnull=False)
            .order_by()
            .values("account__project", "account__role")
            .annotate(total=DEBIT)
        )
        found: dict[int, dict[str, int]] = {}
        for row in rows:
            found.setdefault(row["account__project"], {})[row["account__role"]] = row["total"]
        return found

    def in_kind_by_donor(self) -> list[dict[str, Any]]:
        """Memorandum: stated value of what each donor gave in kind, per currency and kind."""
        return list(
            self.of_roles(AccountRole.IN_KIND_RECEIVED)
            .order_by("account__donor", "account__currency")
            .values(
                donor=F("account__donor"),
                currency=F("account__currency"),
                kind=F("account__contribution_kind"),
            )
            .annotate(total=CREDIT)
        )


class TurnoverQuerySet(QuerySet):
    """Sums over turnovers: a row per account, year and kind of entry."""

    def in_currency(self, currency: str) -> Self:
        """Turnovers of one currency."""
        return self.filter(account__currency=currency)

    def of_roles(self, *roles: AccountRole) -> Self:
        """Turnovers of accounts with one of these roles."""
        return self.filter(account__role__in=roles)

    def by(self, *names: str) -> list[dict[str, Any]]:
        """Net debits (`total`) and number of legs, grouped by "year", "kind" or "account__<column>"."""
        return list(
            self.order_by(*names)
            .values(*names)
            .annotate(total=Sum("debit") - Sum("credit"), legs=Sum("leg_count"))
        )


class DraftQuerySet(QuerySet):
    """Selections of drafts; `visible_to` is the only door to them."""

    def visible_to(self, user: Any) -> Self:
        """All for fund officers, approvers and auditors; nothing for others."""
        if user.is_anonymous or not user.has_role(*AT_THE_DESK):
            return self.none()
        return self

    def waiting(self) -> Self:
        """Submitted and not decided on, oldest first."""
        return self.filter(state=DraftState.SUBMITTED).order_by("prepared_at", "id")

    def approvable_by(self, user: Any) -> Self:
        """Waiting ones that this approver did not prepare."""
        if user.is_anonymous or not user.has_role(Role.FUND_APPROVER):
            return self.none()
        return self.waiting().exclude(prepared_by=user)

    def in_hands_of(self, user: Any) -> Self:
        """Drafts and returned ones that the person prepared."""
        if user.is_anonymous:
            return self.none()
        return self.filter(prepared_by=user, state__in=[DraftState.DRAFT, DraftState.RETURNED])


class AttachmentQuerySet(QuerySet):
    """Selections of files beside drafts."""

    def visible_to(self, user: Any) -> Self:
        """As the drafts that they belong to."""
        if user.is_anonymous or not user.has_role(*AT_THE_DESK):
            return self.none()
        return self


class EntryQuerySet(QuerySet):
    """Selections of posted entries; all are public."""

    def for_list(self) -> Self:
        """With what a list shows, newest first, in a constant number of queries."""
        return self.select_related("donor", "project", "reverses", "reversed_by").prefetch_related(
            "legs__account__currency"
        )

    def before(self, number: int | None) -> Self:
        """The page after the one that ended with this number."""
        return self if number is None else self.filter(number__lt=number)

    def of_account(self, account_id: int) -> Self:
        """Entries with a leg on the account."""
        Leg = apps.get_model("fund", "Leg")  # models import this module

        return self.filter(number__in=Leg.objects.filter(account=account_id).values("entry_id"))

    def of_donor(self, donor_id: int) -> Self:
        """Entries that a donor's statement shows."""
        return self.filter(donor=donor_id)

    def of_contributions(self) -> Self:
        """What donors gave in money or in kind, what went back to them, and reversals of these."""
        kinds = [EntryKind.CONTRIBUTION, EntryKind.IN_KIND, EntryKind.REFUND_PAID]
        return self.filter(Q(kind__in=kinds) | Q(reverses__kind__in=kinds))

    def of_project(self, project_id: int) -> Self:
        """Entries that a project's page shows."""
        return self.filter(project=project_id)

    def booked_in(self, year: int) -> Self:
        """Entries that count in a calendar year."""
        return self.filter(booked_on__gte=dt.date(year, 1, 1), booked_on__lte=dt.date(year, 12, 31))


class LegQuerySet(QuerySet):
    """Selections of legs."""

    def on(self, account_id: int, *, after: dt.date | None, until: dt.date) -> Self:
        """Legs of an account booked after a day (not included) until another (included)."""
        found = self.filter(account=account_id, booked_on__lte=until)
        return found if after is None else found.filter(booked_on__gt=after)


class BankLineQuerySet(QuerySet):
    """Selections of lines of bank statements; `visible_to` is the only door to them."""

    def visible_to(self, user: Any) -> Self:
        """All for fund officers, approvers and auditors; nothing for others."""
        if user.is_anonymous or not user.has_role(*AT_THE_DESK):
            return self.none()
        return self

    def unmatched(self) -> Self:
        """Lines that nobody has decided on."""
        return self.filter(state=LineState.OPEN)
