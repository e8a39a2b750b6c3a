"""Granting and revoking roles; the event table of grants keeps every change."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.notifications.services import notify

from ..choices import (
    ATTESTED_ROLES,
    LANGUAGE_ROLES,
    ORGANIZATION_ROLES,
    STATE_ROLES,
    Role,
)
from ..models import MemberState, Organization, RoleGrant, User
from ..rules import can_grant
from .sessions import end_sessions

ATTESTATION_EVERY = timedelta(days=365)


def holders(which: Q) -> QuerySet[User]:
    """People with an open account who hold a grant in force of which `which` is true."""
    return User.objects.filter(
        is_active=True, pk__in=RoleGrant.objects.effective().filter(which).values("user")
    )


def managers() -> QuerySet[User]:
    """Staff managers."""
    return holders(Q(role=Role.STAFF_MANAGER))


def check_scope(
    role: Role, state: MemberState | None, organization: Organization | None, language: str | None
) -> None:
    """Raises ValidationError, by field, when the scope does not fit the role."""
    if role in STATE_ROLES and state is None:
        raise ValidationError({"state": _("This role is granted for a member state: choose one.")})
    if state is not None and not state.is_active:
        raise ValidationError({"state": _("Roles are granted only for participating member states.")})
    if role in ORGANIZATION_ROLES and organization is None:
        raise ValidationError({"organization": _("This role is granted for an organization: choose one.")})
    if role in LANGUAGE_ROLES and not language:
        raise ValidationError({"language": _("This role is granted for a language: choose one.")})


@transaction.atomic
def grant_role(  # noqa: PLR0913 - a scope has many sides
    *,
    user: User,
    role: Role,
    reason: str,
    by: User | None,
    state: MemberState | None = None,
    organization: Organization | None = None,
    language: str | None = None,
    is_principal: bool = False,
    ends_at: datetime | None = None,
) -> RoleGrant:
    """Give `user` a role in a scope until `ends_at`; `by` None is the set-up of the portal itself.

    The person is told by mail and signs in again. Raises PermissionDenied when `by` may not grant this role
    (nobody grants to oneself), ValidationError when the scope does not fit the role.
    """
    if by is not None and (by.pk == user.pk or not can_grant(by, role, state)):
        raise PermissionDenied
    check_scope(role, state, organization, language)
    if ends_at is not None and ends_at <= timezone.now():
        raise ValidationError({"ends_at": _("The role must end in the future.")})
    if is_principal and role == Role.FOCAL_POINT:
        RoleGrant.objects.live().filter(role=role, state=state, is_principal=True).update(is_principal=False)
    grant = RoleGrant.objects.create(
        user=user,
        role=role,
        state=state,
        organization=organization,
        language=language,
        is_principal=is_principal,
        ends_at=ends_at,
        attestation_due_on=timezone.localdate() + ATTESTATION_EVERY if role in ATTESTED_ROLES else None,
        granted_by=by,
        reason=reason,
    )
    _changed(grant, user, "network.role_granted", by)
    return grant


@transaction.atomic
def revoke_role(*, grant: RoleGrant, reason: str, by: User) -> RoleGrant:
    """End a grant now. Raises PermissionDenied when `by` may not grant it; a second time changes nothing."""
    if not can_grant(by, Role(grant.role), grant.state):
        raise PermissionDenied
    return end_grant(grant=grant, reason=reason, by=by)


@transaction.atomic
def end_grant(*, grant: RoleGrant, reason: str, by: User | None) -> RoleGrant:
    """End a grant for a service that has checked who may: the holder is told and signed out."""
    locked = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    if locked.revoked_at is None:
        locked.revoked_at, locked.revoked_by, locked.revoked_reason = timezone.now(), by, reason
        locked.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
        _changed(locked, grant.user, "network.role_ended", by)
    grant.revoked_at, grant.revoked_by, grant.revoked_reason = locked.revoked_at, by, locked.revoked_reason
    return grant


def _changed(grant: RoleGrant, user: User, verb: str, by: User | None) -> None:
    user.__dict__.pop("grants", None)
    end_sessions(user=user)
    if by is not None:
        notify(verb, about=grant, to=[user])
