"""All that the portal holds about a person, for that person.

Apps add their part from AppConfig.ready(): `register("practices", practices_of)`; the function takes the user
and returns what json can write.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from network.following.services.personal import interests_of
from network.moderation.services.keeping import moderation_of
from network.notifications.services.keeping import notices_of

from ..models import AccountMail, EmailChange, HandOver, Invitation, RegistrationRequest, User

Part = Callable[[User], Any]
_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Add an app's part of the export; the same name replaces the earlier one."""
    _parts[name] = part


def export_personal_data(*, user: User) -> dict[str, Any]:
    """Profile, organizations, roles, sessions and the rest, with plain names; no secrets, no other people."""
    return {
        "profile": _row(user, "email", "full_name", "language", "time_zone", "date_joined", "last_login"),
        "organizations": list(user.memberships.values("organization__name", "position", "since_on")),
        "roles": list(
            user.role_grants.values(
                "role",
                "state",
                "organization__name",
                "language",
                "is_principal",
                "starts_at",
                "ends_at",
                "reason",
                "attestation_due_on",
                "attested_at",
                "revoked_at",
                "revoked_reason",
            )
        ),
        "tokens": list(
            user.api_tokens.values("name", "scope", "made_at", "expires_at", "last_used_at", "revoked_at")
        ),
        "invitations": list(
            Invitation.objects.filter(used_by=user).values("email", "role", "state", "invited_at", "used_at")
        ),
        "registrations": list(
            RegistrationRequest.objects.filter(email__iexact=user.email).values(
                "full_name", "organization_name", "position", "motivation", "state", "requested_at", "reason"
            )
        ),
        "hand_overs": list(
            HandOver.objects.filter(grant__user=user).values("state", "started_at", "completed_at", "reason")
        ),
        "email_changes": list(
            EmailChange.objects.filter(user=user).values(
                "old_email", "new_email", "requested_at", "closed_at"
            )
        ),
        "sessions": list(UserSession.objects.filter(user=user).values("ip", "user_agent", "created_at")),
        "second_steps": list(
            Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
        ),
        "letters": list(
            AccountMail.objects.filter(user=user).values("kind", "address", "made_at", "sent_at")
        ),
        **notices_of(user),
        "moderation": moderation_of(user),
        "following": interests_of(user),
        **{name: part(user) for name, part in sorted(_parts.items())},
    }


def _row(record: Any, *fields: str) -> dict[str, Any]:
    return {field: getattr(record, field) for field in fields}
