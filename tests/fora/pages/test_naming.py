"""Names suggested after "@": of people who have shown themselves in the space, to who writes there."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fora.choices import Access, Capacity, PostState
from fora.models import Post, Space
from fora.services.naming import people_to_name
from network.choices import Role
from network.models import User
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def space() -> Space:
    """A public space."""
    return SpaceFactory(slug="homicide")


def _writer(space: Space, name: str, **more: Any) -> User:
    person = UserFactory(full_name=name, roles=[Role.MEMBER])
    PostFactory(thread=ThreadFactory(space=space), author=person, **more)
    return person


def _names(space: Space, user: User, typed: str) -> list[str]:
    return [person.full_name for person in people_to_name(space=space, user=user, typed=typed)]


def test_who_has_written_there_is_found_by_any_of_their_names_without_accents(
    client: Client, space: Space, member: User
) -> None:
    person = _writer(space, "Ana Lucía Muñoz")
    client.force_login(member)
    for typed in ("ana", "lucia", "LUCÍ", "munoz", "ana lu"):
        answer = client.get("/en/fora/homicide/people/", {"q": typed})
        assert answer.json()["people"] == [
            {"handle": f"@ana-lucia-munoz-{person.pk}", "name": "Ana Lucía Muñoz"}
        ], typed
    assert "no-store" in answer["Cache-Control"]
    for typed in ("", "uci", "%", "_", "\x00", "x" * 500):
        assert client.get("/en/fora/homicide/people/", {"q": typed}).json() == {"people": []}


def test_nobody_is_betrayed(space: Space, member: User) -> None:
    UserFactory(full_name="Silent Reader", roles=[Role.MEMBER])
    for state in PostState:
        if state != PostState.PUBLISHED:
            _writer(space, f"Silent {state}", state=state)
    hidden = _writer(space, "Silent Thread")
    Post.objects.get(author=hidden).thread.__class__.objects.filter(posts__author=hidden).update(
        is_hidden=True
    )
    _writer(SpaceFactory(), "Silent Elsewhere")
    closed = _writer(space, "Silent Closed")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    assert _names(space, member, "silent") == []
    assert _names(space, member, "paula") == []  # oneself


def test_places_are_known_as_the_rules_have_it(member: User, space: Space) -> None:
    closed = SpaceFactory(slug="closed", access=Access.PRIVATE)
    let_in(UserFactory(full_name="Irene Member", roles=[Role.MEMBER]), closed)
    let_in(UserFactory(full_name="Irene Public", roles=[Role.MEMBER]), space)
    let_in(UserFactory(full_name="Irene Chair"), space, Capacity.CHAIR)
    assert _names(space, member, "irene") == ["Irene Chair"]
    let_in(member, closed)
    assert _names(closed, User.objects.get(pk=member.pk), "irene") == ["Irene Member"]


def test_who_wrote_and_may_no_longer_read_is_not_suggested(member: User, space: Space) -> None:
    _writer(space, "Wanda Before")
    Space.objects.filter(pk=space.pk).update(access=Access.PRIVATE)
    space.refresh_from_db()
    let_in(member, space)
    assert _names(space, User.objects.get(pk=member.pk), "wanda") == []


def test_visitors_and_outsiders_are_told_nothing(client: Client, space: Space) -> None:
    _writer(space, "Ana Lima")
    assert client.get("/en/fora/homicide/people/?q=ana").status_code == 404
    client.force_login(UserFactory())
    assert client.get("/en/fora/homicide/people/?q=ana").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_as_often_for_three_as_for_one(
    client: Client, space: Space, member: User, count: int
) -> None:
    for number in range(count):
        _writer(space, f"Ana {number}")
    client.force_login(member)
    with CaptureQueriesContext(connection) as asked:
        assert len(client.get("/en/fora/homicide/people/?q=ana").json()["people"]) == count
    assert len(asked) == 6
