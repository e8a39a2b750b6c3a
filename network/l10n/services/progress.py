"""How far translation has come, per language and kind of record."""

from dataclasses import dataclass

from django.core.cache import cache

from ..choices import JobState
from ..models import Translation
from ..registry import UnknownKindError, find_kind

SECONDS = 300  # that figures are kept: counting a million rows takes about a second
KEY = "l10n.progress"


@dataclass(frozen=True)
class Progress:
    """Of one kind of record into one language: how many texts there are, and how many are read how."""

    kind: str
    verbose: str
    language: str
    total: int
    approved: int
    stale: int
    machine: int
    waiting: int

    @property
    def percent_read(self) -> int:
        """Share that can be read in the language, in whole per cent, rounded down."""
        return 100 * (self.approved + self.stale + self.machine) // self.total if self.total else 0


def progress() -> list[Progress]:
    """Figures by kind and language, at most SECONDS old; texts that are not to be translated do not count."""
    counted = cache.get(KEY)
    if counted is None:
        counted = Translation.objects.progress()
        cache.set(KEY, counted, SECONDS)
    figures: dict[tuple[str, str], dict[str, int]] = {}
    for row in counted:
        if row["state"] != JobState.SKIPPED:
            figures.setdefault((row["kind"], row["target_language"]), {})[row["state"]] = row["count"]
    return [_progress(kind, language, states) for (kind, language), states in sorted(figures.items())]


def _progress(kind: str, language: str, states: dict[str, int]) -> Progress:
    shown = {
        name: states.get(name, 0) for name in (JobState.APPROVED, JobState.STALE, JobState.MACHINE_DRAFT)
    }
    total = sum(states.values())
    return Progress(
        kind=kind,
        verbose=_verbose(kind),
        language=language,
        total=total,
        approved=shown[JobState.APPROVED],
        stale=shown[JobState.STALE],
        machine=shown[JobState.MACHINE_DRAFT],
        waiting=total - sum(shown.values()),
    )


def _verbose(kind: str) -> str:
    try:
        return str(find_kind(kind).verbose)
    except UnknownKindError:
        return kind
