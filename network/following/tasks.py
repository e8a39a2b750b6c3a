"""Work that the outbox does for what people follow. Ids only: the rows are the truth."""

from datetime import timedelta

from network.notifications.registry import work

from .services.matching import MATCH, match
from .services.telling import TELL, tell_of_subject


@work(MATCH, lease=timedelta(minutes=5))
def match_record(*, kind: str, record: int, at: int, is_new: int) -> None:
    """Hold a new record against all that people follow, and tell them."""
    match(kind=kind, record=record, at=at, is_new=bool(is_new))


@work(TELL, lease=timedelta(minutes=5))
def tell(*, subject: str, verb: str, number: int, actor: int) -> None:
    """Tell who follows a record what happened to it."""
    tell_of_subject(subject=subject, verb=verb, number=number, actor=actor)
