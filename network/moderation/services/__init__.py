"""Verbs of moderation; each is one transaction and writes down who did what and why."""

from .appealing import appeal, decide_appeal
from .cases import act, claim_case, close_case, release_case
from .errors import AlreadyDoneError, ModerationError, ReasonNeededError
from .flagging import flag, open_case
from .recording import record_action
from .sanctioning import lift, sanction

__all__ = [
    "AlreadyDoneError",
    "ModerationError",
    "ReasonNeededError",
    "act",
    "appeal",
    "claim_case",
    "close_case",
    "decide_appeal",
    "flag",
    "lift",
    "open_case",
    "record_action",
    "release_case",
    "sanction",
]
