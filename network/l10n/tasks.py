"""Work that the outbox does for translations. Ids only: the rows are the truth."""

from datetime import timedelta

from network.notifications.choices import Queue
from network.notifications.registry import every, work
from network.notifications.services import note_return

from .services.promising import TASK
from .services.running import resume_overdue, run_translations


@work(TASK, lease=timedelta(minutes=3), max_attempts=20, in_transaction=False)
def translate(kind: str, key: str, language: str) -> None:
    """Make the translations of one record into one language."""
    run_translations(kind=kind, key=key, language=language)
    note_return(queue=Queue.TRANSLATE)  # behind a long queue the canary is late, and yet work is being done


@work("l10n.resume", lease=timedelta(minutes=5))
def resume() -> None:
    """Promise again what was held or lost."""
    resume_overdue()


every(timedelta(minutes=5), task="l10n.resume", queue=Queue.TRANSLATE)
