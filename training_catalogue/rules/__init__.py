"""Who may do what in the catalogue."""

from .assistance import acts_for, can_step, can_write_for, is_moderator, sides_of, speaks_for_party
from .cooperation import can_move_cooperation, can_move_match
from .courses import acts_as, can_schedule, can_start, can_take, speaks_for, writes_for

__all__ = [
    "acts_as",
    "acts_for",
    "can_move_cooperation",
    "can_move_match",
    "can_schedule",
    "can_start",
    "can_step",
    "can_take",
    "can_write_for",
    "is_moderator",
    "sides_of",
    "speaks_for",
    "speaks_for_party",
    "writes_for",
]
