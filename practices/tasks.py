"""Work that the outbox does for practices."""

from datetime import timedelta

from network.notifications.registry import SkipError, every, work
from network.services.inspecting.confined import TEXT_SECONDS

from .services.adapting.retention import end_adaptation_drafts
from .services.extraction import GoneError, extract_text
from .services.materials import EXTRACTION
from .services.reminding import remind
from .services.retention import end_drafts


@work(EXTRACTION, lease=timedelta(seconds=TEXT_SECONDS * 2), max_attempts=3, in_transaction=False)
def read_attachment(*, material_id: int) -> None:
    """Read the text of an attached file into its search row."""
    try:
        extract_text(material_id=material_id)
    except GoneError as error:
        raise SkipError("The material was removed.") from error


@work("practices.remind", lease=timedelta(minutes=10))
def remind_of_practices() -> None:
    """Remind people of what has waited long."""
    remind()


every(timedelta(hours=6), task="practices.remind")


@work("practices.end_drafts", lease=timedelta(minutes=10), in_transaction=False)
def end_untouched_drafts() -> None:
    """Warn of drafts that nobody touches, and end them a month later."""
    end_drafts()
    end_adaptation_drafts()


every(timedelta(days=1), task="practices.end_drafts")
