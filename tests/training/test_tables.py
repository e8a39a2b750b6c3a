"""Courses, offers and requests as tables: `?view=table`, which paging and filters keep."""

from typing import Any

import pytest
from django.test import Client

from network.search.services import index_objects
from tests.factories import OfferFactory, RequestFactory
from training_catalogue.models import Assistance

from .test_list import published

pytestmark = pytest.mark.django_db
LISTS = {
    "course": "/es/training/courses/?",
    "offer": "/es/training/assistance/?",
    "request": "/es/training/assistance/?kind=request&",
}


def make(kind: str, count: int) -> None:
    """Public records of a kind."""
    if kind == "course":
        for _number in range(count):
            published()
        return
    factory: Any = OfferFactory if kind == "offer" else RequestFactory
    factory.create_batch(count)
    index_objects(kind, Assistance.objects.filter(kind=kind).values_list("pk", flat=True))


@pytest.mark.parametrize("kind", list(LISTS))
@pytest.mark.parametrize("count", [1, 3])
def test_a_list_stands_in_a_table_and_asks_no_more(
    client: Client, kind: str, count: int, django_assert_max_num_queries: Any
) -> None:
    make(kind, count)
    address = f"{LISTS[kind]}view=table"
    client.get(address)
    with django_assert_max_num_queries(5):
        page = client.get(address).content.decode()
    assert page.count('scope="row"') == count
    assert '<input type="hidden" name="view" value="table">' in page
    assert 'scope="row"' not in client.get(LISTS[kind]).content.decode()
