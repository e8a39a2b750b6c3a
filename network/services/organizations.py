"""Organizations, and the Secretariat's word that they are what they say."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ..models import Organization, User
from ..rules import is_staff_manager

FIELDS = ("name", "name_language", "kind", "state", "website")


@transaction.atomic
def verify_organization(*, organization: Organization, is_verified: bool, by: User) -> Organization:
    """Mark an organization as verified, or take the mark back. Raises PermissionDenied."""
    if not is_staff_manager(by):
        raise PermissionDenied
    locked = Organization.objects.select_for_update().get(pk=organization.pk)
    locked.is_verified = is_verified
    locked.save(update_fields=["is_verified"])
    return locked


@transaction.atomic
def change_organization(*, organization: Organization, by: User, **values: Any) -> Organization:
    """Change name, kind, state or website; makes it when it is new.

    Raises PermissionDenied, and ValidationError when the state has an organization of this name.
    """
    if not is_staff_manager(by):
        raise PermissionDenied
    for field in FIELDS:
        if field in values:
            setattr(organization, field, values[field])
    organization.clean_fields()
    try:
        with transaction.atomic():
            organization.save()
    except IntegrityError as error:
        raise ValidationError({"name": _("This state has an organization of this name already.")}) from error
    return organization
