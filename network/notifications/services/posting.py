"""The way out: one connection to the mail server per process, kept open between mails."""

import logging
import os
import smtplib
import time
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend

from ..registry import GiveUpError

logger = logging.getLogger(__name__)

IDLE = 1.0  # seconds without a mail, after which the server is asked whether it is still there
STALE = 60.0  # seconds, after which a new connection is better
PERMANENT = range(500, 600)

_kept: dict[str, Any] = {}


def post(message: EmailMessage) -> None:
    """Hand one mail to the mail server; returning means that the server has accepted it.

    Raises GiveUpError when the server refuses this mail or address for good, and what smtplib or the
    backend raises when it may go better later.
    """
    backend = _backend()
    try:
        backend.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        _drop()
        answers = list(error.recipients.values())
        if answers and all(code in PERMANENT for code, _text in answers):
            raise GiveUpError(_say("The address was refused", *answers[0])) from error
        raise
    except smtplib.SMTPDataError as error:
        _drop()
        if error.smtp_code in PERMANENT:
            raise GiveUpError(_say("The mail was refused", error.smtp_code, error.smtp_error)) from error
        raise
    except BaseException:
        _drop()
        raise
    _kept["used"] = time.monotonic()


def _backend() -> Any:
    """This process's connection; a forked child makes its own."""
    if _kept.get("pid") != os.getpid():
        _kept.clear()
    backend = _kept.get("backend")
    if backend is not None and not _is_alive(backend):
        _drop()
        backend = None
    if backend is None:
        backend = get_connection()
        if isinstance(backend, SmtpBackend):
            backend.open()  # opened here, it stays open after each mail
            _kept.update(backend=backend, pid=os.getpid(), used=time.monotonic())
    return backend


def _is_alive(backend: SmtpBackend) -> bool:
    idle = time.monotonic() - _kept["used"]
    if backend.connection is None or idle > STALE:
        return False
    if idle < IDLE:
        return True
    try:
        return backend.connection.noop()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _drop() -> None:
    backend = _kept.pop("backend", None)
    if backend is not None and backend.connection is not None:
        backend.connection.close()
        backend.connection = None


def _say(what: str, code: int, text: bytes | str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{what}: {code} {words}"
