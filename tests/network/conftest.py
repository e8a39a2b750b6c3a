"""What tests of people share: letters as they would arrive, and signing in as people do."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

from network.models import User
from network.notifications.models import OutboxEntry
from network.notifications.services import run_entry


@pytest.fixture(autouse=True)
def _no_limits_of_other_tests() -> None:
    """Counts of rate limits live in the cache."""
    cache.clear()


@pytest.fixture
def letters(db: None) -> Callable[[], list[EmailMessage]]:
    """Send what has been promised and give all letters so far, the oldest first."""

    def deliver() -> list[EmailMessage]:
        for entry in OutboxEntry.objects.filter(queue="mail").order_by("pk"):
            run_entry(entry_id=entry.pk)
        waiting = OutboxEntry.objects.filter(queue="mail", state="waiting")
        assert list(waiting.values_list("error", flat=True)) == []
        return mail.outbox

    return deliver


@pytest.fixture
def enter() -> Callable[[Client, User], None]:
    """Sign a person in as if the password had just been given, so that nothing asks for it again."""

    def sign_in(client: Client, user: User) -> None:
        client.force_login(user, backend="network.services.signing_in.AuthenticationBackend")
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()

    return sign_in


def link_in(letter: EmailMessage, path: str) -> str:
    """The path of the link with `path` in it, as the letter's text has it."""
    words: list[Any] = str(letter.body).split()
    return next(word for word in words if path in word).partition("//")[2].partition("/")[2].join(("/", ""))
