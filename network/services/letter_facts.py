"""What a letter about an account needs to know: names, dates, and links with their secrets."""

from collections.abc import Callable
from datetime import datetime

from allauth.account import app_settings as account_settings
from allauth.account.utils import user_pk_to_url_str
from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import gettext as _

from network.notifications.registry import SkipError
from network.ui.addresses import absolute

from ..choices import AccountMailKind as Kind
from ..choices import Language, Role
from ..models import AccountMail, EmailChange, HandOver, Invitation, RegistrationRequest, RoleGrant
from .links import secret

Facts = dict[str, str]


def facts_of(mail: AccountMail) -> Facts:
    """Values for the letter's words, in the active language. Raises SkipError when it is no longer wanted."""
    return _FACTS[mail.kind](mail) if mail.kind in _FACTS else {}


def role_in_words(role: Invitation | RoleGrant) -> str:
    """A role with its scope: “Focal point – Jamaica”."""
    code = role.role_language if isinstance(role, Invitation) else role.language
    scope = role.state or role.organization or (Language(code).label if code else "")
    words = str(Role(role.role).label)
    return f"{words} – {scope}" if scope else words


def invitation_address(invitation: Invitation) -> str:
    """The link of an invitation, with its secret."""
    return absolute(reverse("network:invitation", args=[secret("invitation", invitation.nonce)]))


def _invitation(mail: AccountMail) -> Facts:
    invitation = Invitation.objects.select_related("state", "organization", "invited_by").get(pk=mail.about)
    if not invitation.is_open:
        raise SkipError("The invitation is no longer open.")
    return {
        "inviter": str(invitation.invited_by or _("The Secretariat")),
        "role": role_in_words(invitation),
        "until": _day(invitation.expires_at, mail),
        "url": invitation_address(invitation),
    }


def _address(side: str) -> Callable[[AccountMail], Facts]:
    def facts(mail: AccountMail) -> Facts:
        change = EmailChange.objects.get(pk=mail.about)
        if not change.is_open:
            raise SkipError("The change of address is closed.")
        token = secret(f"address.{side}", change.nonce)
        return {
            "new": change.new_email,
            "until": _day(change.expires_at, mail),
            "url": absolute(reverse("network:confirm_address", args=[token])),
        }

    return facts


def _address_changed(mail: AccountMail) -> Facts:
    return {"new": EmailChange.objects.get(pk=mail.about).new_email}


def _password_reset(mail: AccountMail) -> Facts:
    assert mail.user is not None  # noqa: S101 - this kind always has one
    token = account_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(mail.user)
    path = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(mail.user), "key": token}
    )
    return {"url": absolute(path)}


def _registration(mail: AccountMail) -> Facts:
    return {"reason": RegistrationRequest.objects.get(pk=mail.about).reason}


def _hand_over(mail: AccountMail) -> Facts:
    reason = HandOver.objects.get(pk=mail.about).reason
    return {"reason": reason, "url": absolute(reverse("network:settings_roles"))}


def _link(name: str) -> Callable[[AccountMail], Facts]:
    return lambda mail: {"url": absolute(reverse(name))}


def _day(moment: datetime, mail: AccountMail) -> str:
    return format_date(moment, "long", locale=mail.language)


_FACTS: dict[str, Callable[[AccountMail], Facts]] = {
    Kind.INVITATION: _invitation,
    Kind.REGISTRATION_APPROVED: _invitation,
    Kind.REGISTRATION_KNOWN: _link("account_login"),
    Kind.REGISTRATION_DECLINED: _registration,
    Kind.ADDRESS_OLD: _address("old"),
    Kind.ADDRESS_NEW: _address("new"),
    Kind.ADDRESS_CHANGED: _address_changed,
    Kind.PASSWORD_RESET: _password_reset,
    Kind.SECOND_FACTOR_CHANGED: _link("mfa_index"),
    Kind.HAND_OVER_DECLINED: _hand_over,
}
