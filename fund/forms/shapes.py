"""Which fields each kind of entry asks for, and how its facts are composed of them: the one place."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..choices import EntryKind
from ..services import composing
from ..services.composing import Facts, Words
from ..services.documents import earmark_for
from ..services.reference import the_fund

Data = dict[str, Any]  # what a form has cleaned


class Shape(NamedTuple):
    """A kind of entry as a form: what it is for, its fields beside the words, how its facts are composed."""

    kind: EntryKind
    hint: Promise
    fields: tuple[str, ...]
    compose: Callable[[Words, Data], Facts]
    incoming: bool | None = None  # whether the bank's balance grows by it; None where it stays


def _money(data: Data) -> Data:
    return {"fund": the_fund(), "currency": data["amount"].currency, "amount": data["amount"].units}


def _contribution(said: Words, data: Data) -> Facts:
    return composing.contribution(said, **_money(data), **_given(data))


def _refund(said: Words, data: Data) -> Facts:
    return composing.refund_to_donor(said, **_money(data), **_given(data))


def _given(data: Data) -> Data:
    return {
        "donor": data["donor"],
        "agreement": data["agreement"],
        "earmark": earmark_for(**data["earmark"]),
    }


def _in_kind(said: Words, data: Data) -> Facts:
    names = ("donor", "agreement", "project", "contribution_kind", "valuation")
    return composing.in_kind(said, **_money(data), **{name: data[name] for name in names})


def _condition_met(said: Words, data: Data) -> Facts:
    return composing.condition_met(said, agreement=data["agreement"], amount=data["amount"].units)


def _move(kind: EntryKind) -> Callable[[Words, Data], Facts]:
    def compose(said: Words, data: Data) -> Facts:
        charge = data.get("charge")
        return composing.project_move(
            said,
            kind=kind,
            project=data["project"],
            currency=data["amount"].currency,
            amount=data["amount"].units,
            earmark=earmark_for(**data.get("earmark", {})),
            charge=charge.units if charge else 0,
        )

    return compose


def _interest(said: Words, data: Data) -> Facts:
    return composing.interest(said, **_money(data))


def _bank_charge(said: Words, data: Data) -> Facts:
    return composing.bank_charge(said, **_money(data), earmark=earmark_for(**data["earmark"]))


def _icr_paid(said: Words, data: Data) -> Facts:
    return composing.icr_payment(said, **_money(data))


def _exchange(said: Words, data: Data) -> Facts:
    return composing.exchange(
        said,
        fund=the_fund(),
        sold=(data["sold"].currency, data["sold"].units),
        bought=(data["bought"].currency, data["bought"].units),
        rate=data["rate"],
        rate_source=data["rate_source"],
        rate_on=data["rate_on"],
        earmark=earmark_for(**data["earmark"]),
    )


def _reversal(said: Words, data: Data) -> Facts:
    return composing.reversal(said, entry=data["entry"])


_OF_DONOR = ("donor", "agreement", "amount", "earmark")
_OF_PROJECT = ("project", "amount", "earmark")
_ALL = (
    Shape(
        EntryKind.CONTRIBUTION,
        _("Money of a donor has come in."),
        _OF_DONOR,
        _contribution,
        incoming=True,
    ),
    Shape(
        EntryKind.IN_KIND,
        _("Experts, equipment or work instead of money: a memorandum at a stated value."),
        ("donor", "agreement", "contribution_kind", "amount", "valuation", "project"),
        _in_kind,
    ),
    Shape(
        EntryKind.CONDITION_MET,
        _("What was held under a condition becomes the Fund’s."),
        ("agreement", "amount"),
        _condition_met,
    ),
    Shape(
        EntryKind.ALLOCATION,
        _("Money is set aside for a project."),
        _OF_PROJECT,
        _move(EntryKind.ALLOCATION),
    ),
    Shape(
        EntryKind.RELEASE,
        _("What was set aside is free again."),
        _OF_PROJECT,
        _move(EntryKind.RELEASE),
    ),
    Shape(
        EntryKind.DISBURSEMENT,
        _("An advance is paid to who carries the project out."),
        (*_OF_PROJECT, "charge"),
        _move(EntryKind.DISBURSEMENT),
        incoming=False,
    ),
    Shape(
        EntryKind.SETTLEMENT,
        _("The implementer has accounted for an advance: it was spent."),
        ("project", "amount"),
        _move(EntryKind.SETTLEMENT),
    ),
    Shape(
        EntryKind.EXPENDITURE,
        _("The Fund pays a project’s bill itself."),
        (*_OF_PROJECT, "charge"),
        _move(EntryKind.EXPENDITURE),
        incoming=False,
    ),
    Shape(
        EntryKind.REFUND_RECEIVED,
        _("An implementer pays back what was not spent."),
        _OF_PROJECT,
        _move(EntryKind.REFUND_RECEIVED),
        incoming=True,
    ),
    Shape(EntryKind.REFUND_PAID, _("A donor gets money back."), _OF_DONOR, _refund, incoming=False),
    Shape(EntryKind.INTEREST, _("The bank has paid interest."), ("amount",), _interest, incoming=True),
    Shape(
        EntryKind.BANK_CHARGE,
        _("The bank has taken a charge."),
        ("amount", "earmark"),
        _bank_charge,
        incoming=False,
    ),
    Shape(
        EntryKind.ICR_PAID,
        _("Indirect costs that were recovered go to the Organization."),
        ("amount",),
        _icr_paid,
        incoming=False,
    ),
    Shape(
        EntryKind.EXCHANGE,
        _("One currency is sold for another."),
        ("sold", "bought", "rate", "rate_source", "rate_on", "earmark"),
        _exchange,
    ),
    Shape(
        EntryKind.REVERSAL,
        _("An entry that is wrong is negated exactly; then the right one follows."),
        ("entry",),
        _reversal,
    ),
)
SHAPES: dict[str, Shape] = {shape.kind.value: shape for shape in _ALL}
