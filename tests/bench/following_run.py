"""What `tests.bench.following` measures, in a process of its own: prints JSON."""

import json
import random
import time
from typing import Any

import django

django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402

from network.choices import Language  # noqa: E402
from network.following import registry  # noqa: E402
from network.following.models import Hit, Interest  # noqa: E402
from network.following.services import keeping, matching  # noqa: E402
from network.models import User  # noqa: E402
from network.search.models import FacetCount, SearchRow  # noqa: E402
from network.search.services.rows import VERSION  # noqa: E402

SEARCHES, SEED = 10_000, 7
WORDS = ("prevención", "jóvenes", "violence", "police", "escola", "comunidade", "armas", "justice", "famille")


def make() -> None:
    """People with one saved search each: facets, words, or both, as lists offer them."""
    chance = random.Random(SEED)
    facets = sorted(
        facet
        for facet in FacetCount.objects.filter(base="", kind="practice")
        .values_list("facet", flat=True)
        .distinct()
        if facet.partition(":")[0] in ("state", "topic", "level", "population", "approach", "scale")
    )
    languages = Language.values
    User.objects.bulk_create(
        User(email=f"s{number}@bench.example", language=languages[number % 4]) for number in range(SEARCHES)
    )
    people = list(User.objects.filter(email__endswith="@bench.example", interests=None).order_by("pk"))
    Interest.objects.bulk_create(
        _search(person, chance, facets, place) for place, person in enumerate(people)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE following_interest, network_user")


KEPT: dict[str, str] = {}


def _search(person: User, chance: random.Random, facets: list[str], place: int) -> Interest:
    pairs = [facet.split(":", 1) for facet in chance.sample(facets, chance.choice((1, 1, 2)))]
    words = chance.choice(WORDS)
    query = "&".join(f"{name}={value}" for name, value in pairs) if place % 3 else ""
    query += f"&q={words}" if place % 3 != 1 else ""
    followed = registry.find("practice")
    assert followed is not None
    data = QueryDict(query, mutable=True)
    data.pop("q", None)
    asked: Any = followed.list_filter(data, user=AnonymousUser(), language=person.language)
    must, either = keeping._facets_of(asked)
    said = words if place % 3 != 1 else ""
    if said and said not in KEPT:
        KEPT[said] = matching.ask(said).query
    return Interest(
        user=person,
        kind="practice",
        query=query,
        words=said,
        words_query=KEPT.get(said, ""),
        words_rules=VERSION,
        must=must,
        either=either,
    )


def measure(record: int) -> dict[str, Any]:
    """Find what fits, then all of it: found, kept, told; undone afterwards."""
    now = time.time_ns() // 1000
    start = time.perf_counter()
    fitting = len(matching._fitting("practice", record, matching.datetime.now(matching.UTC)))
    middle = time.perf_counter()
    with transaction.atomic():
        matching.match(kind="practice", record=record, at=now, is_new=True)
        found = Hit.objects.filter(object_id=record).count()
        end = time.perf_counter()
        transaction.set_rollback(True)
    return {
        "searches": Interest.objects.count(),
        "fitting": found or fitting,
        "fitting_ms": (middle - start) * 1000,
        "all_ms": (end - middle) * 1000,
    }


if not Interest.objects.exists():
    make()
RECORDS = SearchRow.objects.filter(kind="practice", is_original=True).order_by("-pk")
print(json.dumps({"runs": [measure(key) for key in RECORDS.values_list("object_id", flat=True)[:5]]}))
