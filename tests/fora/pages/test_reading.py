"""What readers see of the fora, in which language, and how little it asks of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fora.choices import PostState
from fora.models import PostAttachment, PostRevision, Quote
from network.choices import Role
from network.search import labels
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")


@pytest.fixture(autouse=True)
def _names_are_known():
    for language in LANGUAGES:
        labels.states(language)


@pytest.fixture
def space():
    return SpaceFactory(slug="homicide", title_en="Homicide", title_es="Homicidio")


@pytest.fixture
def member():
    return UserFactory(full_name="Ana Lima", roles=[Role.MEMBER])


def make(space, count):
    """`count` threads of `count` posts each, with a quote and a file; gives the first thread."""
    first = None
    for _each in range(count):
        thread = ThreadFactory(space=space)
        first = first or thread
        for number in range(count):
            post = PostFactory(thread=thread, text=f"Words {number}.")
            Quote.objects.create(post=post, revision=PostRevision.objects.get(post=post))
            PostAttachment.objects.create(
                post=post, file=f"fora/{post.pk}", file_name="a.pdf", media_type="application/pdf", size=1000
            )
    return first


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_database_as_often_for_three_as_for_one(client, space, count, member):
    thread = make(space, count)
    asked = {name: queries(client, path) for name, path in paths(space, thread).items()}
    client.force_login(member)
    signed_in = {name: queries(client, path) for name, path in paths(space, thread).items()}
    assert asked == {"overview": 3, "space": 3, "thread": 4}
    assert signed_in == {"overview": 8, "space": 8, "thread": 9}


def paths(space, thread):
    return {
        "overview": "/en/fora/",
        "space": f"/en/fora/{space.slug}/",
        "thread": f"/en/fora/{space.slug}/{thread.pk}/",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_read_in_four_languages(client, space, language, member):
    thread = make(space, 2)
    PostFactory(thread=thread, state=PostState.HIDDEN)
    PostFactory(thread=thread, author_office="Oficina", author_kind="government", country_id="GT")
    for path in paths(space, thread).values():
        answer = client.get(path.replace("/en/", f"/{language}/"))
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.content.decode()
    client.force_login(member)
    assert client.get(f"/{language}/fora/unread/").status_code == 200


def test_an_open_thread_learns_of_new_posts_and_hears_304_while_there_are_none(client, space):
    thread = make(space, 1)
    url = f"/en/fora/{space.slug}/{thread.pk}/news/?after=1"
    first = client.get(url)
    assert (first.status_code, first.content) == (200, b"")
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    PostFactory(thread=thread, text="A second word.")
    PostFactory(thread=thread, text="A secret.", state=PostState.PENDING)
    answer = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert answer.status_code == 200
    assert 'id="p2"' in answer.content.decode()
    assert "secret" not in answer.content.decode()
    assert answer["Portal-Last-Post"] == "2"
    assert client.get(url + "x").status_code == 404
