"""Granting and revoking roles; the event table of grants keeps every change."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import LANGUAGE_ROLES, ORGANIZATION_ROLES, STATE_ROLES, Role
from ..models import MemberState, Organization, RoleGrant, User
from ..rules import is_staff_manager


def _check_scope(
    role: Role, state: MemberState | None, organization: Organization | None, language: str | None
) -> None:
    if role in STATE_ROLES and state is None:
        raise ValidationError({"state": _("This role is granted for a member state: choose one.")})
    if state is not None and not state.is_active:
        raise ValidationError({"state": _("Roles are granted only for participating member states.")})
    if role in ORGANIZATION_ROLES and organization is None:
        raise ValidationError({"organization": _("This role is granted for an organization: choose one.")})
    if role in LANGUAGE_ROLES and not language:
        raise ValidationError({"language": _("This role is granted for a language: choose one.")})


@transaction.atomic
def grant_role(
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

    Raises PermissionDenied when `by` is no staff manager, ValidationError when the scope does not fit the role.
    """
    if by is not None and not is_staff_manager(by):
        raise PermissionDenied
    _check_scope(role, state, organization, language)
    grant = RoleGrant.objects.create(
        user=user,
        role=role,
        state=state,
        organization=organization,
        language=language,
        is_principal=is_principal,
        ends_at=ends_at,
        granted_by=by,
        reason=reason,
    )
    user.__dict__.pop("grants", None)
    return grant


@transaction.atomic
def revoke_role(*, grant: RoleGrant, reason: str, by: User) -> RoleGrant:
    """End a grant now. Raises PermissionDenied when `by` is no staff manager."""
    if not is_staff_manager(by):
        raise PermissionDenied
    grant.revoked_at, grant.revoked_by, grant.revoked_reason = timezone.now(), by, reason
    grant.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
    return grant
