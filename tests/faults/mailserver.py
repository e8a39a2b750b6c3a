"""A real mail server in this process: it can refuse, ask for patience, dawdle, hang up after a mail."""

import asyncio
import email
import logging
import time
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from .counting import number_of

logging.getLogger("mail.log").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Acceptance:
    """A mail that the server took; `fault` names what it did to the client at that moment, if anything."""

    at: float
    number: int
    message_id: str
    fault: str


@dataclass
class Behaviour:
    """What the server does now: "" | refuse | later | slow | drop; `seconds` for slow."""

    mode: str = ""
    seconds: float = 0.0


class Handler:
    """Takes mails and writes down which, at the moment when it is decided."""

    def __init__(self) -> None:
        self.log: list[Acceptance] = []
        self.behaviour = Behaviour()

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse, or go on."""
        if self.behaviour.mode == "refuse":
            return "421 Going down"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take the mail, or not, or take it and make trouble."""
        mode, seconds = self.behaviour.mode, self.behaviour.seconds
        if mode == "later":
            return "451 Try again later"
        content: Any = envelope.content
        message = email.message_from_bytes(content)
        self.log.append(
            Acceptance(time.time(), number_of(str(message["Subject"])), str(message["Message-ID"]), mode)
        )
        if mode == "slow":
            await asyncio.sleep(seconds)
        if mode == "drop":
            server.transport.abort()
        return "250 Accepted"


@dataclass
class MailServer:
    """The server on a port of its own, on loopback."""

    port: int
    handler: Handler = field(default_factory=Handler)

    def __post_init__(self) -> None:
        self.controller = Controller(self.handler, hostname="127.0.0.1", port=self.port)

    def start(self) -> None:
        """Listen."""
        self.controller.start()

    def stop(self) -> None:
        """Stop listening."""
        self.controller.stop()
