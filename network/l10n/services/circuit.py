"""The circuit breaker: an engine in trouble is left alone for a while."""

import random
from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from ..choices import Reason
from ..models import ProviderCircuit

REFUSED = timedelta(hours=1)  # 401, 403, 456: somebody has to do something, or a quota has to refill
TROUBLED_AFTER = 5  # answers in a row that were errors
TROUBLED = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=1)


def open_circuits() -> dict[str, datetime]:
    """Engines that are not asked now, and until when."""
    rows = ProviderCircuit.objects.filter(open_until__gt=timezone.now())
    return dict(rows.values_list("provider", "open_until"))


def note_refusal(provider: str, error: str) -> None:
    """The engine refuses to work: open at once."""
    ProviderCircuit.objects.update_or_create(
        provider=provider,
        defaults={
            "failures": 1,
            "open_until": timezone.now() + REFUSED,
            "reason": Reason.REFUSED,
            "error": error[:300],
        },
    )


def note_trouble(provider: str, reason: Reason, error: str) -> None:
    """The engine did not answer, or not sensibly: open after TROUBLED_AFTER in a row, longer each time."""
    circuit, _created = ProviderCircuit.objects.get_or_create(provider=provider)
    ProviderCircuit.objects.filter(pk=provider).update(
        failures=F("failures") + 1, reason=reason, error=error[:300], changed_at=Now()
    )
    rounds = (circuit.failures + 1) // TROUBLED_AFTER
    if (circuit.failures + 1) % TROUBLED_AFTER == 0:
        pause = min(TROUBLED * 2 ** min(rounds - 1, 6), LONGEST)
        ProviderCircuit.objects.filter(pk=provider).update(open_until=timezone.now() + pause)


def note_success(provider: str) -> None:
    """The engine works (again)."""
    ProviderCircuit.objects.filter(provider=provider).exclude(failures=0, open_until=None).update(
        failures=0, open_until=None, reason="", error=""
    )


def close_circuit(provider: str) -> None:
    """Ask the engine again at once, at the word of staff."""
    note_success(provider)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failures: doubling from FIRST_PAUSE, half of it by chance."""
    longest = min(FIRST_PAUSE * 2 ** min(attempts - 1, 12), LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
