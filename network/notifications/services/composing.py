"""Mails as they leave the house: text and HTML, in the reader's language and time zone."""

import re
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formataddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from ..registry import SkipError
from .reading import absolute

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True)
class Envelope:
    """To whom a mail goes and how that person reads; `note` says what had to be assumed."""

    email: str
    name: str
    language: str
    time_zone: zoneinfo.ZoneInfo
    note: str


@dataclass
class Mail:
    """What a mail is made of, before it is written. `thread` names what it belongs to, `stop` the address
    by which it can be stopped without signing in, `list_name` the list that it is of."""

    key: str
    subject: str
    template: str
    context: dict[str, Any]
    thread: str = ""
    stop: str = ""
    list_name: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def envelope(email: str, name: str, language: str, time_zone: str) -> Envelope:
    """Check where a mail goes; raises SkipError for an address that is none.

    An unknown language or time zone keeps nobody from being told: English and UTC take their place.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise SkipError("The address is not a valid one.") from None
    notes = []
    if language not in dict(settings.LANGUAGES):
        notes.append(f"The language {language!r} is unknown: sent in English.")
        language = FALLBACK_LANGUAGE
    zone = zone_of(time_zone)
    if zone is None:
        notes.append(f"The time zone {time_zone!r} is unknown: UTC was used.")
    return Envelope(
        email, " ".join(name.split()), language, zone or zoneinfo.ZoneInfo("UTC"), " ".join(notes)
    )


def zone_of(name: str) -> zoneinfo.ZoneInfo | None:
    """The time zone of this name, or None."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


@contextmanager
def reading_as(to: Envelope) -> Iterator[None]:
    """The reader's language and time zone, whatever the actor's."""
    with override(to.language), timezone.override(to.time_zone):
        yield


def write(mail: Mail, to: Envelope) -> EmailMultiAlternatives:
    """The mail in both forms; call it inside `reading_as`."""
    context = {
        **mail.context,
        "subject": mail.subject,
        "stop": mail.stop,
        "portal": absolute(f"/{to.language}/"),
        "language": to.language,
    }
    message = EmailMultiAlternatives(
        subject=" ".join(mail.subject.split()),
        body=_tidy(render_to_string(f"{mail.template}.txt", context)),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[formataddr((to.name, to.email)) if to.name else to.email],
        headers=_headers(mail, to),
    )
    message.attach_alternative(render_to_string(f"{mail.template}.html", context), "text/html")
    return message


def domain() -> str:
    """The portal's name in message ids and list ids."""
    return urlsplit(settings.PUBLIC_URL).hostname or "localhost"


def message_id(key: str) -> str:
    """The Message-ID of a piece of mail: the same however often it had to be tried."""
    return f"<{re.sub(r'[^A-Za-z0-9.-]+', '.', key)}@{domain()}>"


def _headers(mail: Mail, to: Envelope) -> dict[str, str]:
    headers = {
        "Message-ID": message_id(mail.key),
        "Auto-Submitted": "auto-generated",
        "Content-Language": to.language,
        **mail.headers,
    }
    if mail.thread:
        headers["References"] = headers["In-Reply-To"] = message_id(f"about.{mail.thread}")
    if mail.list_name:
        headers["List-Id"] = f"<{mail.list_name.replace('_', '-')}.{domain()}>"
    if mail.stop:
        headers["List-Unsubscribe"] = f"<{mail.stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _tidy(text: str) -> str:
    """No more than one empty line in a row, none at either end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
