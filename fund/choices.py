"""Closed lists of the Fund: accounting and aid terms (IATI, IPSAS)."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AccountKind(models.TextChoices):
    """The five elements of accounts, and memorandum accounts that no total of money contains."""

    ASSET = "asset", _("Asset")
    LIABILITY = "liability", _("Liability")
    NET_ASSETS = "net_assets", _("Net assets")
    INCOME = "income", _("Income")
    EXPENSE = "expense", _("Expense")
    MEMORANDUM = "memorandum", _("Memorandum")


class AccountRole(models.TextChoices):
    """What an account is for. There is one account per role, currency and subject (donor, project, …)."""

    CASH = "cash", _("Cash at bank, not set aside")
    SET_ASIDE = "set_aside", _("Cash set aside for a project")
    ADVANCE = "advance", _("Advances to implementers")
    CASH_ICR = "cash_icr", _("Cash kept for indirect cost recovery")
    CONDITIONAL = "conditional", _("Conditional contributions, refundable")
    ICR_DUE = "icr_due", _("Indirect cost recovery due")
    EXCHANGE = "exchange", _("Currency exchange")
    CONTRIBUTION = "contribution", _("Contributions")
    INTEREST = "interest", _("Interest earned")
    EXPENDITURE = "expenditure", _("Expenditure of projects")
    BANK_CHARGE = "bank_charge", _("Bank charges")
    ICR = "icr", _("Indirect cost recovery")
    IN_KIND_RECEIVED = "in_kind_received", _("In-kind contributions, received")
    IN_KIND_USED = "in_kind_used", _("In-kind contributions, put to use")


class Plan(NamedTuple):
    """A line of the chart of accounts: number, kind, and the sign that its balance may not leave.

    `holds` is 1 when the balance (debits less credits) may never fall below zero, -1 when it may never
    rise above it, 0 when both are possible.
    """

    number: str
    kind: AccountKind
    holds: int


CHART: dict[str, Plan] = {
    AccountRole.CASH: Plan("1010", AccountKind.ASSET, 1),
    AccountRole.SET_ASIDE: Plan("1020", AccountKind.ASSET, 1),
    AccountRole.ADVANCE: Plan("1030", AccountKind.ASSET, 1),
    AccountRole.CASH_ICR: Plan("1040", AccountKind.ASSET, 1),
    AccountRole.CONDITIONAL: Plan("2010", AccountKind.LIABILITY, -1),
    AccountRole.ICR_DUE: Plan("2020", AccountKind.LIABILITY, -1),
    AccountRole.EXCHANGE: Plan("3010", AccountKind.NET_ASSETS, 0),
    AccountRole.CONTRIBUTION: Plan("4010", AccountKind.INCOME, -1),
    AccountRole.INTEREST: Plan("4020", AccountKind.INCOME, -1),
    AccountRole.EXPENDITURE: Plan("5010", AccountKind.EXPENSE, 1),
    AccountRole.BANK_CHARGE: Plan("5020", AccountKind.EXPENSE, 1),
    AccountRole.ICR: Plan("5030", AccountKind.EXPENSE, 1),
    AccountRole.IN_KIND_RECEIVED: Plan("9010", AccountKind.MEMORANDUM, -1),
    AccountRole.IN_KIND_USED: Plan("9020", AccountKind.MEMORANDUM, 1),
}

AT_BANK = (AccountRole.CASH, AccountRole.SET_ASIDE, AccountRole.CASH_ICR)  # together: the bank's balance


class EntryKind(models.TextChoices):
    """What an entry records."""

    CONTRIBUTION = "contribution", _("Contribution")
    IN_KIND = "in_kind", _("In-kind contribution")
    CONDITION_MET = "condition_met", _("Condition met")
    ALLOCATION = "allocation", _("Allocation")
    RELEASE = "release", _("Release of an allocation")
    DISBURSEMENT = "disbursement", _("Disbursement")
    SETTLEMENT = "settlement", _("Settlement of an advance")
    EXPENDITURE = "expenditure", _("Expenditure")
    REFUND_RECEIVED = "refund_received", _("Refund from an implementer")
    REFUND_PAID = "refund_paid", _("Refund to a donor")
    INTEREST = "interest", _("Interest")
    BANK_CHARGE = "bank_charge", _("Bank charge")
    ICR_PAID = "icr_paid", _("Indirect cost recovery paid")
    EXCHANGE = "exchange", _("Exchange of currency")
    REVERSAL = "reversal", _("Reversal")


class ContributionKind(models.TextChoices):
    """Kinds of contribution that the Recommendations invite."""

    FINANCIAL = "financial", _("Financial")
    TECHNICAL = "technical", _("Technical")
    HUMAN_RESOURCES = "human_resources", _("Human resources")


IN_KIND = (ContributionKind.TECHNICAL, ContributionKind.HUMAN_RESOURCES)


class Stipulation(models.TextChoices):
    """What the donor demands (IPSAS 23): a condition can oblige to return, a restriction says what for."""

    NONE = "none", pgettext_lazy("stipulation of a donor", "None")
    RESTRICTION = "restriction", _("Restriction: for a stated purpose")
    CONDITION = "condition", _("Condition: to be returned when it is not met")


class EarmarkKind(models.TextChoices):
    """What a contribution is tied to."""

    TOPIC = "topic", _("Topic")
    PROJECT = "project", _("Project")
    STATE = "state", _("Member state")


class DonorKind(models.TextChoices):
    """Who gives."""

    STATE = "state", _("Member state")
    ORGANIZATION = "organization", _("Organization")


class PledgeState(models.TextChoices):
    """Where a pledge stands; none of them counts in totals."""

    ANNOUNCED = "announced", _("Announced")
    AGREED = "agreed", _("Agreement signed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ProjectState(models.TextChoices):
    """Where a project stands, as IATI's list of activity statuses."""

    PLANNED = "planned", _("Planned")
    ACTIVE = "active", _("Under way")
    CLOSED = "closed", pgettext_lazy("period of the books", "Closed")
    CANCELLED = "cancelled", _("Cancelled")


class DraftState(models.TextChoices):
    """How far a draft entry has come."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for approval")
    RETURNED = "returned", pgettext_lazy("draft of an entry", "Returned")
    POSTED = "posted", _("Posted")
    WITHDRAWN = "withdrawn", pgettext_lazy("draft of an entry", "Withdrawn")


EDITABLE = (DraftState.DRAFT, DraftState.RETURNED)


class Step(models.TextChoices):
    """What people did with a draft after writing it down; the posting itself is the entry's."""

    SUBMITTED = "submitted", pgettext_lazy("draft of an entry", "Submitted")
    TAKEN_BACK = "taken_back", _("Taken back")
    RETURNED = "returned", pgettext_lazy("draft of an entry", "Returned")
    WITHDRAWN = "withdrawn", pgettext_lazy("draft of an entry", "Withdrawn")


class PeriodState(models.TextChoices):
    """Whether entries may be booked in a period."""

    OPEN = "open", pgettext_lazy("period of the books", "Open")
    CLOSED = "closed", pgettext_lazy("period of the books", "Closed")


class LineState(models.TextChoices):
    """What became of a line of a bank statement."""

    OPEN = "open", _("Not matched")
    MATCHED = "matched", _("Matched with an entry")
    SET_ASIDE = "set_aside", _("Set aside with a reason")
