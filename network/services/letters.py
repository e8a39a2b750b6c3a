"""Letters about accounts: promised in the transaction that gives cause, written in the recipient's language.

`WORDS` says what each kind of letter says; network/services/letter_facts.py finds names, dates and links.
"""

from typing import Any, NamedTuple

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from network.notifications.registry import Receipt, SkipError
from network.notifications.services import enqueue
from network.notifications.services.posting import post

from ..choices import AccountMailKind as Kind
from ..models import AccountMail, User
from .letter_facts import facts_of

TASK = "network.send_account_mail"


class Words(NamedTuple):
    """Subject, paragraphs, and the words of the link, if the letter has one. %(name)s is filled in."""

    subject: Any
    lines: tuple[Any, ...]
    action: Any = ""


IGNORE = _("If you did not ask for this, you need not do anything.")
TELL_US = _("If this was not you, change your password now and write to the Secretariat.")

WORDS: dict[str, Words] = {
    Kind.INVITATION: Words(
        _("Invitation to the Inter-American Network: %(role)s"),
        (
            _("%(inviter)s invites you to the portal of the Network as: %(role)s."),
            _("The invitation is for this address only, can be used once, and holds until %(until)s."),
            _("If you do not expect an invitation, you need not do anything."),
        ),
        _("Accept the invitation"),
    ),
    Kind.REGISTRATION_RECEIVED: Words(
        _("Your registration has been received"),
        (
            _("The Secretariat reads every request and decides on it. You will be told by mail."),
            IGNORE,
        ),
    ),
    Kind.REGISTRATION_KNOWN: Words(
        _("You already have an account"),
        (
            _("Someone, probably you, asked to register with this address. It already has an account."),
            _("Sign in with it; if you have forgotten the password, ask for a new one there."),
            IGNORE,
        ),
        _("Sign in"),
    ),
    Kind.REGISTRATION_APPROVED: Words(
        _("Your registration is approved"),
        (
            _("The Secretariat has approved your registration. Choose a password to begin."),
            _("The link is for this address only, can be used once, and holds until %(until)s."),
        ),
        _("Choose a password"),
    ),
    Kind.REGISTRATION_DECLINED: Words(
        _("Your registration was not approved"),
        (
            _("The Secretariat could not approve your registration. The reason given: %(reason)s"),
            _("Everything published in the portal can be read without an account. You may register again."),
        ),
    ),
    Kind.ADDRESS_OLD: Words(
        _("Confirm the change of your e-mail address"),
        (
            _("You asked to sign in with another address: %(new)s. Both addresses must confirm."),
            _("The link holds until %(until)s."),
            TELL_US,
        ),
        _("Confirm from this address"),
    ),
    Kind.ADDRESS_NEW: Words(
        _("Confirm your new e-mail address"),
        (
            _("A person of the Inter-American Network asked to sign in with this address from now on."),
            _("The link holds until %(until)s."),
            IGNORE,
        ),
        _("Confirm this address"),
    ),
    Kind.ADDRESS_TAKEN: Words(
        _("This address already has an account"),
        (
            _("Someone asked to move an account of the portal to this address, which has one already."),
            IGNORE,
        ),
    ),
    Kind.ADDRESS_CHANGED: Words(
        _("Your e-mail address was changed"),
        (_("Both addresses have confirmed: from now on you sign in with %(new)s."), TELL_US),
    ),
    Kind.PASSWORD_RESET: Words(
        _("Choose a new password"),
        (
            _("Someone, probably you, asked for a new password for the account of this address."),
            IGNORE,
        ),
        _("Choose a new password"),
    ),
    Kind.UNKNOWN_ACCOUNT: Words(
        _("No account with this address"),
        (
            _("Someone, probably you, asked for a new password. There is no account with this address."),
            _("Perhaps you registered with another one."),
            IGNORE,
        ),
    ),
    Kind.PASSWORD_CHANGED: Words(
        _("Your password was changed"),
        (_("The password of your account was changed. Other devices have been signed out."), TELL_US),
    ),
    Kind.SECOND_FACTOR_CHANGED: Words(
        _("The second step of signing in was changed"),
        (
            _("An authenticator app, a passkey or the recovery codes of your account were changed."),
            TELL_US,
        ),
        _("See what is set up"),
    ),
    Kind.HAND_OVER_DECLINED: Words(
        _("Your hand-over could not be accepted"),
        (_("The Secretariat could not accept the hand-over. The reason given: %(reason)s"),),
        _("See the hand-over"),
    ),
}


def promise_letter(
    *, kind: Kind, address: str, language: str, user: User | None = None, about: int | None = None
) -> AccountMail:
    """Write down a letter to be sent when the caller's transaction commits."""
    mail = AccountMail.objects.create(kind=kind, address=address, language=language, user=user, about=about)
    enqueue(
        task=TASK,
        dedupe_key=f"account-mail:{mail.pk}",
        args={"mail": mail.pk},
        queue="mail",
        kind=f"account.{kind}",
    )
    return mail


def request_new_password(*, address: str, language: str) -> None:
    """Promise a letter to whoever has forgotten the password; `language` is for addresses without account."""
    promise_letter(kind=Kind.PASSWORD_RESET, address=address.strip().lower(), language=language)


def send_letter(*, mail_id: int) -> Receipt:
    """Send a promised letter; the receipt notes when. Raises SkipError when it no longer holds."""
    mail = AccountMail.objects.select_related("user").filter(pk=mail_id).first()
    if mail is not None and mail.kind == Kind.PASSWORD_RESET:
        _look_up(mail)
    if mail is None or (mail.user is not None and not mail.user.is_active):
        raise SkipError("The letter or its recipient is gone.")
    with translation.override(mail.language):
        message = _compose(mail)
    post(message)
    return Receipt(write=lambda: AccountMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now()))


def _look_up(mail: AccountMail) -> None:
    """Whether an address has an account is found out here: asking costs the same for every address."""
    mail.user = User.objects.filter(email__iexact=mail.address, is_active=True).first()
    if mail.user is None:
        mail.kind = Kind.UNKNOWN_ACCOUNT
    else:
        mail.language = mail.user.language


def _compose(mail: AccountMail) -> EmailMultiAlternatives:
    facts = facts_of(mail)
    words = WORDS[mail.kind]
    context = {
        "subject": str(words.subject) % facts,
        "lines": [str(line) % facts for line in words.lines],
        "action": words.action,
        "url": facts.get("url", ""),
        "language": mail.language,
        "home": settings.PUBLIC_URL,
    }
    subject = " ".join(context["subject"].split())
    text = render_to_string("mail/account.txt", context)
    message = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [mail.address])
    message.attach_alternative(render_to_string("mail/account.html", context), "text/html")
    message.extra_headers = {
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<account-mail-{mail.pk}@{_domain()}>",
    }
    return message


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
