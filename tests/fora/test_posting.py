"""Writing in the fora: who may, when, and what follows."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fora.choices import Access, Capacity, Following, PostState, SpaceKind
from fora.models import Mention, Post, PostRevision, Space, Subscription, Thread
from fora.querysets.unread import unread_count
from fora.services.drafts import save_draft
from fora.services.errors import (
    ClosedError,
    ConflictError,
    LockedError,
    SanctionedError,
    TextError,
    TooManyError,
)
from fora.services.following import mark_read, subscribe
from fora.services.mentions import handle_of
from fora.services.moderating import approve, hide, redact, reject, show
from fora.services.moving import hide_thread, lock, move_post, move_thread
from fora.services.posting import edit_post, publish_post, reply, start_thread, withdraw
from fora.services.reconciling import reconcile
from network.choices import Role
from network.l10n.models import Translation
from network.models import User
from network.moderation.choices import Reason, SanctionKind
from network.moderation.models import ModerationAction, ModerationCase
from network.moderation.services import appeal, decide_appeal, sanction
from network.notifications.models import Notification
from network.search.models import SearchRow
from tests.factories import SpaceFactory, UserFactory, let_in
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db
CANARY = "zanahoria"


@pytest.fixture
def space() -> Space:
    """A public forum."""
    return SpaceFactory()


@pytest.fixture
def author() -> User:
    """A member who writes."""
    return UserFactory(full_name="Ana Lucía Morales", roles=[Role.MEMBER])


@pytest.fixture
def reader() -> User:
    """Another member."""
    return UserFactory(full_name="Rosa Díaz", roles=[Role.MEMBER])


@pytest.fixture
def moderator(space: Space) -> User:
    """Moderates that forum and no other."""
    return let_in(UserFactory(full_name="Mo Derator"), space, Capacity.MODERATOR)


@pytest.fixture
def opening(space: Space, author: User) -> Post:
    """The first post of a thread."""
    return start_thread(
        space=space, by=author, title="Who notices first?", text="The teacher.", language="en"
    )


def figures(thread: Thread) -> tuple[Any, ...]:
    """What lists are served from; it always agrees with a recount."""
    assert reconcile() == []
    fresh = Thread.objects.unfiltered().get(pk=thread.pk)
    return fresh.visible_count, fresh.pending_count, fresh.last_seq, fresh.last_visible_seq


def say(thread: Thread, by: User, text: str = "I agree.", **more: Any) -> Post:
    """A short answer."""
    return reply(thread=thread, by=by, text=text, language=more.pop("language", "en"), **more)


def found(text: str) -> set[int]:
    """Posts that search holds with a word."""
    return set(
        SearchRow.objects.filter(kind="post", summary__contains=text).values_list("object_id", flat=True)
    )


def test_a_thread_begins_with_its_first_post(opening, author) -> None:
    assert (opening.state, opening.seq, opening.author_name) == ("published", 1, "Ana Lucía Morales")
    assert opening.html_en == "<p>The teacher.</p>\n"
    assert figures(opening.thread) == (1, 0, 1, 1)
    assert found("teacher") == {opening.pk}
    assert Translation.objects.filter(kind="fora.post", is_readable=True, is_public=True).count() == 3
    assert unread_count(author) == 0


def test_a_draft_is_its_authors_alone_and_is_kept_once(space, author, reader, moderator) -> None:
    draft = start_thread(space=space, by=author, title="T", text="One", language="en", as_draft=True)
    again = save_draft(thread=draft.thread, by=author, text="Two", language="es", title="Título")
    assert again.pk == draft.pk
    assert list(Post.objects.visible_to(author)) == [draft]
    for other in (reader, moderator, AnonymousUser()):
        assert not Post.objects.visible_to(other).exists()
        assert not Thread.objects.visible_to(other).exists()
    published = publish_post(post=again, by=author)
    assert published.original("body") == "Two"
    assert published.body_en == ""
    assert str(Thread.objects.get().original("title")) == "Título"


def test_nobody_publishes_the_draft_of_another(space, author, reader) -> None:
    draft = start_thread(space=space, by=author, title="T", text="One", language="en", as_draft=True)
    with pytest.raises(PermissionDenied):
        publish_post(post=draft, by=reader)


def test_a_visitor_and_an_account_without_role_write_nothing(space, opening) -> None:
    for person in (AnonymousUser(), UserFactory()):
        with pytest.raises((PermissionDenied, AttributeError)):
            say(opening.thread, person)


@pytest.mark.parametrize("door", ["draft", "reply", "edit", "thread"])
def test_after_the_hour_nothing_is_taken_by_any_door(author, moderator, door: str) -> None:
    now = timezone.now()
    forum = SpaceFactory(
        kind=SpaceKind.VIRTUAL, opens_at=now - timedelta(days=2), closes_at=now + timedelta(days=2)
    )
    let_in(moderator, forum, Capacity.MODERATOR)
    first = start_thread(space=forum, by=author, title="T", text="One", language="en")
    draft = save_draft(thread=first.thread, by=author, text="Late", language="en")
    Space.objects.update(opens_at=now - timedelta(days=3), closes_at=now - timedelta(seconds=1))
    doors = {
        "draft": lambda by: publish_post(post=draft, by=by),
        "reply": lambda by: say(first.thread, by),
        "edit": lambda by: edit_post(post=first, by=by, text="Changed", language="en"),
        "thread": lambda by: start_thread(space=forum, by=by, title="T", text="One", language="en"),
    }
    with pytest.raises(ClosedError):
        doors[door](author)
    if door in ("reply", "thread"):
        with pytest.raises(ClosedError):
            doors[door](moderator)
    assert figures(first.thread) == (1, 0, 1, 1)


def test_before_the_hour_only_who_leads_prepares(author) -> None:
    now = timezone.now()
    forum = SpaceFactory(
        kind=SpaceKind.VIRTUAL, opens_at=now + timedelta(days=1), closes_at=now + timedelta(days=2)
    )
    leader = let_in(UserFactory(), forum, Capacity.FACILITATOR)
    with pytest.raises(ClosedError):
        start_thread(space=forum, by=author, title="T", text="One", language="en")
    assert start_thread(space=forum, by=leader, title="T", text="One", language="en").state == "published"


def test_a_locked_thread_and_a_sanction_stand_in_the_way(opening, reader, moderator, space) -> None:
    lock(thread=opening.thread, by=moderator)
    with pytest.raises(LockedError):
        say(opening.thread, reader)
    lock(thread=opening.thread, by=moderator, is_locked=False)
    sanction(user=reader, kind=SanctionKind.MUTE, scope=space.key, reason=Reason.ADVERTISING, by=moderator)
    with pytest.raises(SanctionedError):
        say(opening.thread, reader)
    assert say(start_thread_elsewhere(reader), reader).state == "published"


def start_thread_elsewhere(by: User) -> Thread:
    """A mute in one space is none in another."""
    return start_thread(space=SpaceFactory(), by=by, title="T", text="One", language="en").thread


def test_too_many_posts_in_a_short_time_are_refused(opening, reader, settings) -> None:
    settings.FORA_MOST_POSTS = 2
    say(opening.thread, reader)
    say(opening.thread, reader)
    with pytest.raises(TooManyError):
        say(opening.thread, reader)


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "***", "x" * 20_001, "x" * 1_000_000])
def test_what_says_nothing_or_too_much_is_refused(opening, reader, text: str) -> None:
    with pytest.raises(TextError):
        say(opening.thread, reader, text)
    assert figures(opening.thread) == (1, 0, 1, 1)


def test_what_waits_betrays_itself_nowhere(author, reader, moderator) -> None:
    space = SpaceFactory(is_premoderated=True)
    let_in(moderator, space, Capacity.MODERATOR)
    subscribe(by=reader, space=space, frequency=Following.INSTANT)
    text = f"{CANARY} {handle_of(reader)}"
    post = start_thread(space=space, by=author, title="T", text=text, language="en")
    assert post.state == PostState.PENDING
    assert post.seq is None
    assert figures(post.thread) == (0, 1, 0, 0)
    assert not Thread.objects.visible_to(reader).exists()
    assert list(Post.objects.visible_to(moderator)) == [post]
    assert not Notification.objects.filter(recipient=reader).exists()
    assert not found(CANARY)
    approve(post=post, by=moderator)
    assert figures(post.thread) == (1, 0, 1, 1)
    assert found(CANARY) == {post.pk}
    run_all()
    assert set(Notification.objects.filter(recipient=reader).values_list("verb", flat=True)) == {
        "fora.mentioned"
    }
    assert unread_count(reader) == 1


def test_a_late_approval_comes_after_what_was_read(author, reader, moderator) -> None:
    space = SpaceFactory(is_premoderated=True)
    let_in(moderator, space, Capacity.MODERATOR)
    first = approve(
        post=start_thread(space=space, by=author, title="T", text="1", language="en"), by=moderator
    )
    early, late = say(first.thread, author, "2"), say(first.thread, reader, "3")
    assert approve(post=late, by=moderator).seq == 2
    assert approve(post=early, by=moderator).seq == 3


def test_a_rejected_post_is_changed_and_submitted_again(author, moderator, reader) -> None:
    space = SpaceFactory(is_premoderated=True)
    let_in(moderator, space, Capacity.MODERATOR)
    post = start_thread(space=space, by=author, title="T", text="Bad", language="en")
    reject(post=post, by=moderator, reason=Reason.OFF_TOPIC, text="Not here.")
    assert ModerationAction.objects.visible_to(author).get().text == "Not here."
    edit_post(post=post, by=author, text="Good", language="en")
    assert publish_post(post=post, by=author).state == PostState.PENDING
    approve(post=post, by=moderator)
    assert [each.text for each in PostRevision.objects.visible_to(reader)] == ["Good"]
    assert [each.text for each in PostRevision.objects.visible_to(author)] == ["Bad", "Good"]


def test_a_mention_lets_nobody_in(author, reader) -> None:
    closed = SpaceFactory(access=Access.PRIVATE)
    let_in(author, closed)
    post = start_thread(space=closed, by=author, title="T", text=f"Hi {handle_of(reader)}", language="en")
    assert Mention.objects.get().told_at is None
    assert not Notification.objects.filter(recipient=reader).exists()
    assert not Post.objects.visible_to(reader).exists()
    assert list(Post.objects.visible_to(author)) == [post]


def test_a_hidden_post_leaves_a_place_with_the_reason(opening, author, reader, moderator) -> None:
    post = say(opening.thread, reader, CANARY)
    hide(post=post, by=moderator, reason=Reason.PERSONAL_DATA, text="A name.")
    assert figures(opening.thread) == (1, 0, 2, 1)
    assert not found(CANARY)
    assert not Translation.objects.filter(object_key=str(post.pk), is_readable=True).exists()
    for person in (author, AnonymousUser()):
        place = Post.objects.places(thread_id=opening.thread_id, first=2, last=2, user=person, language="en")[
            0
        ]
        assert (place.is_readable, place.html, place.author_name) == (False, "", "")
        assert place.state_reason == Reason.PERSONAL_DATA
        assert CANARY not in repr(place)
    assert (
        CANARY
        in Post.objects.places(thread_id=opening.thread_id, first=1, last=9, user=reader, language="en")[
            1
        ].html
    )
    show(post=post, by=moderator)
    assert figures(opening.thread) == (2, 0, 2, 2)
    assert found(CANARY) == {post.pk}


def test_an_appeal_is_decided_by_another_person(opening, reader, moderator, space, staff_manager) -> None:
    post = say(opening.thread, reader)
    hide(post=post, by=moderator, reason=Reason.OTHER)
    action = ModerationAction.objects.get(verb="hide")
    made = appeal(action=action, by=reader, text="It was true.")
    for nobody in (moderator, reader):
        with pytest.raises(PermissionDenied):
            decide_appeal(appeal=made, by=nobody, is_granted=True, answer="Yes.")
    decide_appeal(appeal=made, by=staff_manager, is_granted=True, answer="It was.")
    post.refresh_from_db()
    assert post.state == PostState.PUBLISHED
    with pytest.raises(PermissionDenied):
        appeal(action=action, by=reader, text="Again.")


def test_redaction_leaves_no_word_behind(space, author, reader, moderator) -> None:
    post = start_thread(
        space=space, by=author, title=CANARY, text=f"{CANARY} {handle_of(reader)}", language="en"
    )
    edit_post(post=post, by=author, text=f"{CANARY} again", language="en")
    Post.objects.filter(pk=post.pk).update(body_es=CANARY, html_es=CANARY)
    redact(post=post, by=moderator, reason=Reason.CHILD)
    assert tables_with(CANARY) == []
    assert not Post.objects.visible_to(author).exists()
    with pytest.raises(ConflictError):
        show(post=post, by=moderator)


def tables_with(word: str) -> list[str]:
    """Tables of the database in which a word stands, wherever."""
    from django.db import connection

    with connection.cursor() as cursor:
        return [name for name in connection.introspection.table_names() if _holds(cursor, name, word)]


def _holds(cursor: Any, table: str, word: str) -> bool:
    cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}" AS t WHERE t::text ILIKE %s)', [f"%{word}%"])
    return cursor.fetchone()[0]


def test_a_withdrawn_post_is_read_by_moderators_alone(opening, author, reader, moderator) -> None:
    withdraw(post=opening, by=author)
    assert figures(opening.thread) == (0, 0, 1, 0)
    assert list(Post.objects.visible_to(moderator)) == [opening]
    for person in (author, reader):
        assert not Post.objects.visible_to(person).exists()


def test_a_moderator_of_another_space_moderates_nothing_here(opening, reader) -> None:
    stranger = let_in(UserFactory(), SpaceFactory(), Capacity.MODERATOR)
    for verb in (
        lambda: hide(post=opening, by=stranger, reason=Reason.OTHER),
        lambda: redact(post=opening, by=stranger, reason=Reason.OTHER),
        lambda: lock(thread=opening.thread, by=stranger),
        lambda: hide_thread(thread=opening.thread, by=stranger, reason=Reason.OTHER),
        lambda: move_thread(thread=opening.thread, to=SpaceFactory(), by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_a_moved_post_takes_a_new_number_and_its_old_address_leads_on(
    space, opening, author, reader, moderator
) -> None:
    other = start_thread(space=space, by=reader, title="Other", text="One", language="en").thread
    post = say(opening.thread, reader, CANARY)
    answer = say(opening.thread, author, reply_to=post)
    moved = move_post(post=post, to=other, by=moderator)
    assert (moved.thread_id, moved.seq) == (other.pk, 2)
    assert figures(opening.thread) == (2, 0, 3, 3)
    assert figures(other) == (2, 0, 2, 2)
    assert opening.thread.moved_away.get(seq=2).post_id == post.pk
    answer.refresh_from_db()
    assert answer.reply_to_id is None


def test_a_thread_that_goes_where_fewer_read_leaves_search_at_once(
    opening, moderator, reader, author
) -> None:
    closed = SpaceFactory(access=Access.PRIVATE)
    let_in(moderator, closed, Capacity.MODERATOR)
    move_thread(thread=opening.thread, to=closed, by=moderator)
    assert not SearchRow.objects.filter(kind="post").exists()
    assert not Translation.objects.filter(kind__in=["fora.post", "fora.thread"], is_public=True).exists()
    assert not Post.objects.visible_to(author).exists()


def test_a_mark_of_reading_never_goes_back(opening, reader, author) -> None:
    subscribe(by=reader, space=opening.thread.space, frequency=Following.NONE)
    assert unread_count(reader) == 0  # what was there before one came
    say(opening.thread, author)
    assert unread_count(reader) == 1
    mark_read(thread=opening.thread, by=reader, seq=99)
    mark_read(thread=opening.thread, by=reader, seq=1)
    assert unread_count(reader) == 0
    say(opening.thread, author)
    assert unread_count(reader) == 1


def test_who_writes_hears_of_answers_and_can_silence_them(opening, author, reader) -> None:
    say(opening.thread, reader)
    run_all()
    assert Notification.objects.filter(recipient=author, verb="fora.posted").count() == 1
    subscribe(by=author, thread=opening.thread, frequency=Following.NONE)
    say(opening.thread, reader)
    run_all()
    assert Notification.objects.filter(recipient=author, verb="fora.posted").count() == 1
    assert Subscription.objects.get(user=author).frequency == Following.NONE


def test_nobody_moderates_the_own_words(space, moderator) -> None:
    post = start_thread(space=space, by=moderator, title="T", text="Mine", language="en")
    with pytest.raises(PermissionDenied):
        hide(post=post, by=moderator, reason=Reason.OTHER)
    assert not ModerationCase.objects.exists()
