"""Controls of the Fund's forms: amounts with their currency, earmarks."""

import re
from typing import Any, NamedTuple

from babel.numbers import get_currency_name
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.models import MemberState, Topic
from network.ui import numbers

from ..choices import EarmarkKind
from ..models import Currency, Earmark, Project
from ..services.amounts import AmountError, parse_amount, sample, written

BASE = "USD"
CODE = re.compile("[A-Z]{3}")


class Money(NamedTuple):
    """An amount in smallest units with its currency."""

    units: int
    currency: Currency


def currencies() -> list[tuple[str, str]]:
    """Codes with names in the page's language, the base currency first."""
    codes = sorted(Currency.objects.values_list("pk", flat=True), key=lambda code: (code != BASE, code))
    locale = numbers.locale()
    return [(code, f"{code} – {get_currency_name(code, locale=locale)}") for code in codes]


class MoneyWidget(forms.Widget):
    """An amount as people write it, and its currency: a line and a list."""

    template_name = "components/forms/money.html"
    use_fieldset = True

    @staticmethod
    def first_id(auto_id: str) -> str:
        """Where a link from the summary of errors leads."""
        return f"{auto_id}_text"

    def id_for_label(self, id_: str) -> str:
        """The legend labels the pair; each control has a label of its own."""
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        """What was typed, and the code that was chosen."""
        return str(data.get(name) or "").strip(), str(data.get(f"{name}_currency") or "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether no amount was sent."""
        return name not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The line and the list, with what is known."""
        context = super().get_context(name, None, attrs)
        if isinstance(value, Money):
            value = (written(value.units, value.currency), value.currency.pk)
        text, code = value or ("", BASE)
        context["widget"] |= {
            "text": text,
            "code": code or BASE,
            "currencies": currencies(),
            "invalid": bool(attrs and attrs.get("aria-invalid")),
        }
        return context


class MoneyField(forms.Field):
    """An amount of money; cleans to Money. Each fault of it has words of its own (services/amounts.py)."""

    widget = MoneyWidget
    default_error_messages = {"currency": _("Choose a currency of the list.")}

    def to_python(self, value: Any) -> Money | None:
        """Read the amount in its currency."""
        text, code = value or ("", "")
        if not text:
            return None
        currency = Currency.objects.filter(pk=code).first() if CODE.fullmatch(code) else None
        if currency is None:
            raise ValidationError(self.error_messages["currency"], code="currency")
        try:
            return Money(parse_amount(text, currency), currency)
        except AmountError as error:
            raise ValidationError(error.message, code="amount", params=error.values) from error


def amount_hint() -> str:
    """How an amount is written in the page's language."""
    return str(_("For example %(sample)s.")) % {"sample": sample(2)}


class EarmarkField(forms.ChoiceField):
    """What money is tied to: a topic, a project, a state or nothing; cleans to what `earmark_for` takes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_earmarks, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """An earmark as the list says it."""
        if not isinstance(value, Earmark):
            return value
        return f"{value.kind}:{getattr(value, f'{value.kind}_id')}"

    def clean(self, value: Any) -> dict[str, Any]:
        """The subject by the name of its kind; {} for no earmark."""
        kind, _colon, key = str(super().clean(value)).partition(":")
        models: dict[str, Any] = {"topic": Topic, "project": Project, "state": MemberState}
        return {kind: models[kind].objects.get(pk=key)} if kind else {}


def _earmarks() -> list[tuple[Any, Any]]:
    subjects: list[tuple[EarmarkKind, Any]] = [
        (EarmarkKind.PROJECT, [(each.pk, project_label(each)) for each in Project.objects.all()]),
        (EarmarkKind.TOPIC, [(each.pk, each.name) for each in Topic.objects.leaves()]),
        (EarmarkKind.STATE, [(each.pk, each.name) for each in MemberState.objects.order_by("name")]),
    ]
    groups = [
        (kind.label, [(f"{kind.value}:{key}", label) for key, label in found]) for kind, found in subjects
    ]
    return [("", _("Not tied")), *groups]


def project_label(project: Project) -> str:
    """Identifier and title, for lists to choose from."""
    return f"{project.identifier} – {project.passage('title')}"


class ProjectField(forms.ModelChoiceField):
    """One of the Fund's projects."""

    def label_from_instance(self, obj: Any) -> str:
        """Identifier and title."""
        return project_label(obj)


class AgreementField(forms.ModelChoiceField):
    """One of the agreements."""

    def label_from_instance(self, obj: Any) -> str:
        """Reference, donor and currency."""
        return f"{obj.reference} – {obj.donor.name} ({obj.currency_id})"
