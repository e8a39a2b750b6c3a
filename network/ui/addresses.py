"""Whole addresses."""

from django.conf import settings


def absolute(path: str) -> str:
    """With host, as it is set; never from a request's, which a stranger may choose."""
    return settings.PUBLIC_URL.rstrip("/") + path
