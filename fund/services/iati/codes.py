"""Codes of IATI's lists that the Fund uses, and which accounts make which type of transaction.

Each posted amount stands once in the file: what comes in and the Fund's own costs at the Fund, what is set
aside and paid for a project at the project. So the sums of the types are the figures of the public page.
"""

from decimal import Decimal

from ...choices import AccountRole, DonorKind, EntryKind, ProjectState

VERSION = "2.03"
PLEDGE, AGREEMENT, RECEIPT, ALLOCATION, DISBURSEMENT, SPENDING = "13", "11", "1", "2", "3", "4"
FUNDING, ACCOUNTABLE, IMPLEMENTING = "1", "2", "4"
PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
PARENT, CHILD = "1", "2"
MULTILATERAL, REGIONAL_SCOPE, GRANT, WEB_PAGE = "40", "2", "110", "A12"
AMERICAS = "498"  # DAC: America, regional
GOVERNANCE = "151"  # DAC, three digits: government and civil society, general
DAC_SECTORS, OWN_WORDS = "2", "99"

STATUS = {
    ProjectState.PLANNED: "1",
    ProjectState.ACTIVE: "2",
    ProjectState.CLOSED: "4",
    ProjectState.CANCELLED: "5",
}
ORGANISATION_TYPES = {
    "government": "10",
    "civil_society": "22",
    "private_sector": "70",
    "academia": "80",
    "international": "40",
}

#: At the Fund: accounts, type, and the sign that makes debits less credits the value.
OF_FUND = {
    RECEIPT: ((AccountRole.CONTRIBUTION, AccountRole.CONDITIONAL, AccountRole.INTEREST), -1),
    SPENDING: ((AccountRole.BANK_CHARGE, AccountRole.ICR, AccountRole.ICR_DUE), 1),
}
ALLOCATING = (EntryKind.ALLOCATION, EntryKind.RELEASE)
PAID = (AccountRole.ADVANCE, AccountRole.EXPENDITURE)


def type_of_donor(donor: object) -> str:
    """IATI's type of organisation."""
    if getattr(donor, "kind", "") == DonorKind.STATE:
        return ORGANISATION_TYPES["government"]
    organization = getattr(donor, "organization", None)
    return ORGANISATION_TYPES.get(getattr(organization, "kind", ""), MULTILATERAL)


def shares(count: int) -> list[str]:
    """Percentages that add up to 100 exactly."""
    if not count:
        return []
    each = (Decimal(100) / count).quantize(Decimal("0.01"))
    return [str(each)] * (count - 1) + [str(100 - each * (count - 1))]
