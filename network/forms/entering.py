"""At the door: registering, and accepting an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..choices import OrganizationKind
from ..models import Organization, User
from ..services import Application, request_new_password
from ..ui import languages
from . import fields

# Governments' people come by invitation only.
KINDS = [("", "–"), *(pair for pair in OrganizationKind.choices if pair[0] != OrganizationKind.GOVERNMENT)]


def _password_help() -> str:
    return " ".join(str(text) for text in password_validators_help_texts())


class RegistrationForm(forms.Form):
    """Who asks, for which organization, and why."""

    full_name = fields.person_name()
    email = fields.email(help_text=_("The answer goes to this address. It is not shown to others."))
    language = fields.language(help_text=_("The portal and its letters will speak it with you."))
    organization = forms.ModelChoiceField(
        queryset=Organization.objects.none(),
        required=False,
        label=_("Organization"),
        empty_label=_("Not in the list"),
        help_text=_("Verified organizations are listed. If yours is missing, name it below."),
    )
    organization_name = fields.NameField(label=_("Name of the organization"), max_length=250, required=False)
    organization_kind = forms.ChoiceField(
        label=_("Kind of organization"),
        required=False,
        choices=KINDS,
    )
    organization_state = fields.StateField(
        label=_("Country of the organization"),
        required=False,
        empty_label=_("International, or in another country"),
    )
    organization_website = forms.URLField(
        label=_("Website of the organization"), required=False, assume_scheme="https", max_length=200
    )
    position = fields.NameField(label=_("Your position"), max_length=150, required=False)
    motivation = forms.CharField(
        label=_("What do you want to take part in?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = Organization.objects.filter(is_verified=True).exclude(kind=OrganizationKind.GOVERNMENT)
        self.fields["organization"].queryset = listed  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An organization that is named needs its kind."""
        data = super().clean() or {}
        if data.get("organization"):
            data |= {"organization_name": "", "organization_kind": "", "organization_website": ""}
            data["organization_state"] = None
        elif not data.get("organization_name") and "organization_name" not in self.errors:
            self.add_error("organization_name", _("Choose your organization above, or name it here."))
        elif not data.get("organization_kind") and "organization_kind" not in self.errors:
            self.add_error("organization_kind", _("Say what kind of organization it is."))
        return data

    def application(self) -> Application:
        """What the service takes."""
        return Application(**self.cleaned_data)


class JoiningForm(forms.Form):
    """The invited person makes an account."""

    full_name = fields.person_name()
    language = fields.language()
    time_zone = fields.time_zone()
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_password_help,
    )

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"].help_text = _password_help()

    def clean(self) -> dict[str, Any]:
        """The password must not be like the name or the address."""
        data = super().clean() or {}
        if data.get("password"):
            person = User(email=self.email, full_name=data.get("full_name", ""))
            try:
                validate_password(data["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class ForgottenPasswordForm(forms.Form):
    """In place of allauth's: whether the address has an account is looked up when the letter is sent."""

    email = fields.email()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Promise the letter; gives the address, as allauth asks."""
        request_new_password(address=self.cleaned_data["email"], language=languages.active())
        return self.cleaned_data["email"]
