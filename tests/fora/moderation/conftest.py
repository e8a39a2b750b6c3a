"""A forum, its moderator, one of another forum, an author and a reader."""

from types import SimpleNamespace

import pytest
from django.test import Client

from fora.choices import Capacity
from fora.services.posting import reply, start_thread
from network.choices import Role
from tests.factories import SpaceFactory, UserFactory, let_in


def signed_in(person) -> Client:
    """A browser in which the person has just given the password."""
    from tests.access.world import _client

    return _client(person)


@pytest.fixture
def forum(db):
    """`space`, `thread`, people and their browsers; posts are made by `say`."""
    space = SpaceFactory(title_en="Early detection", slug="early")
    people = {
        "moderator": let_in(UserFactory(full_name="Mo Derator"), space, Capacity.MODERATOR),
        "second": let_in(UserFactory(full_name="Se Cond"), space, Capacity.MODERATOR),
        "outsider": let_in(UserFactory(full_name="Out Sider"), SpaceFactory(), Capacity.MODERATOR),
        "staff": UserFactory(full_name="Sta Ff", roles=[Role.STAFF_MANAGER]),
        "author": UserFactory(full_name="Ana Lucía Morales", roles=[Role.MEMBER]),
        "reader": UserFactory(full_name="Rea Der", roles=[Role.MEMBER]),
    }
    opening = start_thread(
        space=space, by=people["author"], title="Who notices?", text="A teacher.", language="en"
    )

    def say(text: str = "A neighbour.", by: str = "author", **more):
        return reply(thread=opening.thread, by=people[by], text=text, language="en", **more)

    clients = {name: signed_in(person) for name, person in people.items()}
    return SimpleNamespace(
        space=space, thread=opening.thread, opening=opening, say=say, clients=clients, **people
    )
