"""Periods: opened one after the other, closed in order, never opened again."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from network.models import User

from .. import rules
from ..models import Period
from .errors import refusals


def open_period(*, starts_on: dt.date, ends_on: dt.date, by: User) -> Period:
    """Open a period of these days, both included. Raises PermissionDenied, PeriodError when it overlaps."""
    if not rules.is_fund_approver(by):
        raise PermissionDenied
    with refusals(), transaction.atomic():
        return Period.objects.create(starts_on=starts_on, ends_on=ends_on)


def close_period(*, period: Period, by: User) -> Period:
    """Close a period and keep what every account held at its end.

    Postings that have begun are waited for; later ones go to the next open period, with their own date.
    Raises PermissionDenied, PeriodError when it is closed or an earlier one is open.
    """
    if not rules.is_fund_approver(by):
        raise PermissionDenied
    with refusals(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT fund_close_period(%s, %s)", [period.pk, by.pk])
    period.refresh_from_db()
    return period


def certify_period(*, period: Period, by: User, certified_by: str) -> Period:
    """Mark a closed period's figures as certified, naming by whom. Raises PermissionDenied, PeriodError."""
    if not rules.is_auditor(by):
        raise PermissionDenied
    with refusals(), transaction.atomic():
        locked = Period.objects.select_for_update().get(pk=period.pk)
        locked.is_certified, locked.certified_by = True, certified_by
        locked.save(update_fields=["is_certified", "certified_by"])
    return locked
