"""A draft as a form: the words that every entry has, and the fields of its kind."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.ui import languages
from network.ui.fields import LocalizedDecimalField, PastDayField

from ..choices import ContributionKind, EntryKind
from ..models import Agreement, Donor, DraftEntry, Entry, Period, Project
from ..services.amounts import from_units
from ..services.composing import Facts, Words
from ..services.errors import AlreadyReversedError, NoOpenPeriodError, NotExactError
from .fields import AgreementField, EarmarkField, MoneyField, ProjectField, amount_hint
from .initial import initial_of
from .shapes import Shape

WORDS = ("event_on", "description", "language", "party")
SLACK = Decimal("0.01")  # between an exchange's amounts and its rate: banks round, people mistype
hint_of_amount = lazy(amount_hint, str)
IN_KIND = [
    (each.value, each.label) for each in (ContributionKind.TECHNICAL, ContributionKind.HUMAN_RESOURCES)
]
LINE = forms.TextInput
TEXT = forms.Textarea(attrs={"rows": 2})


def _length(name: str) -> int:
    return DraftEntry._meta.get_field(name).max_length or 0


class EntryForm(forms.Form):
    """All fields that an entry may have; a shape keeps those of its kind, in its order.

    `key` comes with the empty form and stays, so that a form which is sent twice makes one draft.
    """

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput)
    event_on = PastDayField(
        label=_("Date of the event"),
        first_year=2000,
        help_text=_("When it happened, by the bank’s statement or the document."),
    )
    donor = forms.ModelChoiceField(label=_("Donor"), queryset=Donor.objects.all())
    agreement = AgreementField(
        label=_("Agreement"), queryset=Agreement.objects.select_related("donor"), required=False
    )
    project = ProjectField(label=_("Project"), queryset=Project.objects.all())
    contribution_kind = forms.ChoiceField(label=_("Kind of contribution"), choices=IN_KIND)
    amount = MoneyField(label=_("Amount"), help_text=hint_of_amount())
    charge = MoneyField(
        label=_("What the bank took for it"), required=False, help_text=_("Two more legs of the same entry.")
    )
    sold = MoneyField(label=_("Sold"), help_text=hint_of_amount())
    bought = MoneyField(label=_("Bought"))
    rate = LocalizedDecimalField(
        label=_("Rate"),
        max_digits=20,
        decimal_places=10,
        help_text=_("How much of the currency bought one unit of the currency sold gives."),
    )
    rate_source = forms.CharField(
        label=_("Source of the rate"), max_length=_length("rate_source"), widget=LINE
    )
    rate_on = PastDayField(label=_("Date of the rate"), first_year=2000)
    earmark = EarmarkField(label=_("Tied to"), help_text=_("Which money it is: what the donor tied it to."))
    valuation = forms.CharField(
        label=_("Method of valuation"),
        max_length=_length("valuation"),
        widget=TEXT,
        help_text=_("How the value was found, for example: the donor’s salary scale, a quotation."),
    )
    entry = forms.ModelChoiceField(label=_("Entry"), queryset=Entry.objects.all(), widget=forms.HiddenInput)
    description = forms.CharField(
        label=_("Description"),
        max_length=_length("description"),
        widget=TEXT,
        help_text=_("Everyone will read it beside the entry."),
    )
    language = forms.ChoiceField(label=_("Language of the description"), choices=Language.choices)
    party = forms.CharField(
        label=_("The other party"),
        max_length=_length("party"),
        required=False,
        widget=LINE,
        help_text=_("Who paid or was paid, as the document names it. Empty: the donor, where there is one."),
    )

    def __init__(self, *args: Any, shape: Shape, draft: DraftEntry | None = None, **kwargs: Any) -> None:
        known = initial_of(draft) if draft else {"language": languages.active()}
        kwargs["initial"] = known | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.shape = shape
        own = ("event_on", *shape.fields, "description", "language", "party")
        self.fields = {name: self.fields[name] for name in (*(() if draft else ("key",)), *own)}
        if shape.kind == EntryKind.CONDITION_MET:
            self.fields["agreement"].required = True
        if shape.kind == EntryKind.IN_KIND:
            self.fields["project"].required = False
            self.fields["amount"].label = _("Stated value")

    def clean_event_on(self) -> Any:
        """A closed period takes nothing; where no later one is open either, there is no place for it."""
        day = self.cleaned_data["event_on"]
        if not Period.objects.open().filter(ends_on__gte=day).exists():
            raise ValidationError(NoOpenPeriodError.message)
        return day

    def clean_entry(self) -> Entry:
        """A reversal happens once, and is not itself reversed."""
        entry = self.cleaned_data["entry"]
        if entry.kind == EntryKind.REVERSAL:
            raise ValidationError(NotExactError.message)
        if Entry.objects.filter(reverses=entry).exists():
            raise ValidationError(AlreadyReversedError.message)
        return entry

    def clean(self) -> dict[str, Any]:
        """What goes together: an agreement with its donor and currency, a charge, a rate."""
        data = super().clean() or self.cleaned_data
        if agreement := data.get("agreement"):
            self._check_agreement(agreement, data)
        amount, charge = data.get("amount"), data.get("charge")
        if amount and charge and amount.currency != charge.currency:
            self.add_error("charge", _("The charge is in the currency of the amount."))
        if all(data.get(name) for name in ("sold", "bought", "rate")):
            self._check_rate(data)
        return data

    def _check_agreement(self, agreement: Agreement, data: dict[str, Any]) -> None:
        donor, amount = data.get("donor"), data.get("amount")
        in_kind = agreement.kind != ContributionKind.FINANCIAL
        if donor and agreement.donor_id != donor.pk:
            self.add_error("agreement", _("This agreement is another donor’s."))
        elif in_kind != (self.shape.kind == EntryKind.IN_KIND):
            self.add_error("agreement", _("Money and contributions in kind have agreements of their own."))
        if amount and amount.currency.pk != agreement.currency_id:
            self.add_error(
                "amount", _("The agreement is in %(currency)s.") % {"currency": agreement.currency_id}
            )
        if data.get("earmark"):
            self.add_error("earmark", _("With an agreement, what it says holds. Choose “Not tied” here."))

    def _check_rate(self, data: dict[str, Any]) -> None:
        sold, bought = (from_units(*data[name]) for name in ("sold", "bought"))
        if data["sold"].currency == data["bought"].currency:
            self.add_error("bought", _("An exchange is between two currencies."))
        elif data["rate"] <= 0 or abs(sold * data["rate"] - bought) > bought * SLACK:
            self.add_error("rate", _("At this rate the amount sold does not give the amount bought."))

    def facts(self, *, is_demonstration: bool, evidence: Sequence[dict[str, str]] = ()) -> Facts:
        """What the draft will say. Makes the accounts that are missing, so: within the act, not before."""
        said = Words(
            **{name: self.cleaned_data[name] for name in WORDS},
            is_demonstration=is_demonstration,
            evidence=evidence,
        )
        return self.shape.compose(said, self.cleaned_data)
