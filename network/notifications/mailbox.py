"""Mail of the embedded set-up: it lands in var/mail/, a file each, and is read at /dev/mail/."""

import email
import email.policy
import os
import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage as ParsedMessage
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

NAME = re.compile(r"^\d{15,20}-[0-9a-f]{8}$")
READ_BYTES = 4_000_000


class MailboxBackend(BaseEmailBackend):
    """Writes each mail as an .eml file, whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the mails; gives how many."""
        folder = mail_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            name = f"{time.time_ns() // 1000}-{uuid.uuid4().hex[:8]}"
            half = folder / f".{name}"
            half.write_bytes(message.message().as_bytes(linesep="\r\n"))
            os.replace(half, folder / f"{name}.eml")
        return len(email_messages)


@dataclass(frozen=True)
class StoredMail:
    """One mail of the folder, parsed."""

    name: str
    message: ParsedMessage

    @property
    def at(self) -> datetime:
        """When it was written."""
        return datetime.fromtimestamp(int(self.name.partition("-")[0]) / 1_000_000, UTC)

    def header(self, name: str) -> str:
        """A header as people read it."""
        return str(self.message.get(name, ""))

    @property
    def headers(self) -> list[tuple[str, str]]:
        """All headers, in order."""
        return [(name, str(value)) for name, value in self.message.items()]

    @property
    def text(self) -> str:
        """The text part."""
        return self.body("plain")

    def body(self, kind: str) -> str:
        """The part "plain" or "html", or "" when there is none."""
        part = self.message.get_body((kind,))
        return part.get_content() if part is not None else ""


def mail_folder() -> Path:
    """Where the mails lie."""
    return Path(settings.EMAIL_FILE_PATH)


def stored_mails(*, before: str = "", count: int = 50) -> list[StoredMail]:
    """The newest mails, or those older than the one named `before`."""
    folder = mail_folder()
    names = sorted((file.stem for file in folder.glob("*.eml")), reverse=True) if folder.exists() else []
    if before:
        names = [name for name in names if name < before]
    return [mail for name in names[:count] if (mail := stored_mail(name))]


def stored_mail(name: str) -> StoredMail | None:
    """One mail, or None when there is none of this name."""
    if not NAME.match(name):
        return None
    try:
        with (mail_folder() / f"{name}.eml").open("rb") as file:
            content = file.read(READ_BYTES)
    except OSError:
        return None
    return StoredMail(name, email.message_from_bytes(content, policy=email.policy.default))  # type: ignore[arg-type]
