"""What a person changes about oneself, and hands over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.ui.widgets import FileUpload

from ..choices import TokenScope
from . import fields


class ProfileForm(forms.Form):
    """Name, language, time zone and photo."""

    full_name = fields.person_name()
    language = fields.language(help_text=_("The portal and its letters speak it with you."))
    time_zone = fields.time_zone()
    photo = forms.FileField(
        label=_("Photo"),
        required=False,
        widget=FileUpload(attrs={"accept": ".jpg,.jpeg,.png,.webp"}),
        help_text=_("JPEG, PNG or WebP, up to 5 MB. People who are signed in see it."),
    )
    remove_photo = forms.BooleanField(label=_("Remove the photo"), required=False)


class AddressForm(forms.Form):
    """The new e-mail address."""

    email = fields.email(label=_("New e-mail address"))


class TokenForm(forms.Form):
    """A token for a program."""

    name = forms.CharField(
        label=_("Name of the token"),
        max_length=80,
        help_text=_("What it is for, such as “our ministry’s site”."),
    )
    scope = forms.ChoiceField(label=_("What it may do"), choices=TokenScope, widget=forms.RadioSelect)
    days = forms.ChoiceField(
        label=_("It ends after"),
        choices=[("30", _("30 days")), ("90", _("90 days")), ("180", _("180 days")), ("365", _("one year"))],
        initial="90",
    )


class HandOverForm(forms.Form):
    """Who is to follow, and the letter that says so."""

    full_name = fields.person_name(label=_("Name of the successor"), autocomplete="off")
    email = fields.email(label=_("E-mail address of the successor"), autocomplete="off")
    language = fields.language(label=_("Language of the successor"))
    letter = forms.FileField(
        label=_("Letter of designation"),
        widget=FileUpload(attrs={"accept": ".pdf"}),
        help_text=_("PDF, up to 10 MB. Only you and the Secretariat can read it."),
    )


class ContributorForm(forms.Form):
    """Whom to invite to write for a state."""

    state = fields.StateField(empty_label=None)
    full_name = fields.person_name(required=False, autocomplete="off")
    email = fields.email(autocomplete="off")
    language = fields.language(label=_("Language of the letter"))

    def __init__(self, *args, states: set[str], **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **kwargs)
        field = self.fields["state"]
        field.queryset = field.queryset.filter(pk__in=states)  # type: ignore[attr-defined]


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class EraseForm(forms.Form):
    """That it is meant."""

    meant = forms.BooleanField(label=_("I understand that my account cannot be brought back."))


class ReasonForm(forms.Form):
    """A decision with its reason."""

    reason = fields.reason()
