"""The same request at the same moment, by real threads: it is done once, whoever comes first."""

from typing import Any

import pytest
from django.test import Client

from fora.models import Thread
from network.choices import Role, TokenScope
from network.models import AnsweredRequest
from network.services.api_tokens import make_token
from tests.at_once import at_once
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
HANDS = 8


def test_requests_of_one_key_at_the_same_moment_make_exactly_one_post() -> None:
    thread: Thread = PostFactory(thread=ThreadFactory(space=SpaceFactory()), text="First.").thread
    member = UserFactory(roles=[Role.MEMBER])
    secret = make_token(user=member, name="Our site", scope=TokenScope.WRITE, days=30)[1]
    before = thread.posts.count()

    def send(text: str) -> Any:
        return lambda: Client().post(
            f"/api/v1/threads/{thread.pk}/posts/",
            {"text": text, "language": "en"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}", "Idempotency-Key": "a-1"},
        )

    answers = at_once(*(send("We saw the same.") for _hand in range(HANDS)), send("Other words."))
    assert not [each for each in answers if isinstance(each, Exception)]
    assert thread.posts.count() == before + 1
    same, other = answers[:HANDS], answers[HANDS]
    if other.status_code == 201:  # it came first: then the key is its own
        assert {each.status_code for each in same} == {422}
        return
    assert other.status_code == 422
    assert {each.status_code for each in same} == {201}
    assert len({each["Location"] for each in same}) == 1
    assert sum(each.has_header("Idempotency-Replayed") for each in same) == HANDS - 1
    assert AnsweredRequest.objects.count() == 1
