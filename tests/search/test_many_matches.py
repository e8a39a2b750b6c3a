"""Several filters: counted exactly as far as they are counted, whether in the last years or in all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from network.search.services import facets, index_objects
from network.search.services.facets import tally
from network.search.services.finding import Choice, Wanted
from practices.models import Practice
from practices.services.indexing import KIND
from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db
LEVEL, SCALE = Choice("level", ("secondary",)), Choice("state", ("GT", "CL"))


@pytest.fixture
def of_many_years() -> None:
    """Three practices a year for six years."""
    for year in range(timezone.now().year - 5, timezone.now().year + 1):
        for _ in range(3):
            practice = PublishedPracticeFactory(country_id="GT")
            moment = datetime(year, 1, 1, tzinfo=UTC)
            Practice.objects.filter(pk=practice.pk).update(published_at=moment)
            index_objects(KIND, [practice.pk])


@pytest.mark.parametrize("counted", [2, 4, 7, 17, 18, 30])
def test_the_last_years_are_enough_where_many_match(
    of_many_years: None, visitor: Any, monkeypatch: pytest.MonkeyPatch, counted: int
) -> None:
    """Up to the limit the count is exact; beyond, it says that there are more."""
    monkeypatch.setattr(facets, "COUNTED", counted)
    read: list[int] = []
    looked = facets._read
    monkeypatch.setattr(facets, "_read", lambda rows: read.append(1) or looked(rows))
    found = tally(Wanted(KIND, visitor, "en", (LEVEL, SCALE)))
    assert (found.total, found.is_capped) == ((18, False) if counted >= 18 else (counted + 1, True))
    assert len(read) == 1
    assert (
        sum(
            found.by_facet[f"depth:{depth}"]
            for depth in ("snapshot", "full")
            if f"depth:{depth}" in found.by_facet
        )
        == found.total
    )


def test_years_that_hold_less_than_was_expected_are_no_answer(
    of_many_years: None, visitor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facets that go together seldom in the last years: all years are looked through then."""
    last = Practice.objects.filter(published_at__year=timezone.now().year)
    for practice in last:
        Practice.objects.filter(pk=practice.pk).update(prevention_level="tertiary")
        index_objects(KIND, [practice.pk])
    monkeypatch.setattr(facets, "COUNTED", 1)
    found = tally(Wanted(KIND, visitor, "en", (LEVEL, SCALE)))
    assert (found.total, found.is_capped) == (2, True)
    monkeypatch.setattr(facets, "COUNTED", 14)
    found = tally(Wanted(KIND, visitor, "en", (LEVEL, SCALE)))
    assert (found.total, found.is_capped) == (15, True)


def test_a_year_that_was_chosen_is_not_narrowed_further(
    of_many_years: None, visitor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader's year is the only one."""
    monkeypatch.setattr(facets, "COUNTED", 1)
    oldest = str(timezone.now().year - 5)
    found = tally(Wanted(KIND, visitor, "en", (LEVEL, Choice("year", (oldest,)))))
    assert (found.total, found.is_capped) == (2, True)
    assert found.by_facet[f"year:{oldest}"] == 2 or found.by_facet.get(f"year:{oldest}") == 3
