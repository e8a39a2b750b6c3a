"""Who is told of a post: after its approval, in the reader's language, and only while they may read it."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from fora.choices import Access, Capacity, Following, PostState, SpaceKind
from fora.models import Mention, Post, Subscription
from fora.services.notices import promise_news, readers_of, tell_of_opened_fora, tell_of_pending
from network.choices import Role
from network.notifications.choices import Channel, Frequency
from network.notifications.models import Notification
from network.notifications.services import follow_wishes, plan_digests, set_frequency
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db
WORD = "zqbdfgh"


def person(name: str, language: str = "en", **more):
    return UserFactory(full_name=name, language=language, roles=[Role.MEMBER], **more)


def follow(who, of, frequency=Following.INSTANT) -> None:
    place = {"thread": of} if hasattr(of, "space") else {"space": of}
    Subscription.objects.update_or_create(
        user=who, defaults={"frequency": frequency}, **{"space": None, "thread": None} | place
    )


def tell(post: Post) -> None:
    promise_news(post)
    run_all()


def told(who) -> list[str]:
    return list(Notification.objects.filter(recipient=who).order_by("pk").values_list("verb", flat=True))


def mails_to(who) -> list[str]:
    return [f"{each.subject}\n{each.body}" for each in mail.outbox if who.email in each.to[0]]


@pytest.fixture
def thread():
    """A subject with one post."""
    made = ThreadFactory(title_en="Early detection", title_es="Detección temprana")
    PostFactory(thread=made)
    return made


def test_followers_of_the_thread_or_its_space_are_told_once_and_the_author_is_not(thread):
    both, of_space, silent, author = (person(name) for name in ("Both", "Space", "Silent", "Author"))
    follow(both, thread)
    follow(both, thread.space)
    follow(of_space, thread.space)
    follow(silent, thread.space)
    follow(silent, thread, Following.NONE)
    follow(author, thread)
    post = PostFactory(thread=thread, author=author, text=f"We saw {WORD}.")
    tell(post)
    tell(post)
    assert told(both) == told(of_space) == ["fora.posted"]
    assert told(silent) == told(author) == []
    assert WORD in mails_to(both)[0]
    assert len(mails_to(both)) == 1


def test_the_mail_is_in_the_readers_language_and_says_that_a_machine_translated(thread):
    reader = person("Lector", "es")
    follow(reader, thread)
    post = PostFactory(thread=thread, author_name="Jane", text="We saw it early.")
    marks = {"es": {"body": "machine:apertium"}}
    Post.objects.filter(pk=post.pk).update(body_es="Lo vimos temprano.", translation_marks=marks)
    tell(post)
    (text,) = mails_to(reader)
    assert "Detección temprana" in text
    assert "Lo vimos temprano." in text
    assert "We saw it early" not in text
    assert "(English)" in text


@pytest.mark.parametrize("state", [each for each in PostState if each != PostState.PUBLISHED])
def test_of_what_is_not_published_nobody_is_told(thread, state):
    reader, named = person("Reader"), person("Named")
    follow(reader, thread)
    post = PostFactory(thread=thread, author=person("Author"), state=state, text=WORD)
    Mention.objects.create(post=post, user=named)
    tell(post)
    assert told(reader) == told(named) == []


@pytest.mark.parametrize("frequency", [Following.INSTANT, Following.DAILY, Following.WEEKLY])
def test_what_is_hidden_before_the_mail_goes_is_not_sent(thread, frequency):
    reader = person("Reader")
    follow(reader, thread, frequency)
    post = PostFactory(thread=thread, author=person("Author"), text=WORD)
    promise_news(post)
    run_all(rounds=1)  # told, not mailed yet
    assert told(reader) == ["fora.posted"]
    Post.objects.filter(pk=post.pk).update(state=PostState.HIDDEN)
    plan_digests(now=timezone.now() + dt.timedelta(days=9))
    run_all()
    assert mail.outbox == []


def test_answered_and_mentioned_people_are_told_as_such_and_only_once(thread):
    answered, named = person("Answered"), person("Named")
    first = PostFactory(thread=thread, author=answered)
    follow(answered, thread)
    follow(named, thread.space)
    post = PostFactory(thread=thread, author=person("Author"), reply_to=first)
    Mention.objects.create(post=post, user=named)
    tell(post)
    assert told(answered) == ["fora.replied"]
    assert told(named) == ["fora.mentioned"]
    assert Mention.objects.get().told_at is not None


def test_a_mention_opens_nothing_and_is_not_told_to_who_may_not_read():
    space = SpaceFactory(access=Access.PRIVATE)
    post = PostFactory(thread=ThreadFactory(space=space), text=WORD)
    outsider, insider = person("Outsider"), let_in(person("Insider"), space)
    for each in (outsider, insider):
        Mention.objects.create(post=post, user=each)
    tell(post)
    assert told(outsider) == []
    assert not Post.objects.visible_to(outsider).exists()
    assert told(insider) == ["fora.mentioned"]
    (text,) = mails_to(insider)
    assert WORD not in text
    assert post.thread.title_en not in text
    assert "/en/me/inbox/" in text


def test_summaries_take_what_each_follows_daily_or_weekly_and_what_was_hidden_is_left_out(thread):
    daily, weekly = person("Daily"), person("Weekly")
    follow(daily, thread, Following.DAILY)
    follow(weekly, thread.space, Following.WEEKLY)
    author = person("Author")
    shown, gone = (PostFactory(thread=thread, author=author, author_name=name) for name in ("Shown", "Gone"))
    for post in (shown, gone):
        tell(post)
    assert mail.outbox == []
    assert set(Notification.objects.values_list("channel", flat=True)) == {Channel.DAILY, Channel.WEEKLY}
    Post.objects.filter(pk=gone.pk).update(state=PostState.HIDDEN)
    plan_digests(now=timezone.now() + dt.timedelta(days=9))
    run_all()
    for who in (daily, weekly):
        (text,) = mails_to(who)
        assert "Shown wrote" in text
        assert "Gone wrote" not in text


def test_whoever_stops_following_before_the_mail_goes_gets_none(thread):
    reader = person("Reader")
    follow(reader, thread, Following.DAILY)
    tell(PostFactory(thread=thread, author=person("Author")))
    follow(reader, thread, Following.NONE)
    follow_wishes(user=reader, verb="fora.posted")
    plan_digests(now=timezone.now() + dt.timedelta(days=9))
    run_all()
    assert mail.outbox == []


def test_one_click_stops_mails_by_post_alone_and_holds_whatever_is_followed(thread, client: Client):
    reader = person("Reader")
    follow(reader, thread)
    tell(PostFactory(thread=thread, author=person("Author")))
    message = mail.outbox[0].message()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = message["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    client.get(path)
    tell(PostFactory(thread=thread, author=person("Second")))
    assert len(mail.outbox) == 2, "a GET stops nothing"
    client.post(path, {"List-Unsubscribe": "One-Click"})
    tell(PostFactory(thread=thread, author=person("Third")))
    assert len(mail.outbox) == 2


def test_many_posts_in_an_hour_on_one_thread_become_one_mail(thread, settings):
    settings.NOTIFICATIONS_FOLD_AFTER = 2
    reader = person("Reader")
    follow(reader, thread)
    for number in range(5):
        tell(PostFactory(thread=thread, author=person(f"Author {number}")))
    assert len(mail.outbox) == 2
    assert Notification.objects.filter(recipient=reader, channel=Channel.FOLDED).count() == 3


def test_mails_of_one_thread_stay_one_conversation(thread):
    reader = person("Reader")
    follow(reader, thread)
    for name in ("One", "Two"):
        tell(PostFactory(thread=thread, author=person(name)))
    first, second = (each.message()["References"] for each in mail.outbox)
    assert first == second == f"<about.fora.thread.{thread.pk}@localhost>"


def test_what_is_said_of_the_thread_in_the_settings_goes_before_how_it_is_followed(thread):
    from django.contrib.contenttypes.models import ContentType

    reader = person("Reader")
    follow(reader, thread)
    about = ContentType.objects.get_for_model(thread)
    set_frequency(user=reader, frequency=Frequency.DAILY, about_type=about, about_id=str(thread.pk))
    tell(PostFactory(thread=thread, author=person("Author")))
    assert Notification.objects.get(recipient=reader).channel == Channel.DAILY


def test_a_post_that_awaits_approval_is_told_to_the_moderators_of_its_space_alone(thread):
    mine, other = person("Moderator"), person("Other")
    let_in(mine, thread.space, Capacity.MODERATOR)
    let_in(other, SpaceFactory(), Capacity.MODERATOR)
    post = PostFactory(thread=thread, author=person("Author"), state=PostState.PENDING, text=WORD)
    tell_of_pending(post)
    run_all()
    assert told(mine) == ["fora.pending"]
    assert told(other) == []
    assert WORD not in mails_to(mine)[0]


def test_where_nobody_moderates_staff_are_told(thread, staff_manager):
    post = PostFactory(thread=thread, state=PostState.PENDING)
    tell_of_pending(post)
    assert told(staff_manager) == ["fora.pending"]


def test_a_forum_is_told_to_open_once_and_to_those_who_follow_it():
    now = timezone.now()
    space = SpaceFactory(
        kind=SpaceKind.VIRTUAL, opens_at=now - dt.timedelta(hours=1), closes_at=now + dt.timedelta(hours=1)
    )
    reader, outsider = person("Reader"), person("Outsider")
    follow(reader, space)
    assert tell_of_opened_fora() == 1
    assert tell_of_opened_fora() == 0
    assert told(reader) == ["fora.opened"]
    assert told(outsider) == []


@pytest.mark.parametrize("access", list(Access))
def test_who_is_told_is_who_may_read(access):
    from fora.models import Space

    space = SpaceFactory(access=access)
    people = [
        UserFactory(),
        person("Member"),
        let_in(person("Entered"), space),
        let_in(person("Moderator"), space, Capacity.MODERATOR),
        UserFactory(roles=[Role.STAFF_MANAGER]),
    ]
    told_of = set(readers_of(space))
    assert {each for each in people if each in told_of} == {
        each for each in people if Space.objects.visible_to(each).filter(pk=space.pk).exists()
    }
