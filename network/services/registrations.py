"""Asking to become a member, and what staff decide."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from ..choices import AccountMailKind, RequestState, Role
from ..models import MemberState, Organization, RegistrationRequest, User
from ..rules import is_staff_manager
from .errors import NotOpenError
from .invitations import Offer, invite
from .letters import promise_letter


@dataclass(frozen=True)
class Application:
    """Who asks, for which organization (one that exists, or one by its name), and why."""

    email: str
    full_name: str
    language: str
    motivation: str
    organization: Organization | None = None
    organization_name: str = ""
    organization_kind: str = ""
    organization_state: MemberState | None = None
    organization_website: str = ""
    position: str = ""


@transaction.atomic
def request_registration(*, application: Application) -> RegistrationRequest:
    """Write a request down and answer by mail; whoever asks sees the same for every address.

    An address with an account gets a letter that says so. A second request while one waits changes nothing.
    """
    request = RegistrationRequest(**vars(application))
    request.email = request.email.strip().lower()
    is_known = User.objects.filter(email__iexact=request.email).exists()
    request.state = RequestState.KNOWN if is_known else RequestState.PENDING
    kind = AccountMailKind.REGISTRATION_KNOWN if is_known else AccountMailKind.REGISTRATION_RECEIVED
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError:  # one waits already: it stays as it is
        request = RegistrationRequest.objects.get(email__iexact=request.email, state=RequestState.PENDING)
    promise_letter(kind=kind, address=request.email, language=application.language, about=request.pk)
    return request


@transaction.atomic
def approve_registration(
    *, request: RegistrationRequest, by: User, reason: str = "", verify: bool = False
) -> RegistrationRequest:
    """Approve: the organization is made if it was named, and the address gets a link to choose a password.

    `verify` also marks the organization as verified. Raises PermissionDenied, NotOpenError.
    """
    request = _decide(request, by, RequestState.APPROVED, reason)
    organization = request.organization or _named_organization(request)
    if organization is not None and verify and not organization.is_verified:
        organization.is_verified = True
        organization.save(update_fields=["is_verified"])
    request.organization = organization
    request.invitation = invite(
        email=request.email,
        offer=Offer(role=Role.MEMBER, organization=organization, reason=reason or "Registration"),
        language=request.language,
        full_name=request.full_name,
        by=by,
        letter=AccountMailKind.REGISTRATION_APPROVED,
    )
    request.save(update_fields=["organization", "invitation"])
    return request


@transaction.atomic
def decline_registration(*, request: RegistrationRequest, by: User, reason: str) -> RegistrationRequest:
    """Decline with a reason, which the person is told. Raises PermissionDenied, NotOpenError."""
    request = _decide(request, by, RequestState.DECLINED, reason)
    promise_letter(
        kind=AccountMailKind.REGISTRATION_DECLINED,
        address=request.email,
        language=request.language,
        about=request.pk,
    )
    return request


def _decide(request: RegistrationRequest, by: User, state: RequestState, reason: str) -> RegistrationRequest:
    if not is_staff_manager(by):
        raise PermissionDenied
    locked = RegistrationRequest.objects.select_for_update().get(pk=request.pk)
    if locked.state != RequestState.PENDING:
        raise NotOpenError
    locked.state, locked.decided_by, locked.decided_at, locked.reason = state, by, timezone.now(), reason
    locked.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    return locked


def _named_organization(request: RegistrationRequest) -> Organization | None:
    if not request.organization_name:
        return None
    organization, _created = Organization.objects.get_or_create(
        name=request.organization_name,
        state=request.organization_state,
        defaults={
            "kind": request.organization_kind,
            "website": request.organization_website,
            "name_language": request.language,
        },
    )
    return organization
