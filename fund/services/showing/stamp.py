"""What changes whenever something that the Fund publishes changes: for ETags of files and of the API."""

from django.apps import apps
from django.db.models import Subquery
from django.utils import timezone

from ...models import LedgerHead

HISTORIES = ("PledgeEvent", "AgreementEvent", "ProjectEvent")


def stamp() -> str:
    """The head of the chain, the newest change of what was pledged, signed and planned, and the day.

    The day, because what is planned becomes what has begun, and because approved translations come in.
    """
    newest = {
        name: Subquery(apps.get_model("fund", name).objects.order_by("-pgh_id").values("pgh_id")[:1])
        for name in HISTORIES
    }
    head = LedgerHead.objects.annotate(**newest).get()
    changes = [str(getattr(head, name) or 0) for name in HISTORIES]
    return "-".join([head.fingerprint, *changes, timezone.localdate().isoformat()])
