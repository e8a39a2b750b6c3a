"""How many threads a person has not read, for the frame of every page.

Counted once a minute at most, and anew as soon as somebody posts, something is hidden or the person reads:
what is kept names the state of the fora that it was counted in.
"""

from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction

from ..querysets.unread import unread_count

SECONDS = 60
STATE = "fora:unread:state"  # raised whenever what readers may see changes
_OWN = "fora:unread:of:{}"


def unread_of(user: Any) -> int:
    """Threads with posts that the person has not read, up to one more than MOST_UNREAD.

    0 for who takes no part in the Network. One query where nothing is kept.
    """
    if not user.is_authenticated or not user.grants:
        return 0
    own = _OWN.format(user.pk)
    kept = cache.get_many([STATE, own])
    state, counted = kept.get(STATE, 0), kept.get(own)
    if counted is not None and counted[0] == state:
        return int(counted[1])
    number = unread_count(user)
    cache.set(own, (state, number), SECONDS)
    return number


def forget_unread(user_id: int) -> None:
    """The person has read something; counts when the transaction is through."""
    transaction.on_commit(partial(cache.delete, _OWN.format(user_id)))


def forget_all_unread() -> None:
    """What readers may see has changed; counts when the transaction is through."""
    transaction.on_commit(_raise_state)


def _raise_state() -> None:
    if not cache.add(STATE, 1, None):
        cache.incr(STATE)
