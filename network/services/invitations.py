"""Inviting people: expiring, single use, bound to an address."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ..choices import AccountMailKind, HandOverState, Role
from ..models import Invitation, Membership, MemberState, Organization, RegistrationRequest, User
from ..rules import can_grant
from .errors import InvitationError, OtherAddressError, SignInFirstError
from .letters import promise_letter
from .links import hash_of, secret
from .roles import check_scope, grant_role


@dataclass(frozen=True)
class Offer:
    """What an invitation offers: a role with its scope, until when, and why."""

    role: Role
    reason: str
    state: MemberState | None = None
    organization: Organization | None = None
    role_language: str | None = None
    is_principal: bool = False
    ends_at: datetime | None = None


@transaction.atomic
def invite(
    *,
    email: str,
    offer: Offer,
    language: str,
    by: User | None,
    full_name: str = "",
    letter: AccountMailKind = AccountMailKind.INVITATION,
) -> Invitation:
    """Send an invitation in `language`; an earlier open one for the same role and address is withdrawn.

    Does not say whether the address has an account. `by` None is the set-up of the portal itself.
    Raises PermissionDenied when `by` may not grant the role, ValidationError when the scope does not fit.
    """
    if by is not None and not can_grant(by, offer.role, offer.state):
        raise PermissionDenied
    check_scope(offer.role, offer.state, offer.organization, offer.role_language)
    email = email.strip().lower()
    _withdraw_earlier(email, offer, by)
    nonce = uuid.uuid4()
    invitation = Invitation(
        email=email,
        language=language,
        full_name=full_name,
        nonce=nonce,
        token_hash=hash_of(secret("invitation", nonce)),
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=settings.INVITATION_DAYS),
        **vars(offer),
    )
    invitation.clean_fields(exclude=["state", "organization", "invited_by", "used_by", "revoked_by", *_EMPTY])
    invitation.save()
    promise_letter(kind=letter, address=email, language=language, about=invitation.pk)
    return invitation


_EMPTY = ["role_language", "ends_at", "used_at", "revoked_at"]


def _withdraw_earlier(email: str, offer: Offer, by: User | None) -> None:
    earlier = Invitation.objects.open().filter(
        email=email, role=offer.role, state=offer.state, organization=offer.organization
    )
    earlier.filter(role_language=offer.role_language).update(revoked_at=timezone.now(), revoked_by=by)


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> Invitation:
    """Withdraw an invitation that is still open. Raises PermissionDenied when `by` could not give it."""
    if not can_grant(by, Role(invitation.role), invitation.state):
        raise PermissionDenied
    Invitation.objects.open().filter(pk=invitation.pk).update(revoked_at=timezone.now(), revoked_by=by)
    invitation.refresh_from_db()
    return invitation


def open_invitation(token: str) -> Invitation:
    """The invitation of a link, for its page. Raises InvitationError when it cannot be accepted."""
    invitation = (
        Invitation.objects.select_related("state", "organization", "invited_by")
        .filter(token_hash=hash_of(token))
        .first()
    )
    if invitation is None or not invitation.is_open or not _still_holds(invitation):
        raise InvitationError
    return invitation


def has_account(invitation: Invitation) -> bool:
    """Whether the invitation's address belongs to an account; told only to who holds the link."""
    return User.objects.filter(email__iexact=invitation.email).exists()


@transaction.atomic
def accept_invitation(*, token: str, user: User) -> User:
    """Give the signed-in `user` what the invitation offers.

    Raises InvitationError when it is not valid, OtherAddressError when it is for another address.
    """
    invitation = _lock(token)
    if user.email.lower() != invitation.email.lower():
        raise OtherAddressError
    return _accept(invitation, user)


@transaction.atomic
def join_by_invitation(*, token: str, full_name: str, password: str, language: str, time_zone: str) -> User:
    """Make the account of the invited person and give it what the invitation offers.

    Raises InvitationError when it is not valid, SignInFirstError when the address has an account,
    ValidationError when name or time zone cannot be used; the password has been validated by the form.
    """
    invitation = _lock(token)
    if has_account(invitation):
        raise SignInFirstError
    user = User(email=invitation.email, full_name=full_name, language=language, time_zone=time_zone)
    user.set_password(password)
    user.clean_fields()
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return _accept(invitation, user)


def _lock(token: str) -> Invitation:
    Invitation.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    return open_invitation(token)


def _still_holds(invitation: Invitation) -> bool:
    """The giver may still give it, and the state still takes part."""
    giver = invitation.invited_by
    if giver is not None and not (
        giver.is_active and can_grant(giver, Role(invitation.role), invitation.state)
    ):
        return False
    return invitation.state is None or invitation.state.is_active


def _accept(invitation: Invitation, user: User) -> User:
    from .hand_overs import complete_hand_over  # late: hand-overs invite

    try:
        if not _holds_already(invitation, user):
            _grant(invitation, user)
    except (PermissionDenied, ValidationError) as error:
        raise InvitationError from error
    if invitation.organization is not None:
        Membership.objects.get_or_create(
            user=user, organization=invitation.organization, defaults={"position": _position(invitation)}
        )
    invitation.used_at, invitation.used_by = timezone.now(), user
    invitation.save(update_fields=["used_at", "used_by"])
    hand_over = getattr(invitation, "hand_over", None)
    if hand_over is not None and hand_over.state == HandOverState.INVITED:
        complete_hand_over(hand_over=hand_over, successor=user)
    return user


def _grant(invitation: Invitation, user: User) -> None:
    grant_role(
        user=user,
        role=Role(invitation.role),
        state=invitation.state,
        organization=invitation.organization if invitation.role == Role.PROVIDER_EDITOR else None,
        language=invitation.role_language,
        is_principal=invitation.is_principal,
        ends_at=invitation.ends_at,
        reason=invitation.reason,
        by=invitation.invited_by,
    )


def _holds_already(invitation: Invitation, user: User) -> bool:
    scope = {"state": invitation.state_id} if invitation.state_id else {}
    grants = [grant for grant in user.grants if grant.role == invitation.role]
    return (
        not invitation.is_principal
        and bool(grants)
        and bool(scope)
        and user.has_role(Role(invitation.role), **scope)
    )


def _position(invitation: Invitation) -> str:
    request = RegistrationRequest.objects.filter(invitation=invitation).first()
    return request.position if request else ""
