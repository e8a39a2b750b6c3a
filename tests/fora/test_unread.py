"""The number of what a person has not read, in the frame of every page."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fora.choices import Access, Capacity, PostState
from fora.models import SpaceGrant, Thread
from fora.services.drafts import save_draft
from fora.services.following import enter_space, mark_space_read
from fora.services.moving import hide_thread
from fora.services.posting import publish_post
from fora.services.unread import unread_of
from network.choices import Role
from network.models import User
from network.moderation.choices import Reason
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(member: User) -> Any:
    """A thread with a post in a space that the member has entered before."""
    space = SpaceFactory(slug="homicide")
    enter_space(space=space, by=member)
    return PostFactory(thread=ThreadFactory(space=space)).thread


def test_the_menu_says_how_much_is_new_to_members_only(client: Client, entered: Thread, member: User) -> None:
    assert "bell__count" not in client.get("/en/states/").content.decode()
    client.force_login(UserFactory())
    assert "bell__count" not in client.get("/en/states/").content.decode()
    client.force_login(member)
    page = client.get("/en/states/").content.decode()
    said = '<span class="bell__count">1<span class="vh"> thread with new posts</span></span>'
    assert page.count(said) == 2  # the menu of wide screens and that of phones


@pytest.mark.parametrize("count", [1, 3])
def test_it_is_one_query_that_is_kept(count: int, entered: Thread, member: User) -> None:
    for _each in range(count - 1):
        PostFactory(thread=ThreadFactory(space=entered.space))
    member = User.objects.get(pk=member.pk)  # a new request
    assert member.grants
    with CaptureQueriesContext(connection) as asked:
        assert unread_of(member) == count
    assert len(asked) == 2  # where the person stands, and the number
    with CaptureQueriesContext(connection) as asked:
        assert unread_of(member) == count
    assert len(asked) == 0


def test_it_follows_at_once_what_is_posted_read_and_hidden(
    entered: Thread, member: User, django_capture_on_commit_callbacks: Any
) -> None:
    author = UserFactory(roles=[Role.MEMBER])
    moderator = UserFactory(roles=[Role.MODERATOR])
    SpaceGrant.objects.create(
        space=entered.space, user=moderator, capacity=Capacity.MODERATOR, reason="Is asked."
    )
    assert unread_of(member) == 1
    with django_capture_on_commit_callbacks(execute=True):
        mark_space_read(space=entered.space, by=member)
    assert unread_of(member) == 0
    with django_capture_on_commit_callbacks(execute=True):
        draft = save_draft(thread=entered, by=author, text="A word.", language="en")
        assert publish_post(post=draft, by=author).state == PostState.PUBLISHED
    assert unread_of(member) == 1
    with django_capture_on_commit_callbacks(execute=True):
        hide_thread(thread=entered, by=moderator, reason=Reason.OFF_TOPIC)
    assert unread_of(member) == 0


def test_what_one_may_not_read_is_not_counted(entered: Thread, member: User) -> None:
    entered.space.access = Access.PRIVATE
    entered.space.save()
    assert unread_of(member) == 0
