"""What staff managers fill in."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import Language, OrganizationKind, Role, StateStatus
from ..models import Organization
from ..services import Offer
from ..ui.fields import PartialDateField
from ..ui.widgets import DayInput
from . import fields
from .fields import NameField


class OfferForm(forms.Form):
    """A role with its scope, end and reason."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    state = fields.StateField(
        required=False, empty_label=_("None"), help_text=_("For contributors and focal points.")
    )
    organization = forms.ModelChoiceField(
        queryset=Organization.objects.all(),
        required=False,
        empty_label=_("None"),
        label=_("Organization"),
        help_text=_("For provider editors; a member belongs to it."),
    )
    role_language = forms.ChoiceField(
        label=_("Language of the role"),
        choices=[("", _("None")), *Language.choices],
        required=False,
        help_text=_("For revisers."),
    )
    is_principal = forms.BooleanField(
        label=_("Principal focal point of the state; the others are alternates"), required=False
    )
    ends_on = PartialDateField(
        label=_("Last day"), required=False, first_year=2020, help_text=_("Leave empty if no end is known.")
    )
    reason = fields.reason()

    def clean_ends_on(self) -> datetime | None:
        """The end of the last day, in the time zone of the page."""
        text = self.cleaned_data["ends_on"]
        if not text:
            return None
        if text.count("-") != 2:
            raise forms.ValidationError(_("Enter day, month and year."))
        day = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, made aware below
        end = timezone.make_aware(datetime.combine(day, time.max))
        if end <= timezone.now():
            raise forms.ValidationError(_("The role must end in the future."))
        return end

    def offer(self) -> Offer:
        """What the services take."""
        data = self.cleaned_data
        return Offer(
            role=Role(data["role"]),
            reason=data["reason"],
            state=data["state"],
            organization=data["organization"],
            role_language=data["role_language"] or None,
            is_principal=data["is_principal"] and data["role"] == Role.FOCAL_POINT,
            ends_at=data["ends_on"],
        )


class InvitationForm(OfferForm):
    """Whom to invite, in which language, to what."""

    full_name = fields.person_name(required=False, autocomplete="off")
    email = fields.email(autocomplete="off")
    language = fields.language(label=_("Language of the letter"))

    field_order = ["full_name", "email", "language"]


class RegistrationDecisionForm(forms.Form):
    """Approve or decline; a decline says why."""

    decision = forms.ChoiceField(choices=[("approve", _("Approve")), ("decline", _("Decline"))])
    reason = fields.reason(required=False)
    verify = forms.BooleanField(label=_("Mark the organization as verified"), required=False)

    def clean(self) -> dict[str, Any]:
        """Nobody is turned away without a reason."""
        data = super().clean() or {}
        if data.get("decision") == "decline" and not data.get("reason"):
            self.add_error("reason", _("Say why: the person is told."))
        return data


class OrganizationForm(forms.ModelForm):
    """What is public of an organization."""

    state = fields.StateField(active_only=False, required=False, empty_label=_("None"))
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Organization
        fields = ("name", "name_language", "kind", "state", "website")
        field_classes = {"name": NameField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = OrganizationKind.choices  # type: ignore[attr-defined]

    def validate_unique(self) -> None:
        """The service answers for it, under its own transaction."""


class StatusForm(forms.Form):
    """A state's status from a day on, with note and source."""

    status = forms.ChoiceField(label=_("Status"), choices=StateStatus.choices)
    since_on = forms.DateField(label=_("Since"), required=False, widget=DayInput())
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown on the state's page, in English. Neutral, without taking sides."),
    )
    source = forms.CharField(label=_("Source"), max_length=500, help_text=_("A document and its date."))


class TopicForm(forms.Form):
    """A topic's name and description in four languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in Language.choices:
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name (%(language)s)") % {"language": name}, max_length=120
            )
        for code, name in Language.choices:
            self.fields[f"description_{code}"] = forms.CharField(
                label=_("Description (%(language)s)") % {"language": name},
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3, "lang": code}),
            )


class PersonSearchForm(forms.Form):
    """Look people up by name or address."""

    q = forms.CharField(label=_("Name or e-mail address"), required=False, max_length=200)
