"""Leaving the portal: a person's account becomes a number; what was done in the name of others stays.

Posts keep their place, practices belong to their state, and grants and audit stay as they are; none of them
says any more who it was. Apps forget what they know from AppConfig.ready(): `register("fora", forget)`; the
function takes the person, who is a number already, in the transaction of the erasure.
"""

from collections.abc import Callable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessLog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.following.services.personal import forget_interests
from network.notifications.services.keeping import forget_notices

from ..choices import Role
from ..models import (
    AccountMail,
    AnsweredRequest,
    ApiToken,
    EmailChange,
    HandOver,
    Invitation,
    RegistrationRequest,
    RoleGrant,
    User,
)
from .roles import end_grant
from .sessions import end_sessions

REASON = "The account was erased."
Part = Callable[[User], None]
_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Add what an app forgets; the same name replaces the earlier one."""
    _parts[name] = part


@transaction.atomic
def erase_account(*, user: User) -> User:
    """Erase what the portal knows of a person; there is no way back.

    Raises ValidationError for a focal point, who hands over first, and for the only staff manager.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    live = list(RoleGrant.objects.live().filter(user=person))
    _check(live)
    for grant in live:
        end_grant(grant=grant, reason=REASON, by=None)
    _forget_letters(person)
    _forget_doors(person)
    forget_notices(person)
    forget_interests(person)
    person.memberships.all().delete()
    end_sessions(user=person)
    _pseudonymize(person)
    for part in _parts.values():
        part(person)
    return person


def _check(live: list[RoleGrant]) -> None:
    if any(grant.role == Role.FOCAL_POINT for grant in live):
        raise ValidationError(
            _(
                "You are a focal point. Hand over to a successor first, or ask the Secretariat to end"
                " the role."
            )
        )
    if any(grant.role == Role.STAFF_MANAGER for grant in live):
        others = RoleGrant.objects.effective().filter(role=Role.STAFF_MANAGER, user__is_active=True)
        if not others.exclude(user=live[0].user_id).exists():
            raise ValidationError(_("You are the only staff manager. Give the role to somebody else first."))


def _forget_letters(person: User) -> None:
    AccountMail.objects.filter(user=person).delete()
    AccountMail.objects.filter(address__iexact=person.email).delete()
    EmailChange.objects.filter(user=person).delete()
    EmailAddress.objects.filter(user=person).delete()


def _forget_doors(person: User) -> None:
    """Requests and invitations of the address, keys, attempts to sign in; a hand-over loses the name."""
    email, pseudonym = person.email, pseudonym_of(person)
    RegistrationRequest.objects.filter(email__iexact=email).delete()
    Invitation.objects.filter(email__iexact=email, used_by__isnull=True).delete()
    Invitation.objects.filter(used_by=person).update(email=address_of(person), full_name=pseudonym)
    HandOver.objects.filter(successor_email__iexact=email).update(
        successor_email=address_of(person), successor_name=pseudonym
    )
    Authenticator.objects.filter(user=person).delete()
    ApiToken.objects.filter(user=person).delete()
    AnsweredRequest.objects.filter(user=person).delete()
    AccessAttempt.objects.filter(username__iexact=email).delete()
    AccessLog.objects.filter(username__iexact=email).delete()


def _pseudonymize(person: User) -> None:
    photo = person.photo.name
    storage = person.photo.storage
    person.email, person.full_name, person.photo = address_of(person), pseudonym_of(person), ""
    person.is_active = person.is_staff = person.is_superuser = False
    person.last_login, person.time_zone = None, "UTC"
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
    if photo:
        transaction.on_commit(lambda: storage.delete(photo), robust=True)


def pseudonym_of(person: User) -> str:
    """What stands where the name stood; the same in every language (nomen nescio)."""
    return f"N. N. {person.pk}"


def address_of(person: User) -> str:
    """An address that no mail can reach (RFC 2606)."""
    return f"erased-{person.pk}@erased.invalid"
