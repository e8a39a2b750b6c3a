"""`visible_to` is the only door to what has readers: what it opens to whom, and that these tests notice when
it stands open."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet

from network.models import MemberState, Topic
from tests.access.matrix import rows, statuses
from tests.access.visibility import VISIBLE, seen
from tests.access.world import World, hide_search_rows, make_world
from training_catalogue.models import DocumentedNeed

pytestmark = pytest.mark.django_db
PUBLIC_ALTOGETHER = {MemberState, Topic, DocumentedNeed}  # their `visible_to` lets everyone see everything
NOTICED_AT = {
    "PracticeQuerySet": ("practices:desk_item", "practices:desk_claim"),
    "PartQuerySet": ("practices:material",),
    "OrganizationQuerySet": ("network:organization",),
    "HandOverQuerySet": ("network:hand_over_letter",),
    "NotificationQuerySet": ("notifications:open",),
    "AnnouncementQuerySet": ("notifications:announcement",),
}
"""Addresses whose statuses change when a door stands open: pages do go through it."""


def doors() -> dict[type[Any], type[QuerySet]]:
    """Each model with a `visible_to`, and the class that defines it."""
    found = {}
    for model in apps.get_models():
        own = type(model._default_manager.all())
        definers = [cls for cls in own.__mro__ if "visible_to" in vars(cls)]
        if definers:
            found[model] = definers[0]
    return found


DOORS = sorted(
    {cls for model, cls in doors().items() if model not in PUBLIC_ALTOGETHER}, key=lambda cls: cls.__name__
)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_world()
        hide_search_rows()
        yield made
        transaction.set_rollback(True)


def test_every_model_with_readers_is_in_the_table() -> None:
    """A new `visible_to` needs a line that says who sees what."""
    assert {model.__name__ for model in set(doors()) ^ (set(VISIBLE) | PUBLIC_ALTOGETHER)} == set()


@pytest.mark.parametrize("model", VISIBLE, ids=lambda model: model.__name__)
def test_everybody_sees_what_the_table_says(world: World, model: type[Any]) -> None:
    """Neither more nor less; a person who should see something does, so that no door is nailed up."""
    assert seen(world, model) == VISIBLE[model]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_a_door_that_stands_open_is_noticed(world: World, door: type[Any], monkeypatch: Any) -> None:
    """Replace `visible_to` by `all()`: the table of what people see no longer holds."""
    monkeypatch.setattr(door, "visible_to", lambda self, user: self.all())
    behind = [model for model, cls in doors().items() if cls is door]
    assert any(seen(world, model) != VISIBLE[model] for model in behind)


@pytest.mark.parametrize("name", NOTICED_AT)
def test_a_door_that_stands_open_is_noticed_at_the_addresses(
    world: World, name: str, monkeypatch: Any
) -> None:
    """Replace `visible_to` by `all()`: somebody gets a page that the access matrix does not give them."""
    door = next(cls for cls in DOORS if cls.__name__ == name)
    monkeypatch.setattr(door, "visible_to", lambda self, user: self.all())
    assert any(statuses(row, world) != row.expected for row in rows() if row.address in NOTICED_AT[name])
