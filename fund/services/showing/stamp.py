"""What changes whenever something that the Fund publishes changes: for ETags of files and of the API."""

from django.apps import apps
from django.db.models import Max
from django.utils import timezone

from ...models import LedgerHead

HISTORIES = ("PledgeEvent", "AgreementEvent", "ProjectEvent")


def stamp() -> str:
    """The head of the chain, the newest change of what was pledged, signed and planned, and the day.

    The day, because what is planned becomes what has begun, and because approved translations come in.
    """
    head = LedgerHead.objects.get()
    changes = [apps.get_model("fund", name).objects.aggregate(Max("pgh_id")) for name in HISTORIES]
    newest = [str(next(iter(change.values())) or 0) for change in changes]
    return "-".join([head.fingerprint, *newest, timezone.localdate().isoformat()])
