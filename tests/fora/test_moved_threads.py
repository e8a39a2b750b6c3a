"""A thread that was moved: its old address leads on, its old place says where it is to who may read it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fora.choices import Access, Capacity
from fora.models import Space, Thread, ThreadMove
from fora.services.moving import hide_thread, move_thread
from network.choices import Role
from network.models import User
from network.moderation.choices import Reason
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def places() -> tuple[Space, Space]:
    """Where threads are moved from and to; one moderator looks after both."""
    return SpaceFactory(slug="from", title_en="From"), SpaceFactory(slug="to", title_en="Where it went")


@pytest.fixture
def moderator(places: tuple[Space, Space]) -> User:
    """Moderates both."""
    person = UserFactory(roles=[Role.MODERATOR])
    for space in places:
        let_in(person, space, Capacity.MODERATOR)
    return person


def _moved(places: tuple[Space, Space], by: User, title: str = "Curfews") -> Thread:
    thread = PostFactory(thread=ThreadFactory(space=places[0], title_en=title)).thread
    return move_thread(thread=thread, to=places[1], by=by)


def test_readers_of_the_old_place_are_led_to_the_new(
    client: Client, places: tuple[Space, Space], moderator: User
) -> None:
    thread = _moved(places, moderator)
    page = client.get("/en/fora/from/").content.decode()
    assert "Curfews" in page
    assert "Where it went" in page
    answer = client.get(f"/en/fora/from/{thread.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/en/fora/to/{thread.pk}/")


@pytest.mark.parametrize("access", [Access.MEMBERS, Access.PRIVATE])
def test_who_may_not_read_it_there_learns_nothing(
    client: Client, places: tuple[Space, Space], moderator: User, access: Access
) -> None:
    thread = _moved(places, moderator)
    Space.objects.filter(pk=places[1].pk).update(access=access)
    assert "Curfews" not in client.get("/en/fora/from/").content.decode()
    assert client.get(f"/en/fora/from/{thread.pk}/").status_code == 404


def test_a_hidden_thread_and_one_that_came_back_leave_no_mark(
    client: Client, places: tuple[Space, Space], moderator: User
) -> None:
    hidden, back = _moved(places, moderator, "Hidden then"), _moved(places, moderator, "Came back")
    hide_thread(thread=hidden, by=moderator, reason=Reason.OFF_TOPIC)
    move_thread(thread=back, to=places[0], by=moderator)
    assert set(ThreadMove.objects.filter(thread=back).values_list("space__slug", flat=True)) == {"to"}
    page = client.get("/en/fora/from/").content.decode()
    assert "Hidden then" not in page
    assert page.count("Came back") == 1
    assert client.get(f"/en/fora/to/{back.pk}/").status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_marks_cost_one_query(
    client: Client, places: tuple[Space, Space], moderator: User, count: int, django_assert_num_queries: Any
) -> None:
    client.get("/en/fora/from/")
    with CaptureQueriesContext(connection) as before:
        client.get("/en/fora/from/")
    for _each in range(count):
        _moved(places, moderator)
    with django_assert_num_queries(len(before) + 1):
        client.get("/en/fora/from/")
