"""A person's drafts in one list, and who is in a space."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fora.choices import Access, Capacity, PostState
from fora.models import Post, Thread
from fora.services.drafts import save_draft
from fora.services.posting import start_thread
from network.choices import Role
from network.models import User
from tests.factories import OrganizationFactory, PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db
DRAFTS = "/en/fora/drafts/"


def _begin(member: User, count: int = 1) -> None:
    for number in range(count):
        thread = PostFactory(thread=ThreadFactory(space=SpaceFactory(), title_en=f"Old {number}")).thread
        save_draft(thread=thread, by=member, text=f"Half a thought {number}", language="en")


def test_drafts_of_posts_and_threads_are_continued_or_thrown_away(client: Client, member: User) -> None:
    _begin(member)
    space = SpaceFactory(slug="homicide")
    start_thread(space=space, by=member, title="A new one", text="Whole", language="en", as_draft=True)
    client.force_login(member)
    page = client.get(DRAFTS).content.decode()
    reply = Post.objects.get(thread__title_en="Old 0", state=PostState.DRAFT)
    assert "Half a thought 0" in page
    assert f"{reply.thread.path}reply/" in page
    assert "A new one" in page
    assert 'href="/en/fora/homicide/new/"' in page
    for post in Post.objects.filter(state=PostState.DRAFT):
        assert client.post(f"{DRAFTS}{post.pk}/discard/").status_code == 302
    assert not Post.objects.filter(state=PostState.DRAFT).exists()
    assert not Thread.objects.filter(title_en="A new one").exists()


def test_nobody_sees_or_throws_away_the_drafts_of_others(client: Client, member: User) -> None:
    _begin(member)
    draft = Post.objects.get(state=PostState.DRAFT)
    client.force_login(UserFactory(roles=[Role.STAFF_MANAGER]))
    assert "Half a thought" not in client.get(DRAFTS).content.decode()
    assert client.post(f"{DRAFTS}{draft.pk}/discard/").status_code == 404
    assert Post.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(client: Client, member: User, count: int) -> None:
    _begin(member, count)
    client.force_login(member)
    client.get(DRAFTS)
    with CaptureQueriesContext(connection) as asked:
        client.get(DRAFTS)
    assert len(asked) == 7


def _group(count: int) -> tuple[User, Any]:
    space = SpaceFactory(slug="group", kind="working_group", access=Access.PRIVATE)
    chair = UserFactory(full_name="Inés Chair", roles=[Role.CHAIR, (Role.FOCAL_POINT, "CL")])
    let_in(chair, space, Capacity.CHAIR)
    for number in range(count):
        office = OrganizationFactory(name=f"Office {number}", state_id="GT")
        let_in(UserFactory(full_name=f"Person {number}", roles=[Role.MEMBER], organization=office), space)
    return chair, space


@pytest.mark.parametrize("count", [1, 3])
def test_members_know_each_other_by_state_and_organization(client: Client, count: int) -> None:
    _chair, _space = _group(count)
    client.force_login(User.objects.get(full_name="Person 0"))
    client.get("/en/fora/group/members/")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/en/fora/group/members/").content.decode().partition("<main")[2]
    assert len(asked) == 9
    assert page.index("Inés Chair") < page.index("Person 0")
    assert all(word in page for word in ("Chile", "Guatemala", f"Office {count - 1}", f"{count + 1} people"))


def test_who_is_not_in_a_space_learns_nobody_s_name(client: Client, member: User) -> None:
    _chair, space = _group(1)
    assert client.get("/en/fora/group/members/").status_code == 302
    client.force_login(member)
    assert client.get("/en/fora/group/members/").status_code == 404
    space.access = Access.PUBLIC
    space.save()
    assert client.get("/en/fora/group/members/").status_code == 404
    assert "Person 0" not in client.get("/en/fora/group/").content.decode()
