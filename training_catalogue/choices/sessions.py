"""The way of a session, a run of a course, as data: nothing that is not in that table can happen."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SessionState(models.TextChoices):
    """How far a session has come."""

    ANNOUNCED = "announced", pgettext_lazy("session of a course", "Announced")
    OPEN = "open", pgettext_lazy("session of a course", "Open for application")
    FULL = "full", pgettext_lazy("session of a course", "Full")
    CLOSED = "closed", pgettext_lazy("session of a course", "Application closed")
    RUNNING = "running", pgettext_lazy("session of a course", "Running")
    ENDED = "ended", pgettext_lazy("session of a course", "Ended")
    CANCELLED = "cancelled", pgettext_lazy("session of a course", "Cancelled")


class SessionActor(models.TextChoices):
    """In which capacity somebody moves a session; SEATS is the count of places taken and freed."""

    EDITOR = "editor", _("Provider editor")
    CLOCK = "clock", _("The portal")
    SEATS = "seats", _("Places taken and freed")


class SessionStep(NamedTuple):
    """One allowed step."""

    verb: str
    source: SessionState | None
    target: SessionState | None
    actors: tuple[SessionActor, ...]
    needs_reason: bool = False


_S, _A = SessionState, SessionActor
SESSION_STEPS: tuple[SessionStep, ...] = (
    SessionStep("announce", None, _S.ANNOUNCED, (_A.EDITOR,)),
    SessionStep("open", _S.ANNOUNCED, _S.OPEN, (_A.EDITOR,)),
    SessionStep("fill", _S.OPEN, _S.FULL, (_A.SEATS,)),
    SessionStep("free", _S.FULL, _S.OPEN, (_A.SEATS,)),
    SessionStep("close", _S.OPEN, _S.CLOSED, (_A.EDITOR, _A.CLOCK)),
    SessionStep("close", _S.FULL, _S.CLOSED, (_A.EDITOR, _A.CLOCK)),
    SessionStep("reopen", _S.CLOSED, _S.OPEN, (_A.EDITOR,)),
    SessionStep("start", _S.ANNOUNCED, _S.RUNNING, (_A.CLOCK,)),
    SessionStep("start", _S.OPEN, _S.RUNNING, (_A.CLOCK,)),
    SessionStep("start", _S.FULL, _S.RUNNING, (_A.CLOCK,)),
    SessionStep("start", _S.CLOSED, _S.RUNNING, (_A.CLOCK,)),
    SessionStep("end", _S.RUNNING, _S.ENDED, (_A.CLOCK,)),
    SessionStep("cancel", _S.ANNOUNCED, _S.CANCELLED, (_A.EDITOR,), needs_reason=True),
    SessionStep("cancel", _S.OPEN, _S.CANCELLED, (_A.EDITOR,), needs_reason=True),
    SessionStep("cancel", _S.FULL, _S.CANCELLED, (_A.EDITOR,), needs_reason=True),
    SessionStep("cancel", _S.CLOSED, _S.CANCELLED, (_A.EDITOR,), needs_reason=True),
    SessionStep("cancel", _S.RUNNING, _S.CANCELLED, (_A.EDITOR,), needs_reason=True),
)
"""The way of a session. One that may be joined at any time (`is_any_time`) has no hours and no clock."""

COMING = (SessionState.ANNOUNCED, SessionState.OPEN, SessionState.FULL, SessionState.CLOSED)
"""States before a session begins."""
