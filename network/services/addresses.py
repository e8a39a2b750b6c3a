"""A new e-mail address: it holds once both the old and the new one have confirmed."""

import uuid
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import AccountMailKind
from ..models import EmailChange, User
from .errors import InvitationError
from .letters import promise_letter
from .links import hash_of, secret
from .sessions import end_sessions

VALID = timedelta(days=2)


@transaction.atomic
def request_email_change(*, user: User, new_email: str) -> EmailChange:
    """Ask both addresses. The answer is the same when the new one has an account: its holder gets a letter.

    An earlier change that is open is closed. Raises ValidationError for the address in use.
    """
    new_email = new_email.strip().lower()
    if new_email == user.email.lower():
        raise ValidationError({"email": _("This is the address that you sign in with now.")})
    now = timezone.now()
    EmailChange.objects.filter(user=user, closed_at__isnull=True).update(closed_at=now)
    nonce = uuid.uuid4()
    change = EmailChange.objects.create(
        user=user,
        old_email=user.email,
        new_email=new_email,
        nonce=nonce,
        old_token_hash=hash_of(secret("address.old", nonce)),
        new_token_hash=hash_of(secret("address.new", nonce)),
        expires_at=now + VALID,
    )
    is_taken = User.objects.filter(email__iexact=new_email).exists()
    to_new = AccountMailKind.ADDRESS_TAKEN if is_taken else AccountMailKind.ADDRESS_NEW
    _tell(change, AccountMailKind.ADDRESS_OLD, change.old_email)
    _tell(change, to_new, new_email)
    return change


def open_email_change(token: str) -> EmailChange:
    """The change that a link belongs to. Raises InvitationError when it is not open."""
    digest = hash_of(token)
    change = EmailChange.objects.filter(Q(old_token_hash=digest) | Q(new_token_hash=digest)).first()
    if change is None or not change.is_open:
        raise InvitationError
    return change


@transaction.atomic
def confirm_email_change(*, token: str) -> EmailChange:
    """One of the two addresses says yes; with the second yes the account has the new address.

    Then the person is signed out everywhere and the old address is told. Raises InvitationError when the link
    is not valid, or when the new address has been taken in the meantime.
    """
    found = open_email_change(token)
    change = EmailChange.objects.select_for_update(of=("self",)).select_related("user").get(pk=found.pk)
    if not change.is_open:
        raise InvitationError
    side = "old" if hash_of(token) == change.old_token_hash else "new"
    setattr(change, f"{side}_confirmed_at", timezone.now())
    change.save(update_fields=[f"{side}_confirmed_at"])
    if change.old_confirmed_at and change.new_confirmed_at:
        _carry_out(change)
    return change


def _carry_out(change: EmailChange) -> None:
    user = change.user
    if User.objects.filter(email__iexact=change.new_email).exclude(pk=user.pk).exists():
        raise InvitationError
    user.email = change.new_email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=change.new_email, verified=True, primary=True)
    change.closed_at = timezone.now()
    change.save(update_fields=["closed_at"])
    end_sessions(user=user)
    _tell(change, AccountMailKind.ADDRESS_CHANGED, change.old_email)


def _tell(change: EmailChange, kind: AccountMailKind, address: str) -> None:
    user = change.user
    promise_letter(kind=kind, address=address, language=user.language, user=user, about=change.pk)
