"""A forum opens by its hour; here people are only told. The posting service asks the clock."""

from datetime import timedelta

from django.utils import timezone

from network.notifications.services import notify

from ...choices import SpaceKind, SpaceState
from ...models import Space
from .audience import followers_of_space

LOOKS_BACK = timedelta(days=2)  # a forum that opened before is no news, whatever stood still meanwhile


def tell_of_opened_fora() -> int:
    """Tell of fora that have opened since the last look, each once; gives how many."""
    now = timezone.now()
    opened = Space.objects.unfiltered().filter(
        kind=SpaceKind.VIRTUAL,
        state=SpaceState.OPEN,
        opens_at__gt=now - LOOKS_BACK,
        opens_at__lte=now,
        closes_at__gt=now,
    )
    told = [
        notify(
            "fora.opened",
            about=space,
            to=followers_of_space(space),
            once=f"fora.opened:{space.pk}:{space.opens_at:%Y%m%d%H%M}",
        )
        for space in opened
    ]
    return sum(1 for count in told if count)
