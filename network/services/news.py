"""What the Network tells people who have accounts: roles that they were given or that ended, tokens."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Kind, Matter, register

from ..models import ApiToken, RoleGrant, User
from ..querysets import ATTESTATION_GRACE
from ..rules import is_staff_manager
from ..ui.numbers import day
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


def _to_confirm(matter: Matter) -> dict[str, Any]:
    grant: RoleGrant = matter.about
    due = grant.attestation_due_on or timezone.localdate()
    return {
        "role": role_in_words(grant),
        "person": grant.user,
        "date": day(due),
        "until": day(due + ATTESTATION_GRACE),
    }


def _of_token(matter: Matter) -> dict[str, Any]:
    token: ApiToken = matter.about
    return {"name": token.name, "scope": token.get_scope_display(), "until": day(token.expires_at)}


def _is_holder(about: Any, user: User) -> bool:
    return about.user_id == user.pk


def _for_staff(grant: RoleGrant, user: User) -> bool:
    return is_staff_manager(user)


def _roles_page(grant: RoleGrant) -> str:
    return reverse("network:settings_roles")


def _persons_page(grant: RoleGrant) -> str:
    return reverse("network:staff_person", args=[grant.user_id])


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
    _register_confirmations(related)
    _register_tokens()


def _register_tokens() -> None:
    """Whoever took over an account for a minute could leave a token behind: its holder hears of each."""
    register(
        Kind(
            verb="network.token_made",
            category=Category.ACCOUNT,
            label=_("A token for programs is made in my name"),
            subject=_("A new token for programs: %(name)s"),
            line=_("The token “%(name)s” was made in your name: %(scope)s, until %(until)s."),
            text=_(
                "A token for programs was made in your name: “%(name)s” (%(scope)s). A program that has it"
                " acts for you until %(until)s.\n\nIf you did not make it, revoke it at once, then change"
                " your password."
            ),
            action=_("See my tokens"),
            values=_of_token,
            link=lambda token: reverse("network:settings_tokens"),
            may_see=_is_holder,
            required=True,
        )
    )


def _register_confirmations(related: tuple[str, ...]) -> None:
    confirm: dict[str, Any] = {
        "category": Category.ACCOUNT,
        "values": _to_confirm,
        "link": _roles_page,
        "may_see": _is_holder,
    }
    register(
        Kind(
            verb="network.attestation_due",
            label=_("A role of mine is to be confirmed"),
            subject=_("Please confirm by %(date)s: %(role)s"),
            line=_("Please confirm by %(date)s that you still hold the role: %(role)s."),
            text=_(
                "Once a year the holders of an office confirm that they still hold it. Please do so for:"
                " %(role)s, by %(date)s.\n\nIf somebody else holds it now, hand over to that person there."
            ),
            action=_("Confirm, or hand over"),
            related=related,
            required=True,
            **confirm,
        )
    )
    register(
        Kind(
            verb="network.attestation_overdue",
            label=_("A role of mine should have been confirmed"),
            subject=_("Not confirmed yet: %(role)s"),
            line=_("The role was to be confirmed by %(date)s: %(role)s. After %(until)s it is not in force."),
            text=_(
                "You were asked to confirm by %(date)s that you still hold the role: %(role)s.\n\n"
                "You can still do so until %(until)s. After that day the role is not in force until the"
                " Secretariat confirms it; nothing that was written is lost."
            ),
            action=_("Confirm, or hand over"),
            related=related,
            required=True,
            **confirm,
        )
    )
    _register_stopped(related, confirm)


def _register_stopped(related: tuple[str, ...], confirm: dict[str, Any]) -> None:
    register(
        Kind(
            verb="network.role_stopped",
            label=_("A role of mine is no longer in force"),
            subject=_("No longer in force: %(role)s"),
            line=_("The role was not confirmed and is no longer in force: %(role)s."),
            text=_(
                "The role %(role)s was to be confirmed by %(date)s and has not been. It is no longer in"
                " force.\n\nWrite to the Secretariat, which can confirm it. Nothing that was written is lost."
            ),
            action=_("See your roles"),
            related=related,
            required=True,
            **confirm,
        )
    )
    register(
        Kind(
            verb="network.role_unconfirmed",
            category=Category.TASKS,
            label=_("A role stopped because nobody confirmed it"),
            subject=_("Stopped, as nobody confirmed it: %(role)s"),
            line=_("%(person)s did not confirm the role in time; it is not in force: %(role)s."),
            text=_(
                "%(person)s was to confirm the role %(role)s by %(date)s and has not. It is no longer in"
                " force.\n\nAsk the person or the government, then confirm the role or end it."
            ),
            action=_("Open the person’s page"),
            values=_to_confirm,
            link=_persons_page,
            may_see=_for_staff,
            related=(*related, "user"),
        )
    )
