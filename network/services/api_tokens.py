"""Tokens by which a program acts for a person: made, used, revoked."""

import secrets
from datetime import timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network.notifications.services import notify

from ..choices import TokenScope
from ..models import ApiToken, User
from ..rules import needs_second_factor
from .links import hash_of

PREFIX = "iapv_"  # so that a token that lies about is known for what it is
MOST_TOKENS, MOST_DAYS = 20, 366
SECONDS_BETWEEN_USES = 60  # the last use is written down so often at most


@transaction.atomic
def make_token(*, user: User, name: str, scope: TokenScope, days: int) -> tuple[ApiToken, str]:
    """Make a token for `days`; gives it and its secret, which nobody can be shown again. Its person is told.

    Raises ValidationError by field: too many tokens, no name, too long a time.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    now = timezone.now()
    if person.api_tokens.filter(revoked_at__isnull=True, expires_at__gt=now).count() >= MOST_TOKENS:
        raise ValidationError({"name": _("You have many tokens. Revoke those that you do not use.")})
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError({"days": _("A token ends within a year.")})
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken(
        user=person,
        name=name.strip(),
        scope=scope,
        token_hash=hash_of(secret),
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    token.clean_fields(exclude=["user", "last_used_at", "revoked_at"])
    token.save()
    notify("network.token_made", about=token, to=[person])
    return token, secret


@transaction.atomic
def revoke_token(*, user: User, token_id: int) -> ApiToken | None:
    """End one of the person's tokens at once; None when they have none of this number."""
    token = ApiToken.objects.select_for_update().filter(user=user, pk=token_id).first()
    if token is not None and token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
    return token


def token_of(secret: str) -> ApiToken | None:
    """The valid token of this secret, with its person; None for others. Its use is noted.

    A person whose role asks for a second step of signing in, and who has none, has no valid token.
    """
    if not secret.startswith(PREFIX) or len(secret) > 100:
        return None
    token = ApiToken.objects.select_related("user").filter(token_hash=hash_of(secret)).first()
    if token is None or not token.is_valid or not token.user.is_active:
        return None
    user = token.user
    if settings.SECOND_FACTOR_REQUIRED and needs_second_factor(user) and not is_mfa_enabled(user):
        return None
    _note_use(token)
    return token


def _note_use(token: ApiToken) -> None:
    now = timezone.now()
    before = now - timedelta(seconds=SECONDS_BETWEEN_USES)
    if token.last_used_at is None or token.last_used_at < before:
        stale = Q(last_used_at__isnull=True) | Q(last_used_at__lt=before)
        ApiToken.objects.filter(stale, pk=token.pk).update(last_used_at=now)
