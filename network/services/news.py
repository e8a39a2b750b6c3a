"""What the Network tells people who have accounts: roles that they were given or that ended."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Kind, Matter, register

from ..models import RoleGrant, User
from .letter_facts import role_in_words


def _granted(matter: Matter) -> dict[str, Any]:
    grant: RoleGrant = matter.about
    return {
        "role": role_in_words(grant),
        "actor": grant.granted_by or _("The Secretariat"),
        "reason": grant.reason,
    }


def _ended(matter: Matter) -> dict[str, Any]:
    grant: RoleGrant = matter.about
    return {"role": role_in_words(grant), "reason": grant.revoked_reason}


def _is_holder(grant: RoleGrant, user: User) -> bool:
    return grant.user_id == user.pk


def _roles_page(grant: RoleGrant) -> str:
    return reverse("network:settings_roles")


def register_news() -> None:
    """Make these kinds of news known."""
    related = ("state", "organization", "granted_by")
    register(
        Kind(
            verb="network.role_granted",
            category=Category.ACCOUNT,
            label=_("I am given a role"),
            subject=_("You have a new role: %(role)s"),
            line=_("You have a new role: %(role)s."),
            text=_(
                "%(actor)s has given you the role: %(role)s. The reason given: %(reason)s\n\n"
                "Sign in again to use it."
            ),
            action=_("See your roles"),
            values=_granted,
            link=_roles_page,
            may_see=_is_holder,
            related=related,
            required=True,
        )
    )
    register(
        Kind(
            verb="network.role_ended",
            category=Category.ACCOUNT,
            label=_("A role of mine ends"),
            subject=_("A role of yours has ended: %(role)s"),
            line=_("A role of yours has ended: %(role)s."),
            text=_("You no longer hold the role: %(role)s. The reason given: %(reason)s"),
            action=_("See your roles"),
            values=_ended,
            link=_roles_page,
            may_see=_is_holder,
            related=related,
            required=True,
        )
    )
