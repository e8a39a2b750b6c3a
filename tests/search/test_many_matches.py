"""Several filters: counted exactly as far as they are counted, whether in the last years or in all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone

from network.search.services import facets, finding, index_objects
from network.search.services.facets import tally
from network.search.services.finding import Choice, Wanted, chosen
from network.search.services.written import read
from practices.filters import PracticeFilter
from practices.models import Practice
from practices.services.indexing import KIND
from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db
LEVEL, SCALE = Choice("level", ("secondary",)), Choice("state", ("GT", "CL"))


@pytest.fixture
def of_many_years() -> None:
    """Three practices a year for six years."""
    made = [practice.pk for practice in PublishedPracticeFactory.create_batch(18, country_id="GT")]
    for place in range(6):
        moment = datetime(timezone.now().year - 5 + place, 1, 1, tzinfo=UTC)
        Practice.objects.filter(pk__in=made[place * 3 : place * 3 + 3]).update(published_at=moment)
    index_objects(KIND, made)


def test_the_last_years_are_enough_where_many_match(
    of_many_years: None, visitor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to the limit the count is exact; beyond, it says that there are more."""
    looks: list[int] = []
    looked = facets._read
    monkeypatch.setattr(facets, "_read", lambda *asked: looks.append(1) or looked(*asked))
    for number, counted in enumerate([2, 4, 7, 17, 18, 30], start=1):
        monkeypatch.setattr(facets, "COUNTED", counted)
        found = tally(Wanted(KIND, visitor, "en", (LEVEL, SCALE)))
        assert (found.total, found.is_capped) == ((18, False) if counted >= 18 else (counted + 1, True))
        assert len(looks) == number
        assert sum(found.by_facet.get(f"depth:{depth}", 0) for depth in ("snapshot", "full")) == found.total


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


def test_what_is_counted_is_not_looked_up_once_more_for_the_list(
    of_many_years: None, visitor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where not all were counted, the newest are asked for by themselves."""
    looks: list[int] = []
    monkeypatch.setattr(finding, "read", lambda *asked: looks.append(1) or read(*asked))
    for counted, size in ((2000, 5), (18, 18), (18, 25), (17, 5)):
        monkeypatch.setattr(facets, "COUNTED", counted)
        looks.clear()
        asked = PracticeFilter(QueryDict("level=secondary&state=GT"), user=visitor, language="en", size=size)
        page, rows = asked.page(), chosen(asked.wanted).order_by("-published_at", "-object_id")
        assert [row.pk for row in page.rows] == [row.pk for row in rows[:size]]
        assert bool(page.following) is (size < 18)
        assert bool(looks) is (counted < 18)
    looks.clear()
    monkeypatch.setattr(facets, "COUNTED", 2000)
    nothing = PracticeFilter(
        QueryDict("level=secondary&state=GT&depth=full&year=1999"), user=visitor, language="en"
    )
    assert not nothing.page().rows
    assert not looks
