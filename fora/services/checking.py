"""Whether words may be put down here and now: asked by every service that takes words, by whatever door."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from network.models import User
from network.moderation.choices import WRITERS_STOPPED

from ..models import AgendaItem, Post, Space, Thread
from ..rules import (
    ALL_STOPPED,
    is_open_for,
    is_trusted,
    may_write,
    sanction_on,
    takes_posts,
)
from .errors import ClosedError, LockedError, SanctionedError, TooManyError


def check_space(by: User, space: Space, item: AgendaItem | None = None) -> None:
    """Raises PermissionDenied, ClosedError, SanctionedError."""
    if not may_write(by, space):
        raise PermissionDenied
    if not takes_posts(by, space, item):
        raise ClosedError(space)
    if sanction := sanction_on(by, space, WRITERS_STOPPED):
        raise SanctionedError(sanction)


def check_thread(by: User, thread: Thread) -> None:
    """The same for a thread that is locked in the transaction; raises LockedError besides."""
    check_space(by, thread.space, thread.agenda_item)
    if not is_open_for(by, thread):
        raise LockedError


def check_active(by: User, space: Space) -> None:
    """Raises SanctionedError for whom is suspended."""
    if sanction := sanction_on(by, space, ALL_STOPPED):
        raise SanctionedError(sanction)


def check_rate(by: User, space: Space) -> None:
    """Raises TooManyError; call it after `take_turn`. Who moderates or leads the space is not counted."""
    most, seconds = settings.FORA_MOST_POSTS, settings.FORA_MOST_POSTS_SECONDS
    if not most or is_trusted(by, space):
        return
    since = timezone.now() - timedelta(seconds=seconds)
    recent = Post.objects.unfiltered().filter(author=by.pk, submitted_at__gt=since)
    times = list(recent.order_by("-submitted_at").values_list("submitted_at", flat=True)[:most])
    if len(times) >= most:
        wait = times[-1] + timedelta(seconds=seconds) - timezone.now()
        raise TooManyError(max(1, int(wait.total_seconds())))
