"""What follows from every change of an offer or request, in the same transaction."""

from network.l10n.services.staleness import follow_whole
from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.search.services import index_objects

from ...models import Assistance

FIND_MATCHES = "training.find_matches"


def follow_assistance(record: Assistance, *, came_out: bool = False) -> None:
    """Let search rows and translations follow; of what has come out or changed, matches are looked for."""
    follow_whole(record)
    index_objects(record.kind, [record.pk])
    if came_out or record.is_open:
        enqueue(
            task=FIND_MATCHES,
            args={"record": record.pk},
            dedupe_key=f"matches:{record.pk}:{record.revision}",
            queue=Queue.DEFAULT,
        )
