"""Lists, pages and figures: how often they ask the database, and how."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from fora.models import Post, Thread
from fora.querysets import Cursor
from fora.querysets.unread import unread_count
from fora.services.following import enter_space
from fora.services.moving import hide_thread
from network.choices import Role
from network.models import User
from network.moderation.choices import Reason, Verb
from network.moderation.models import ModerationAction
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_posts_and_a_list_of_threads_ask_as_often_for_three_as_for_one(
    count: int, member: User, django_assert_num_queries: Any
) -> None:
    space = SpaceFactory()
    for _ in range(count):
        thread = PostFactory(thread=ThreadFactory(space=space)).thread
        PostFactory.create_batch(count, thread=thread)
    enter_space(space=space, by=member)
    assert member.grants
    with django_assert_num_queries(1):
        places = Post.objects.places(thread_id=thread.pk, first=1, last=50, user=member, language="es")
    assert len(places) == count + 1
    with django_assert_num_queries(1):
        threads = Thread.objects.visible_to(member).of_space(space.pk).with_last_poster()
        assert len(threads.with_read_mark(member).page()) == count
    with django_assert_num_queries(1):
        unread_count(member)


def test_threads_are_paged_by_key_both_ways() -> None:
    space = SpaceFactory()
    made = [PostFactory(thread=ThreadFactory(space=space)).thread_id for _ in range(7)][::-1]
    rows = Thread.objects.of_space(space.pk)
    first = rows.page(size=3)
    assert [thread.pk for thread in first] == made[:4]
    after = rows.page(Cursor(True, first[2].last_visible_at, first[2].pk), size=3)
    assert [thread.pk for thread in after] == made[3:7]
    back = rows.page(Cursor(False, after[0].last_visible_at, after[0].pk), size=3)
    assert [thread.pk for thread in back] == made[2::-1]
    place = Cursor(True, first[2].last_visible_at, first[2].pk)
    assert Cursor.read(str(place)) == place
    assert Cursor.read("after-x-1") is None


def test_the_list_and_the_page_go_by_their_indexes() -> None:
    space = SpaceFactory()
    thread = PostFactory(thread=ThreadFactory(space=space)).thread
    with connection.cursor() as cursor:  # a handful of rows would be read and sorted, whatever index there is
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    assert (
        "fora_thread_list"
        in Thread.objects.of_space(space.pk)
        .listed()
        .filter(is_pinned=False)
        .order_by("-last_visible_at", "-id")[:26]
        .explain()
    )
    assert "fora_post_number" in Post.objects.filter(thread=thread).between(1, 50).explain()


def test_who_began_a_hidden_thread_reads_the_own_words_there_and_learns_of_nobody_elses(
    client: Client, member: User, staff_manager: User
) -> None:
    """`visible_to` gives them these, and so does the page; of others there is not even a tombstone."""
    thread = ThreadFactory(starter=member)
    own = PostFactory(thread=thread, text="My own words")
    other = PostFactory(thread=thread, author=UserFactory(roles=[Role.MEMBER]), text="Words of another")
    hide_thread(thread=thread, by=staff_manager, reason=Reason.OFF_TOPIC)
    for person, seen in ((member, [own.pk]), (other.author, []), (staff_manager, [own.pk, other.pk])):
        found = Post.objects.places(thread_id=thread.pk, first=1, last=9, user=person, language="en")
        assert [place.pk for place in found] == seen
        assert all(place.is_readable for place in found)
        assert set(Post.objects.visible_to(person).values_list("pk", flat=True)) == set(seen)
    client.force_login(member)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "My own words" in page
    assert "Words of another" not in page


@pytest.mark.parametrize("statement", ["UPDATE {} SET text = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_log_of_moderation_cannot_be_changed(statement: str, member: User) -> None:
    ModerationAction.objects.create(kind="fora.post", object_id=1, scope="", verb=Verb.HIDE, author=member)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("moderation_moderationaction"))
    assert ModerationAction.objects.count() == 1
