"""What a machine wrote is on the page: text, mark and HTML of a post agree, whichever language is first."""

import itertools

import pytest

from fora.models import Post
from fora.services.posting import edit_post, start_thread
from network.choices import Role
from tests.factories import SpaceFactory, UserFactory
from tests.l10n.jobs.conftest import engine, work  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
OTHERS = ("en", "fr", "pt")


@pytest.fixture
def post(transactional_db):
    author = UserFactory(roles=[Role.MEMBER])
    return start_thread(
        space=SpaceFactory(), by=author, title="Patios", text="¿Qué **funciona**?", language="es"
    )


def check(post: Post, *languages: str) -> None:
    row = Post.objects.unfiltered().get(pk=post.pk)
    for language in languages:
        assert getattr(row, f"body_{language}"), language
        assert "<strong>" in getattr(row, f"html_{language}"), language
    for language in set(OTHERS) - set(languages):
        assert getattr(row, f"html_{language}") == "", language


@pytest.mark.parametrize("order", list(itertools.permutations(OTHERS)), ids="-".join)
def test_each_language_is_read_as_soon_as_it_is_written(engine, work, post, order):  # noqa: F811
    for number, language in enumerate(order, start=1):
        assert work(language) > 0
        check(post, *order[:number])


def test_a_text_that_was_edited_is_shown_in_its_new_translation(engine, work, post):  # noqa: F811
    work()
    edit_post(post=post, by=post.author, text="¿Qué **no** funciona?", language="es")
    work()
    check(post, *OTHERS)
    row = Post.objects.unfiltered().get(pk=post.pk)
    assert {"no" in getattr(row, f"html_{language}") for language in OTHERS} == {True}
