"""The account in whose name the Secretariat records what official documents state."""

from django.db import transaction

from ..choices import Role
from ..models import User
from .roles import grant_role

SECRETARIAT = "department-of-public-security@secretariat.invalid"
"""Its address; `.invalid` never receives mail (RFC 2606)."""


@transaction.atomic
def secretariat_account() -> User:
    """The account of the Department of Public Security: nobody signs in with it."""
    account = User.objects.filter(email=SECRETARIAT).first()
    if account is None:
        account = User.objects.create_user(
            SECRETARIAT, full_name="Department of Public Security", is_active=False
        )
        for role in (Role.STAFF_MANAGER, Role.SCREENER):
            grant_role(user=account, role=role, reason="Records what official documents state", by=None)
    return account
