"""The state of the outbox as Prometheus reads it: asked of the database at each scrape, nothing kept."""

from collections.abc import Iterator

from django.utils import timezone
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from ..models import Canary
from .figures import figures

LABELS = ["kind", "queue"]


class OutboxCollector(Collector):
    """Gauges by kind of work, and the age of each queue's canary."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The figures of now."""
        rows = figures()
        for name, words, field in (
            ("portal_outbox_waiting", "Work that waits", "waiting"),
            (
                "portal_outbox_oldest_seconds",
                "Age of the oldest work that is due and was never tried",
                "oldest",
            ),
            ("portal_outbox_in_trouble", "Waiting work that failed at least once", "in_trouble"),
            ("portal_outbox_failed", "Work given up, for staff to look at", "failed"),
            ("portal_outbox_done_last_day", "Work done within a day", "done"),
            ("portal_outbox_skipped_last_day", "Work no longer wanted, within a day", "skipped"),
        ):
            family = GaugeMetricFamily(name, words, labels=LABELS)
            for row in rows:
                family.add_metric([row.kind, row.queue], float(getattr(row, field)))
            yield family
        yield _canaries()


def _canaries() -> GaugeMetricFamily:
    family = GaugeMetricFamily(
        "portal_canary_age_seconds", "Since a message last came round through the queue", labels=["queue"]
    )
    now = timezone.now()
    for canary in Canary.objects.exclude(returned_at=None):
        family.add_metric([canary.queue], (now - canary.returned_at).total_seconds())
    return family


registry = CollectorRegistry(auto_describe=False)
registry.register(OutboxCollector())
