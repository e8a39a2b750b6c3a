"""Statements that are kept between requests: what each person reads is their own all the same."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fora.choices import Access, Capacity, PostState
from fora.models import Post, Space, SpaceGrant, Thread
from fora.querysets.prepared import KEYS, ONE_OF_KEYS, SLOTS, THREAD, read_records, read_rows, statement
from network.choices import Role
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db


def _threads(user: Any) -> Any:
    return Thread.objects.visible_to(user).select_related("space").of_reader(user).filter(pk=THREAD)


def _posts(user: Any) -> Any:
    return Post.objects.visible_to(user).filter(pk__in=ONE_OF_KEYS).values_list("pk").order_by("pk")


def _now(_user: Any) -> Any:
    return SpaceGrant.objects.in_force()


def test_two_people_of_one_standing_share_a_statement_and_read_each_their_own() -> None:
    ana, luis = (UserFactory(roles=[Role.MEMBER]) for _each in range(2))
    space = SpaceFactory()
    thread = PostFactory(thread=ThreadFactory(space=space)).thread
    theirs = [PostFactory(thread=thread, author=each, state=PostState.PENDING).pk for each in (ana, luis)]
    assert statement(_posts, ana) is statement(_posts, luis)
    assert [read_rows(_posts, each, {KEYS: theirs}) for each in (ana, luis, AnonymousUser())] == [
        [(theirs[0],)],
        [(theirs[1],)],
        [],
    ]


def test_a_place_that_somebody_gets_or_loses_counts_at_the_next_request() -> None:
    space = SpaceFactory(access=Access.PRIVATE)
    post = PostFactory(thread=ThreadFactory(space=space))
    ana = UserFactory(roles=[Role.MEMBER])
    assert read_rows(_posts, ana, {KEYS: [post.pk]}) == []
    grant = SpaceGrant.objects.create(space=space, user=ana, capacity=Capacity.MEMBER, reason="Is asked.")
    ana = type(ana).objects.get(pk=ana.pk)
    assert read_rows(_posts, ana, {KEYS: [post.pk]}) == [(post.pk,)]
    SpaceGrant.objects.filter(pk=grant.pk).update(revoked_at=timezone.now())
    ana = type(ana).objects.get(pk=ana.pk)
    assert read_rows(_posts, ana, {KEYS: [post.pk]}) == []


def test_records_are_as_django_makes_them() -> None:
    ana = UserFactory(roles=[Role.MEMBER])
    thread = PostFactory().thread
    with CaptureQueriesContext(connection) as asked:
        (found,) = read_records(_threads, ana, {THREAD: thread.pk})
        assert found.space.title_en == thread.space.title_en
        assert found.has_draft is False
    assert len(asked) == 3  # with the roles of the person and where they stand
    (same,) = Thread.objects.visible_to(ana).select_related("space").of_reader(ana).filter(pk=thread.pk)
    kept = {name: value for name, value in same.__dict__.items() if name != "_state"}
    assert {name: value for name, value in found.__dict__.items() if name != "_state"} == kept
    assert found._state.fields_cache.keys() == same._state.fields_cache.keys()
    assert not found._state.adding


def test_a_statement_that_would_keep_an_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="hour"):
        statement(_now, None)


def test_no_record_has_the_value_of_a_slot() -> None:
    keys = {slot for slot in SLOTS if isinstance(slot, int)}
    assert not Space.objects.filter(pk__in=keys).exists()
    assert all(key > 2_147_000_000 for key in keys)
