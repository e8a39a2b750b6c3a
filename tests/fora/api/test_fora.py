"""Spaces, threads and posts for programs: read what one may read, write what one may write."""

from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone

from fora.choices import Access, PostState
from fora.models import Post
from network.choices import Role
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    return PostFactory(thread=ThreadFactory(space=SpaceFactory(slug="homicide")), text="First.").thread


@pytest.fixture
def member(client):
    person = UserFactory(full_name="Ana Lima", roles=[Role.MEMBER])
    client.force_login(person)
    return person


def send(client, thread, **data):
    words = {"text": "We saw the same.", "language": "en", **data}
    return client.post(f"/api/v1/threads/{thread.pk}/posts/", words, content_type="application/json")


@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_the_database_as_often_for_three_as_for_one(client, count, django_assert_num_queries):
    space = SpaceFactory(slug="homicide")
    for _each in range(count):
        thread = ThreadFactory(space=space)
        PostFactory.create_batch(count, thread=thread)
        SpaceFactory()
    for path, asked in (
        ("spaces/", 1),
        ("spaces/homicide/threads/", 3),
        (f"threads/{thread.pk}/posts/", 2),
    ):
        with django_assert_num_queries(asked):
            assert len(client.get(f"/api/v1/{path}").json()["results"]) >= count


def test_posts_come_by_their_numbers_with_gone_ones_in_their_place(client, thread):
    PostFactory(thread=thread, state=PostState.HIDDEN, text="A secret.")
    PostFactory(thread=thread, state=PostState.PENDING, text="A secret.")
    answer = client.get(f"/api/v1/threads/{thread.pk}/posts/?fields=number,state,text,author")
    assert "secret" not in answer.content.decode()
    rows = answer.json()["results"]
    assert [(row["number"], row["state"]["code"]) for row in rows] == [(1, "published"), (2, "hidden")]
    assert rows[0]["text"]["html"] == "<p>First.</p>\n"
    assert (rows[1]["text"], rows[1]["author"]) == (None, "")
    again = client.get(answer.request["PATH_INFO"] + "?fields=number", headers={"If-None-Match": "x"})
    assert (
        client.get(
            answer.request["PATH_INFO"] + "?fields=number", headers={"If-None-Match": again["ETag"]}
        ).status_code
        == 304
    )


def test_long_lists_are_followed_to_their_end(client):
    space = SpaceFactory(slug="homicide")
    for _each in range(30):
        PostFactory(thread=ThreadFactory(space=space))
    found, url = [], "/api/v1/spaces/homicide/threads/"
    while url:
        data = client.get(url).json()
        found += [row["id"] for row in data["results"]]
        url, back = data["next"], data["previous"]
    assert len(set(found)) == len(found) == 30
    assert len(client.get(back).json()["results"]) == 25


def test_who_takes_part_writes(client, member, thread):
    answer = send(client, thread, reply_to=1)
    assert answer.status_code == 201
    assert (answer.json()["number"], answer.json()["reply_to"]) == (2, 1)
    assert client.get(answer["Location"]).json()["text"]["html"] == "<p>We saw the same.</p>\n"
    words = {"title": "Who notices first?", "text": "The school.", "language": "en"}
    opened = client.post("/api/v1/spaces/homicide/threads/", words, content_type="application/json")
    assert opened.status_code == 201


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"text": "x" * 1_000_000}, {"language": "de"}, {"text": "\u200b"}, {"reply_to": "x"}],
)
def test_what_cannot_be_taken_is_a_problem_and_nothing_is_written(client, member, thread, wrong):
    answer = send(client, thread, **wrong)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert thread.posts.count() == 1


def test_nothing_is_written_after_the_closing(client, member):
    now = timezone.now()
    space = SpaceFactory(kind="virtual", opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1))
    thread = PostFactory(thread=ThreadFactory(space=space)).thread
    answer = send(client, thread)
    assert answer.status_code == 409
    assert answer.json()["detail"] == "This forum is closed: no more posts are taken."


def test_outsiders_write_nothing(client, thread):
    assert send(client, thread).status_code == 401
    client.force_login(UserFactory())
    assert send(client, thread).status_code == 404
    private = PostFactory(thread=ThreadFactory(space=SpaceFactory(access=Access.PRIVATE))).thread
    client.force_login(UserFactory(roles=[Role.MEMBER]))
    assert send(client, private).status_code == 404
    assert Post.objects.count() == 2


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_feeds_are_clean_and_public_in_four_languages(client, thread, language, member):
    PostFactory(thread=thread, state=PostState.HIDDEN, text="A secret.")
    for path in ("homicide/", f"homicide/{thread.pk}/"):
        answer = client.get(f"/feeds/fora/{path}?lang={language}")
        feed = feedparser.parse(answer.content)
        assert not feed.bozo, feed.get("bozo_exception")
        assert [entry.link.rpartition("/fora/")[2] for entry in feed.entries] == [
            f"posts/{thread.posts.get(seq=1).pk}/"
        ]
        assert feed.feed.id
        assert "secret" not in answer.content.decode()
    private = PostFactory(thread=ThreadFactory(space=SpaceFactory(slug="p", access=Access.MEMBERS))).thread
    assert client.get(f"/feeds/fora/p/{private.pk}/").status_code == 404


def test_the_site_map_names_public_spaces_and_threads_alone(client, thread):
    private = PostFactory(thread=ThreadFactory(space=SpaceFactory(slug="hidden", access=Access.PRIVATE)))
    text = (
        client.get("/sitemap-threads.xml").content.decode()
        + client.get("/sitemap-spaces.xml").content.decode()
    )
    assert f"/es/fora/homicide/{thread.pk}/" in text
    assert private.thread.space.slug not in text
