"""A donor's statement on paper: the same figures as on the page, in the reader's language."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui import numbers
from network.ui.addresses import absolute
from network.ui.pdf import pdf

from ...models import Donor, Entry
from .chain import Verification
from .figures import shown
from .lines import EntryLine, entry_lines, with_legs
from .statement import Statement, statement_of

MOST = 500  # entries on paper; the page has all of them


def statement_pdf(donor: Donor) -> bytes:
    """The statement as the ledger stands now, tagged, in the active language."""
    seen = statement_of(donor)
    found = Entry.objects.of_donor(donor.pk)
    entries = list(with_legs(found)[: MOST + 1])
    count = found.count() if len(entries) > MOST else len(entries)
    parts = [_received(seen), _in_kind(seen), _agreements(seen), _pledges(seen)]
    parts.append(_entries(donor, entry_lines(entries[:MOST][::-1]), count))
    head = _("No. %(number)s") % {"number": seen.head.number}
    statement = _("Donor’s statement")
    return pdf(
        "fund/statement.typ",
        {
            "title": _("Statement: %(name)s") % {"name": donor.name},
            "kicker": statement,
            "donor": {"text": donor.name, "language": donor.name_language},
            "lead": _("What was pledged, agreed and received, as the ledger of the Voluntary Fund says it."),
            "facts": [
                [
                    _("As of"),
                    numbers.day(seen.head.posted_on) if seen.head.posted_on else _("nothing is posted yet"),
                ],
                [_("Head of the ledger"), head],
                [_("Verification"), _verified(seen.head.verification)],
            ],
            "head_label": _("Fingerprint of the head (SHA-256)"),
            "head": _grouped(seen.head.fingerprint),
            "parts": [part for part in parts if part["rows"] or part["nothing"]],
            "closing": _(
                "Keep this statement: as long as the ledger shows this head under its number, nothing before"
                " it has changed. How to verify it yourself: %(address)s"
            )
            % {"address": _address("fund:verify")},
            "note": f"{statement} · {head} · {seen.head.fingerprint[:16]}…",
        },
    )


def _received(seen: Statement) -> dict[str, Any]:
    rows = [[str(line["year"]), _money(line)] for line in seen.received]
    rows += [[_("Total"), _money(line)] for line in seen.totals]
    return _part(
        _("Received less refunds"),
        [_column(_("Year")), _column(_("Amount"), number=True)],
        rows,
        nothing=_("Nothing has been received in money."),
    )


def _in_kind(seen: Statement) -> dict[str, Any]:
    return _part(
        _("In kind, for the record"),
        [_column(_("Year")), _column(_("stated value"), number=True)],
        [[str(line["year"]), _money(line)] for line in seen.in_kind],
        note=_("Memorandum: in no total of money."),
    )


def _agreements(seen: Statement) -> dict[str, Any]:
    head = [
        _column(_("Reference"), 2),
        _column(_("Signed"), 2),
        _column(_("Stipulation"), 3),
        _column(_("Indirect cost recovery"), 2),
        _column(_("Agreed"), 3, number=True),
        _column(_("Received"), 2, number=True),
        _column(_("Still to come"), 2, number=True),
    ]
    rows = []
    for each in seen.agreements:
        exponent = each.currency.exponent
        rows.append(
            [
                each.reference,
                numbers.day(each.signed_on, "medium"),
                each.get_stipulation_display(),
                numbers.percent(each.icr_percent)
                if each.icr_rate
                else {"text": each.icr_exemption, "language": each.language},
                f"{shown(each.amount, exponent)} {each.currency_id}",
                shown(each.received, exponent),
                shown(each.open, exponent),
            ]
        )
    return _part(_("Agreements"), head, rows)


def _pledges(seen: Statement) -> dict[str, Any]:
    head = [
        _column(_("Announced"), 2),
        _column(_("Where"), 4),
        _column(_("State of the pledge"), 2),
        _column(_("Amount"), 2, number=True),
    ]
    rows = [
        [
            numbers.day(each.announced_on, "medium"),
            each.source,
            each.get_state_display(),
            f"{shown(each.amount, each.currency.exponent)} {each.currency_id}",
        ]
        for each in seen.pledges
    ]
    return _part(_("Pledges"), head, rows, note=_("Announced, not received, and in no total."))


def _entries(donor: Donor, lines: list[EntryLine], count: int) -> dict[str, Any]:
    head = [
        _column(_("Number"), 1),
        _column(_("Date"), 2),
        _column(_("Kind"), 2),
        _column(_("Subject"), 4),
        _column(_("Amount"), 2, number=True),
        _column(_("Fingerprint"), 2),
    ]
    rows = [_entry(line) for line in lines]
    note = ""
    if count > len(lines):
        note = ngettext(
            "The newest %(shown)s of %(count)s entry; all of them: %(address)s",
            "The newest %(shown)s of %(count)s entries; all of them: %(address)s",
            count,
        ) % {
            "shown": numbers.number(len(lines)),
            "count": numbers.number(count),
            "address": f"{_address('fund:entries')}?donor={donor.pk}",
        }
    return _part(_("Entries"), head, rows, nothing=_("Nothing has been posted yet."), note=note)


def _entry(line: EntryLine) -> list[Any]:
    entry: Any = line.entry
    kind = entry.get_kind_display()
    if entry.reverses_id:
        kind = _("Reverses No. %(number)s") % {"number": entry.reverses_id}
    return [
        str(entry.number),
        numbers.day(entry.event_on, "medium"),
        kind,
        {
            "text": f"◇ {entry.description}" if line.is_marked else entry.description,
            "language": entry.language,
        },
        ", ".join(f"{shown(units, exponent)} {currency}" for units, exponent, currency in line.amounts),
        line.fingerprint,
    ]


def _part(
    title: str, head: list[dict[str, Any]], rows: list[Any], *, nothing: str = "", note: str = ""
) -> dict[str, Any]:
    return {"title": title, "head": head, "rows": rows, "nothing": nothing, "note": note}


def _column(title: str, wide: int = 1, *, number: bool = False) -> dict[str, Any]:
    return {"title": title, "wide": wide, "number": number}


def _money(line: dict[str, Any]) -> str:
    return f"{shown(line['amount'], line['exponent'])} {line['currency']}"


def _verified(found: Verification | None) -> str:
    if found is None:
        return _("Not checked as a whole yet")
    if not found.holds:
        return _("The ledger does not hold")
    words = ngettext(
        "%(number)s entry holds, checked %(moment)s",
        "%(number)s entries hold, checked %(moment)s",
        found.entries,
    )
    return words % {"number": numbers.number(found.entries), "moment": numbers.moment(found.at)}


def _grouped(fingerprint: str, size: int = 8) -> str:
    return " ".join(fingerprint[place : place + size] for place in range(0, len(fingerprint), size))


def _address(name: str) -> str:
    return absolute(reverse(name))
