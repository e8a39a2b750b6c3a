"""`manage.py make_offers N`: invented offers for measurements, and how long matching takes among them."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from training_catalogue.models import Assistance
from training_catalogue.services.assistance.making import make_offers
from training_catalogue.services.matching.scoring import fits, statement_for


class Command(BaseCommand):
    """Add invented offers in bulk; say how long each open request takes among all of them."""

    help = "Add N invented offers (needs DEMO=1); with --explain, time and EXPLAIN the matching of a request."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, the seed, and whether to measure."""
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--explain", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many there are afterwards, and how long each request takes."""
        if options["count"]:
            total = make_offers(count=options["count"], seed=options["seed"])
            self.stdout.write(f"{total} offers stand open.")
        if options["explain"]:
            self._measure()

    def _measure(self) -> None:
        for request in Assistance.objects.published().filter(kind="request").for_list().order_by("pk"):
            start = time.perf_counter()
            found = fits(request, as_request=True)
            took = (time.perf_counter() - start) * 1000
            best = found[0].score if found else 0
            self.stdout.write(f"request {request.pk}: {took:.0f} ms, {len(found)} fit, best {best}")
        statement, values = statement_for(request, as_request=True)
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {statement}", values)
            self.stdout.write("\n".join(row[0] for row in cursor.fetchall()))
