"""Who else has a draft open: a courtesy, kept in the cache for two minutes, that never stands in the way."""

import logging
import time
from typing import NamedTuple

from django.core.cache import cache

from network.models import User

from ..models import Practice

logger = logging.getLogger(__name__)

SECONDS = 120


class Present(NamedTuple):
    """A person who has a section open."""

    name: str
    section: str


def note_presence(*, practice: Practice, by: User, section: str) -> list[Present]:
    """Note that `by` has `section` open; gives the others. Without a cache nobody is seen, nothing fails."""
    key = f"practices:present:{practice.pk}"
    now = int(time.time())
    try:
        known = cache.get(key) or {}
        here = {who: row for who, row in known.items() if row[2] > now - SECONDS}
        here[by.pk] = (by.get_full_name(), section, now)
        cache.set(key, here, SECONDS)
    except Exception as error:
        logger.warning("Presence is not known: %s", error)
        return []
    return [Present(name, where) for who, (name, where, _at) in here.items() if who != by.pk]
