"""What home, member states and topics show of the fora."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fora.choices import Access
from fora.models import Post, Space, Thread
from network.models import Topic, User
from tests.factories import PostFactory, ThreadFactory

pytestmark = pytest.mark.django_db


def test_home_state_and_topic_show_the_dialogue_that_their_reader_may_read(
    client: Client, forum: Space, member: User
) -> None:
    forum.topics.add(Topic.objects.get(pk="youth"))
    Space.objects.filter(pk=forum.pk).update(country="GT")
    thread = ThreadFactory(space=forum, title_en="Who notices first?")
    PostFactory(thread=thread, text="The school.", country_id="GT")
    pages = ("/en/", "/en/states/GT/", "/en/topics/youth/")
    for page in pages:
        assert "Prevention with young people" in client.get(page).content.decode(), page
    for page in pages[1:]:
        assert "Who notices first?" in client.get(page).content.decode(), page
    Space.objects.filter(pk=forum.pk).update(access=Access.PRIVATE)
    client.force_login(member)
    for page in pages:
        text = client.get(page).content.decode()
        assert "Prevention with young people" not in text
        assert "Who notices first?" not in text


def test_a_state_shows_what_its_people_opened_last_and_a_topic_what_was_last_talked_of(
    client: Client, forum: Space
) -> None:
    forum.topics.add(Topic.objects.get(pk="youth"))
    now = timezone.now()
    for number in range(7):
        thread = ThreadFactory(space=forum, title_en=f"Thread {number}")
        PostFactory(thread=thread, text="First.", country_id="GT")
        Post.objects.filter(thread=thread).update(placed_at=now - timedelta(days=number))
        Thread.objects.filter(pk=thread.pk).update(last_visible_at=now - timedelta(days=10 - number))
    assert _threads(client, "/en/states/GT/") == [f"Thread {number}" for number in range(5)]
    assert _threads(client, "/en/topics/youth/") == [f"Thread {number}" for number in (6, 5, 4, 3, 2)]
    assert _threads(client, "/en/states/CL/") == []


def test_home_says_when_a_forum_was_last_talked_in_pinned_threads_too(client: Client, forum: Space) -> None:
    assert "last post" not in client.get("/en/").content.decode()
    thread = ThreadFactory(space=forum, title_en="Rules")
    PostFactory(thread=thread, text="Be kind.")
    Thread.objects.filter(pk=thread.pk).update(
        is_pinned=True, last_visible_at=datetime(2026, 3, 5, tzinfo=timezone.get_current_timezone())
    )
    assert "last post Mar 5, 2026" in client.get("/en/").content.decode()


def _threads(client: Client, address: str) -> list[str]:
    return re.findall(r">(Thread \d)<", client.get(address).content.decode())
