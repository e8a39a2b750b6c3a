"""Statements of the bank: read in once; each line is matched with an entry or set aside with a reason."""

import csv
import hashlib
import io
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import User

from .. import rules
from ..choices import AT_BANK, LineState
from ..models import BankFile, BankLine, Currency, Entry, Fund
from .amounts import AmountError, to_units

COLUMNS = ("date", "amount", "text", "reference")
MOST_LINES = 20_000


@transaction.atomic
def read_bank_file(*, fund: Fund, currency: Currency, name: str, content: bytes, by: User) -> BankFile:
    """Read a CSV with the columns date (ISO 8601), amount (incoming positive, point), text, reference.

    Raises PermissionDenied, ValidationError for the same file again or another format; then nothing stays.
    """
    if not rules.can_prepare(by):
        raise PermissionDenied
    sha256 = hashlib.sha256(content).hexdigest()
    if BankFile.objects.filter(sha256=sha256).exists():
        raise ValidationError(_("This file has been read in already."))
    lines = _lines(content, currency)
    file = BankFile.objects.create(fund=fund, currency=currency, name=name[:200], sha256=sha256, read_by=by)
    for line in lines:
        line.file = file
    BankLine.objects.bulk_create(lines)
    return file


def _lines(content: bytes, currency: Currency) -> list[BankLine]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        if not set(COLUMNS[:3]) <= set(reader.fieldnames or ()):
            raise ValueError("columns")
        found = [_line(row, number, currency) for number, row in enumerate(reader, 1)]
    except (UnicodeDecodeError, csv.Error, ValueError, InvalidOperation, AmountError, TypeError) as error:
        raise ValidationError(
            _("This is no bank file: a CSV with the columns date, amount, text and reference is needed.")
        ) from error
    if not found or len(found) > MOST_LINES:
        raise ValidationError(_("The file has no lines, or too many."))
    return found


def _line(row: dict[str, str], number: int, currency: Currency) -> BankLine:
    return BankLine(
        row=number,
        booked_on=date.fromisoformat(row["date"].strip()),
        amount=to_units(Decimal(row["amount"].strip()), currency),
        text=row["text"].strip()[:500],
        reference=(row.get("reference") or "").strip()[:140],
    )


def candidates(line: BankLine) -> QuerySet[Entry]:
    """Entries that move the bank's balance by exactly this amount and are not matched yet, newest first."""
    return (
        Entry.objects.filter(
            legs__account__role__in=AT_BANK,
            legs__currency=line.file.currency_id,
            fund=line.file.fund_id,
            bank_line__isnull=True,
        )
        .annotate(moved=Sum("legs__amount"))
        .filter(moved=line.amount)
        .order_by("-number")
    )


@transaction.atomic
def match_line(*, line: BankLine, entry: Entry, by: User) -> BankLine:
    """Say that this line is that entry. Raises PermissionDenied, ValidationError when the amounts differ."""
    locked = _open_line(line, by)
    if not candidates(locked).filter(pk=entry.pk).exists():
        raise ValidationError(_("This entry does not move the bank’s balance by this amount, or is matched."))
    locked.state, locked.entry = LineState.MATCHED, entry
    locked.decided_by, locked.decided_at = by, timezone.now()
    locked.save()
    return locked


@transaction.atomic
def set_line_aside(*, line: BankLine, reason: str, by: User) -> BankLine:
    """Say why a line is no entry. Raises PermissionDenied, ValidationError without reason."""
    locked = _open_line(line, by)
    if not reason.strip():
        raise ValidationError(_("Say why."))
    locked.state, locked.reason = LineState.SET_ASIDE, reason.strip()
    locked.decided_by, locked.decided_at = by, timezone.now()
    locked.save()
    return locked


def _open_line(line: BankLine, by: User) -> BankLine:
    if not rules.can_prepare(by):
        raise PermissionDenied
    locked = BankLine.objects.select_for_update().get(pk=line.pk)
    if locked.state != LineState.OPEN:
        raise ValidationError(_("Somebody has decided on this line already."))
    return locked
