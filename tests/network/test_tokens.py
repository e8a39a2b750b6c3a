"""Programs act for a person by a token, and a request that is sent twice is done once."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from fora.choices import Access
from fora.models import Post, Thread
from network.choices import Role, TokenScope
from network.models import AnsweredRequest, ApiToken, User
from network.notifications.kinds import find_kind
from network.notifications.models import Notification
from network.services import erase_account, export_personal_data
from network.services.api_tokens import MOST_TOKENS, make_token, revoke_token
from network.services.links import hash_of
from network.services.retention import tidy
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db
TOKENS = "/en/me/settings/tokens/"
WORDS = {"text": "We saw the same.", "language": "en"}


@pytest.fixture
def thread() -> Thread:
    """A thread that members read and no visitor."""
    space = SpaceFactory(slug="inside", access=Access.MEMBERS)
    return PostFactory(thread=ThreadFactory(space=space), text="First.").thread


def _secret(user: User, scope: TokenScope = TokenScope.WRITE) -> str:
    return make_token(user=user, name="Our site", scope=scope, days=30)[1]


def _read(thread: Thread, secret: str) -> Any:
    return Client().get(f"/api/v1/threads/{thread.pk}/posts/", headers={"Authorization": f"Bearer {secret}"})


def _send(thread: Thread, secret: str, key: str | None = None, **words: Any) -> Any:
    headers = {"Authorization": f"Bearer {secret}"} | ({"Idempotency-Key": key} if key else {})
    address = f"/api/v1/threads/{thread.pk}/posts/"
    return Client().post(address, WORDS | words, content_type="application/json", headers=headers)


# ── tokens ──
def test_a_program_reads_and_writes_as_its_person_and_nobody_keeps_the_answer(
    member: User, thread: Thread
) -> None:
    assert Client().get(f"/api/v1/threads/{thread.pk}/posts/").status_code == 404
    secret = _secret(member)
    answer = _read(thread, secret)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "s-maxage" not in answer["Cache-Control"]
    assert "Authorization" in answer["Vary"]
    assert _send(thread, secret).status_code == 201
    assert Post.objects.get(thread=thread, seq=2).author == member


def test_only_a_hash_is_kept_and_the_use_is_noted(member: User, thread: Thread) -> None:
    secret = _secret(member)
    token = ApiToken.objects.get()
    assert token.token_hash == hash_of(secret)
    assert secret not in str(vars(token))
    _read(thread, secret)
    token.refresh_from_db()
    assert token.last_used_at is not None


def _revoke(token: ApiToken) -> None:
    revoke_token(user=token.user, token_id=token.pk)


def _end(token: ApiToken) -> None:
    past = timezone.now() - timedelta(days=2)
    ApiToken.objects.filter(pk=token.pk).update(made_at=past, expires_at=past + timedelta(days=1))


def _close(token: ApiToken) -> None:
    User.objects.filter(pk=token.user_id).update(is_active=False)


@pytest.mark.parametrize("spoil", [_revoke, _end, _close])
def test_a_token_that_is_revoked_over_or_of_a_closed_account_opens_nothing(
    member: User, thread: Thread, spoil: Any
) -> None:
    secret = _secret(member)
    spoil(ApiToken.objects.get())
    for answer in (_read(thread, secret), _send(thread, secret), _read(thread, secret[:-1] + "x")):
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"].startswith("Bearer")
        assert answer["Content-Type"] == "application/problem+json"
    assert thread.posts.count() == 1


def test_a_token_for_reading_writes_nothing(member: User, thread: Thread) -> None:
    secret = _secret(member, TokenScope.READ)
    assert _read(thread, secret).status_code == 200
    assert _send(thread, secret).status_code == 403
    assert thread.posts.count() == 1


def test_an_outsider_s_token_opens_no_more_than_the_outsider(member: User, thread: Thread) -> None:
    secret = _secret(UserFactory())
    assert _read(thread, secret).status_code == 404
    assert _send(thread, secret).status_code == 404


def test_who_needs_a_second_step_and_has_none_has_no_valid_token(
    staff_manager: User, thread: Thread, settings: Any
) -> None:
    secret = _secret(staff_manager)
    assert _read(thread, secret).status_code == 200
    settings.SECOND_FACTOR_REQUIRED = True
    assert _read(thread, secret).status_code == 401


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(
    client: Client, member: User, enter: Any, count: int, django_assert_num_queries: Any
) -> None:
    for _each in range(count):
        _secret(member)
    enter(client, member)
    client.get(TOKENS)
    with django_assert_num_queries(8):
        client.get(TOKENS)


def test_a_person_makes_sees_and_revokes_tokens_of_their_own(
    client: Client, member: User, enter: Any
) -> None:
    enter(client, member)
    page = client.post(TOKENS, {"name": "Our site", "scope": "write", "days": "90"})
    token = ApiToken.objects.get(user=member)
    assert "iapv_" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    listed = client.get(TOKENS).content.decode()
    assert "Our site" in listed
    assert "iapv_" not in listed
    other = Client()
    other.force_login(UserFactory())
    assert other.post(f"{TOKENS}{token.pk}/revoke/").status_code == 404
    client.post(f"{TOKENS}{token.pk}/revoke/")
    token.refresh_from_db()
    assert not token.is_valid
    log = ApiToken.pgh_event_model.objects.filter(pgh_obj_id=token.pk).order_by("pgh_id")
    assert [event.revoked_at is not None for event in log] == [False, True]
    assert client.post(TOKENS, {"name": " ", "scope": "all", "days": "9000"}).status_code == 422


def test_who_was_not_asked_a_moment_ago_is_asked_again(client: Client, member: User) -> None:
    client.force_login(member)
    answer = client.get(TOKENS)
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"] or "login" in answer["Location"]


def test_nobody_has_more_than_twenty_and_none_lasts_longer_than_a_year(member: User) -> None:
    for _each in range(MOST_TOKENS):
        _secret(member)
    with pytest.raises(ValidationError):
        _secret(member)
    with pytest.raises(ValidationError):
        make_token(user=UserFactory(), name="For ever", scope=TokenScope.READ, days=400)


def test_tokens_are_in_the_own_data_and_go_with_the_account(member: User, thread: Thread) -> None:
    secret = _secret(member)
    _send(thread, secret, key="k")
    assert export_personal_data(user=member)["tokens"][0]["name"] == "Our site"
    erase_account(user=member)
    assert not ApiToken.objects.exists()
    assert not AnsweredRequest.objects.exists()


def test_its_person_is_told_of_each_token_that_is_made(member: User, client: Client) -> None:
    _secret(member)
    told = Notification.objects.get(recipient=member)
    assert (told.verb, told.channel) == ("network.token_made", "alone")
    client.force_login(member)
    page = client.get("/en/me/inbox/").content.decode()
    assert "The token “Our site” was made in your name" in page
    run_all()
    (letter,) = mail.outbox
    assert letter.subject.endswith("Uma nova chave de acesso para programas: Our site")
    assert "/pt/me/inbox/" in letter.body
    assert "iapv_" not in letter.body
    other = UserFactory(roles=[Role.MEMBER])
    kind = find_kind("network.token_made")
    assert kind.may_see is not None
    assert (kind.may_see(ApiToken.objects.get(), member), kind.may_see(ApiToken.objects.get(), other)) == (
        True,
        False,
    )


# ── the same request twice ──
def test_the_same_request_twice_is_done_once(member: User, thread: Thread) -> None:
    secret = _secret(member)
    first, second = (_send(thread, secret, key="a-1") for _each in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert first["Location"] == second["Location"]
    assert (first.has_header("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (False, "true")
    assert thread.posts.count() == 2


def test_the_key_of_another_request_is_refused(member: User, thread: Thread) -> None:
    secret = _secret(member)
    _send(thread, secret, key="a-1")
    answer = _send(thread, secret, key="a-1", text="Other words.")
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert thread.posts.count() == 2
    assert _send(thread, secret, key="x" * 300).status_code == 400


def test_a_key_is_each_person_s_own(member: User, thread: Thread) -> None:
    other = UserFactory(roles=[Role.MEMBER])
    assert _send(thread, _secret(member), key="a-1").status_code == 201
    assert _send(thread, _secret(other), key="a-1", text="Mine.").status_code == 201
    assert thread.posts.count() == 3


def test_what_was_refused_may_be_sent_again_with_its_key(member: User, thread: Thread) -> None:
    secret = _secret(member)
    Thread.objects.filter(pk=thread.pk).update(is_locked=True)
    assert _send(thread, secret, key="a-1").status_code == 409
    Thread.objects.filter(pk=thread.pk).update(is_locked=False)
    assert _send(thread, secret, key="a-1").status_code == 201


def test_after_a_day_a_key_names_a_new_request_and_nothing_is_kept(member: User, thread: Thread) -> None:
    secret = _secret(member)
    _send(thread, secret, key="a-1")
    assert WORDS["text"] not in str(AnsweredRequest.objects.values_list())
    AnsweredRequest.objects.update(answered_at=timezone.now() - timedelta(hours=25))
    assert _send(thread, secret, key="a-1").status_code == 201
    assert thread.posts.count() == 3
    AnsweredRequest.objects.update(answered_at=timezone.now() - timedelta(hours=25))
    tidy()
    assert not AnsweredRequest.objects.exists()


def test_what_is_gone_is_not_said_again(member: User, thread: Thread) -> None:
    secret = _secret(member)
    post = _send(thread, secret, key="a-1").json()
    Post.objects.filter(pk=post["id"]).update(state="redacted")
    assert _send(thread, secret, key="a-1").status_code == 404
    assert thread.posts.count() == 2


def test_the_description_names_tokens_and_keys(client: Client) -> None:
    schema = client.get("/api/v1/schema/?format=json").json()
    assert schema["components"]["securitySchemes"]["personalToken"]["scheme"] == "bearer"
    operation = schema["paths"]["/api/v1/threads/{id}/posts/"]["post"]
    assert "Idempotency-Key" in {parameter["name"] for parameter in operation["parameters"]}
