"""Accounts are made when a draft first needs them; role, currency and subject say which one."""

from django.db import transaction

from ..choices import CHART, AccountRole
from ..models import Account, Agreement, Currency, Donor, Earmark, Fund, Project
from ..models.accounts import LARGEST, SMALLEST


def account_for(
    *,
    fund: Fund,
    role: AccountRole,
    currency: Currency,
    donor: Donor | None = None,
    agreement: Agreement | None = None,
    project: Project | None = None,
    earmark: Earmark | None = None,
    contribution_kind: str = "",
) -> Account:
    """The account of this role, currency and subject, made when it is missing."""
    plan = CHART[role]
    subjects = {"D": donor, "A": agreement, "P": project, "E": earmark}
    marks = "".join(f"-{letter}{subject.pk}" for letter, subject in subjects.items() if subject is not None)
    code = (
        f"{plan.number}-F{fund.pk}-{currency.pk}{marks}{f'-{contribution_kind}' if contribution_kind else ''}"
    )
    with transaction.atomic():
        account, _created = Account.objects.get_or_create(
            code=code,
            defaults={
                "fund": fund,
                "role": role,
                "kind": plan.kind,
                "currency": currency,
                "donor": donor,
                "agreement": agreement,
                "project": project,
                "earmark": earmark,
                "contribution_kind": contribution_kind,
                "floor": 0 if plan.holds > 0 else SMALLEST,
                "ceiling": 0 if plan.holds < 0 else LARGEST,
            },
        )
    return account
