"""What a member state gave to the Fund, and what the Fund pays for there."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from network.models import MemberState
from network.querysets.written import Written

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
    return [
        StateGift(donor, name, language, sample, total, exponent, currency)
        for donor, name, language, sample, exponent, currency, total in _GIFTS.rows(state.pk)
        if total
    ]


def _gifts(iso2: str) -> QuerySet:
    given = AccountBalance.objects.of_roles(*GIVEN).filter(
        account__donor__kind="state", account__donor__state=iso2
    )
    named = given.order_by("account__donor__name", "account__currency").values_list(
        "account__donor",
        "account__donor__name",
        "account__donor__name_language",
        "account__donor__is_demonstration",
        "account__currency__exponent",
        "account__currency",
    )
    return named.annotate(total=-Sum("amount"))


def projects_in(state: MemberState) -> list[Any]:
    """Projects that name the state, with the title in the reader's language or the original."""
    found = _PROJECTS.records(state.pk)
    for project in found:
        project.title_passage = project.passage("title")
    return found


_GIFTS = Written(_gifts, str)
_PROJECTS = Written(lambda iso2: Project.objects.filter(states=iso2).order_by("identifier"), str)
