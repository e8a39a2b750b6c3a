"""What an answer asks of the database: once for all that it must know, and nothing for what is not there."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fora.models import Post, PostRevision, ReadThread, Subscription
from fora.services.drafts import QuoteOf, save_draft
from fora.services.errors import TextError
from fora.services.posting import reply
from network.choices import Role
from network.models import User
from network.search.models import SearchRow
from tests.factories import PostFactory, SpaceFactory, UserFactory

pytestmark = pytest.mark.django_db
STATEMENTS = 19  # with the roles of the person and where they stand, without begin and commit


@pytest.fixture
def thread() -> Any:
    """A thread with one post."""
    return PostFactory().thread


def _fresh(user: Any) -> Any:
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("before", [1, 3])
def test_an_answer_takes_one_transaction_and_as_many_statements_whatever_the_thread_holds(
    thread: Any, before: int
) -> None:
    ana = UserFactory(roles=[Role.MEMBER])
    for number in range(before):
        reply(thread=thread, by=ana, text=f"Dicho antes {number}", language="es")
    ana = _fresh(ana)
    with CaptureQueriesContext(connection) as asked:
        post = reply(thread=thread, by=ana, text="Lo que dijimos, con palabras.", language="es")
    statements = [each["sql"] for each in asked if "SAVEPOINT" not in each["sql"]]
    assert len(statements) == STATEMENTS, "\n".join(statements)
    assert len(asked) == STATEMENTS + 2  # the savepoint of the test's own transaction
    assert post.seq == before + 2


def test_an_answer_stored_at_once_is_as_one_that_was_a_draft_before(thread: Any) -> None:
    people = [UserFactory(roles=[Role.MEMBER], full_name="Ana") for _each in range(2)]
    save_draft(thread=thread, by=people[1], text="Not yet.", language="en")
    made = [reply(thread=thread, by=each, text="Igual **aquí**.", language="es") for each in people]
    assert [post.seq for post in made] == [2, 3]
    told_apart = {"id", "seq", "author_id", *(name for name in Post().__dict__ if name.endswith("_at"))}
    at_once, drafted = (Post.objects.filter(pk=post.pk).values().get() for post in made)
    for name in at_once.keys() - told_apart:
        assert at_once[name] == drafted[name], name
    for post, author in zip(made, people, strict=True):
        revision = PostRevision.objects.get(post=post)
        assert (revision.number, revision.text, revision.by_id) == (1, "Igual **aquí**.", author.pk)
        assert revision.published_at == Post.objects.get(pk=post.pk).published_at
        assert SearchRow.objects.filter(kind="post", object_id=post.pk).count() == 1
        assert Subscription.objects.filter(user=author, thread=thread).count() == 1
    assert not ReadThread.objects.filter(user__in=people).exists()


def test_an_answer_keeps_the_quotes_of_its_draft_and_drops_those_it_may_not_have(thread: Any) -> None:
    ana = UserFactory(roles=[Role.MEMBER])
    quoted = PostRevision.objects.get(post=reply(thread=thread, by=ana, text="Quoted", language="en"))
    luis = UserFactory(roles=[Role.MEMBER])
    save_draft(thread=thread, by=luis, text="Draft", language="en", quotes=[QuoteOf(quoted)])
    kept = reply(thread=thread, by=luis, text="Answer", language="en", quotes=None)
    assert [quote.revision for quote in kept.quotes.all()] == [quoted]
    save_draft(thread=thread, by=luis, text="Draft", language="en", quotes=[QuoteOf(quoted)])
    assert not reply(thread=thread, by=luis, text="Another", language="en").quotes.exists()
    with pytest.raises(TextError):
        reply(thread=thread, by=luis, text="Too many", language="en", quotes=[QuoteOf(quoted)] * 21)
    assert not Post.objects.filter(body_en="Too many").exists()


def test_an_answer_that_waits_is_stored_at_once_too() -> None:
    space = SpaceFactory(is_premoderated=True)
    thread = PostFactory(thread__space=space).thread
    ana = UserFactory(roles=[Role.MEMBER])
    post = reply(thread=thread, by=ana, text="Waits", language="en")
    thread.refresh_from_db()
    assert (post.state, post.seq, thread.pending_count, thread.visible_count) == ("pending", None, 1, 1)
    assert PostRevision.objects.get(post=post).published_at is None
    assert not SearchRow.objects.filter(kind="post", object_id=post.pk).exists()
