"""Statements of the bank: read in once; each line is matched with an entry or set aside with a reason."""

import csv
import hashlib
import io
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import User

from .. import rules
from ..choices import AT_BANK, LineState
from ..models import BankFile, BankLine, Currency, Entry, Fund
from ..models.entries import MOST
from .amounts import AmountError, to_units

COLUMNS = ("date", "amount", "text", "reference")
MOST_LINES = 20_000
PLAIN = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,4})?")


@transaction.atomic
def read_bank_file(*, fund: Fund, currency: Currency, name: str, content: bytes, by: User) -> BankFile:
    """Read a CSV with the columns date (ISO 8601), amount (incoming positive, point), text, reference.

    Raises PermissionDenied, ValidationError for the same file again or another format; then nothing stays.
    """
    if not rules.can_prepare(by):
        raise PermissionDenied
    sha256 = hashlib.sha256(content).hexdigest()
    lines = _lines(content, currency)
    file, is_new = BankFile.objects.get_or_create(
        sha256=sha256, defaults={"fund": fund, "currency": currency, "name": name[:200], "read_by": by}
    )
    if not is_new:
        raise ValidationError(_("This file has been read in already."))
    for line in lines:
        line.file = file
    BankLine.objects.bulk_create(lines)
    return file


def _lines(content: bytes, currency: Currency) -> list[BankLine]:
    text = _text(content)
    head = text.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        missing = [name for name in COLUMNS[:3] if name not in (reader.fieldnames or ())]
        if missing:
            raise ValidationError(
                _(
                    "This is no bank file: its first line must name the columns %(columns)s. "
                    "Missing: %(missing)s."
                )
                % {"columns": ", ".join(COLUMNS), "missing": ", ".join(missing)}
            )
        found = [_line(row, reader.line_num, number, currency) for number, row in enumerate(reader, 1)]
    except csv.Error as error:
        raise ValidationError(_("This is no CSV file: it cannot be read line by line.")) from error
    if not found or len(found) > MOST_LINES:
        raise ValidationError(_("The file has no lines, or more than %(most)s.") % {"most": MOST_LINES})
    return found


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The file is not in UTF-8. Save it as “CSV UTF-8”, then choose it again.")
        ) from error


def _line(row: dict[str, Any], at: int, number: int, currency: Currency) -> BankLine:
    return BankLine(
        row=number,
        booked_on=_day(_plain(row["date"]), at),
        amount=_amount(_plain(row["amount"]), at, currency),
        text=_plain(row["text"])[:500],
        reference=_plain(row.get("reference"))[:140],
    )


def _plain(cell: str | None) -> str:
    return (cell or "").replace("\x00", "").strip()


def _day(text: str, at: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError(
            _("Line %(line)s: “%(text)s” is no date. Dates are written as 2026-03-27.")
            % {"line": at, "text": text[:30]}
        ) from error


def _amount(text: str, at: int, currency: Currency) -> int:
    try:
        units = to_units(Decimal(text), currency) if PLAIN.fullmatch(text) else 0
    except (AmountError, InvalidOperation):
        units = 0
    if not 0 < abs(units) <= MOST:
        raise ValidationError(
            _(
                "Line %(line)s: “%(text)s” is no amount in %(currency)s. Amounts are written as 1005.00, "
                "outgoing ones as -1005.00, never zero."
            )
            % {"line": at, "text": text[:30], "currency": currency.pk}
        )
    return units


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
