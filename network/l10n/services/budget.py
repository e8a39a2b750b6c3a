"""Characters that engines may be sent in a month, counted before they are sent and never twice.

What is counted for a translation stands in its own row, in the transaction that counts it: a run that was
killed and is repeated finds it there. What an engine did not take is given back.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from ..models import ProviderMonth, Translation


class BudgetError(Exception):
    """The engine's budget of this month does not cover the text."""


def limit_of(provider: str) -> int | None:
    """Characters that an engine may be sent in a month (TRANSLATION_BUDGETS); None: as many as come."""
    limits: dict[str, int] = getattr(settings, "TRANSLATION_BUDGETS", {})
    return limits.get(provider)


def used(provider: str, month: dt.date | None = None) -> int:
    """Characters counted in a month (default: this one)."""
    row = ProviderMonth.objects.filter(provider=provider, month=month or this_month()).first()
    return row.characters if row else 0


def this_month() -> dt.date:
    """The first day of the current month (UTC)."""
    return timezone.now().astimezone(dt.UTC).date().replace(day=1)


def next_month() -> dt.datetime:
    """When the next month's budgets begin."""
    first = (this_month() + dt.timedelta(days=32)).replace(day=1)
    return dt.datetime.combine(first, dt.time(), dt.UTC)


@transaction.atomic
def charge(*, row: Translation, provider: str, key: str, characters: int) -> None:
    """Count a text against an engine's budget, once per translation, engine and `key` (what is sent).

    Raises BudgetError, and counts nothing, when the month's budget does not cover it.
    """
    held = Translation.objects.select_for_update().filter(pk=row.pk).values_list("charged", flat=True).first()
    if held is None:
        raise BudgetError
    if held.get("provider") == provider and held.get("key") == key:
        return
    give_back(row=row)  # what was counted for another engine, or another text, was never answered
    _add(provider, characters)
    _note(row, {"provider": provider, "key": key, "characters": characters, "month": str(this_month())})


@transaction.atomic
def give_back(*, row: Translation) -> None:
    """An engine did not take the text: it costs nothing. Twice gives back once."""
    held = Translation.objects.select_for_update().filter(pk=row.pk).values_list("charged", flat=True).first()
    if not held:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE l10n_providermonth SET characters = characters - %s WHERE provider = %s AND month = %s",
            [held["characters"], held["provider"], held["month"]],
        )
    _note(row, {})


def _add(provider: str, characters: int) -> None:
    """One statement decides and counts, so that runs at once cannot overdraw together."""
    limit = limit_of(provider)
    if limit is not None and characters > limit:
        raise BudgetError
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO l10n_providermonth AS kept (provider, month, characters) VALUES (%s, %s, %s)"
            " ON CONFLICT (provider, month) DO UPDATE SET characters = kept.characters + excluded.characters"
            " WHERE %s::bigint IS NULL OR kept.characters + excluded.characters <= %s RETURNING characters",
            [provider, this_month(), characters, limit, limit],
        )
        if cursor.fetchone() is None:
            raise BudgetError


def _note(row: Translation, charged: dict[str, Any]) -> None:
    Translation.objects.filter(pk=row.pk).update(charged=charged)
    row.charged = charged
