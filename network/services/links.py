"""Secrets of links in letters: made from the portal's key when a letter is sent, kept only as a hash."""

import base64
import hashlib
import hmac
from uuid import UUID

from django.conf import settings


def secret(purpose: str, nonce: UUID) -> str:
    """The secret of a link, 43 characters that fit an address; the same for the same purpose and nonce."""
    message = f"network.link.{purpose}.{nonce.hex}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def hash_of(token: str) -> str:
    """What the table holds of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()
