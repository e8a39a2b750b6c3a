"""What a member state gave to the Fund, and what the Fund pays for there."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from network.models import MemberState

from ...models import AccountBalance, Project
from .figures import GIVEN


@dataclass(frozen=True)
class StateGift:
    """What one body of the state gave in money, refunds taken off, in smallest units of a currency."""

    donor: int
    name: str
    language: str
    is_demonstration: bool
    amount: int
    exponent: int
    currency: str


def gifts_of(state: MemberState) -> list[StateGift]:
    """In money, by giving body and currency; from balances, however many entries there are."""
    rows = (
        AccountBalance.objects.of_roles(*GIVEN)
        .filter(account__donor__kind="state", account__donor__state=state)
        .order_by("account__donor__name", "account__currency")
        .values_list(
            "account__donor",
            "account__donor__name",
            "account__donor__name_language",
            "account__donor__is_demonstration",
            "account__currency__exponent",
            "account__currency",
        )
        .annotate(total=-Sum("amount"))
    )
    return [
        StateGift(donor, name, language, sample, total, exponent, currency)
        for donor, name, language, sample, exponent, currency, total in rows
        if total
    ]


def projects_in(state: MemberState) -> list[Any]:
    """Projects that name the state, with the title in the reader's language or the original."""
    found = list(Project.objects.filter(states=state).order_by("identifier"))
    for project in found:
        project.title_passage = project.passage("title")
    return found
