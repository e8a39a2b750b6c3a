"""How django-allauth makes and greets accounts here, and where its letters go."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from ..choices import AccountMailKind
from ..models import User
from .letters import promise_letter


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation or by staff; nobody signs up alone. Letters go through the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Registration with the approval of staff comes by its own form."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters are the portal's own (services.letters): one that is not foreseen is a fault to find."""
        raise NotImplementedError(template_prefix)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the holder of the account what has changed about signing in."""
        is_password = template_prefix.startswith("account/email/password")
        kind = AccountMailKind.PASSWORD_CHANGED if is_password else AccountMailKind.SECOND_FACTOR_CHANGED
        promise_letter(kind=kind, address=user.email, language=user.language, user=user)


class PortalMFAAdapter(DefaultMFAAdapter):
    """Secrets of the second step are encrypted at rest with a key that follows from SECRET_KEY."""

    def encrypt(self, text: str) -> str:
        """Encrypt with authentication (Fernet)."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The counterpart; raises cryptography's InvalidToken when the key has changed."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return settings.MFA_TOTP_ISSUER


def _cipher() -> Fernet:
    key = hashlib.sha256(b"network.second-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
