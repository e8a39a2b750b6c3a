"""The moderators' desk in the browser: own spaces, never the own words, each decision with its reason."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from fora.choices import PostState
from fora.models import Post, Thread
from fora.services.moderating import flag_post, hide, reject
from network.moderation.choices import AppealState, Reason, SanctionKind, Verb
from network.moderation.models import Appeal, ModerationAction, ModerationCase, Sanction
from network.moderation.services import appeal
from network.notifications.models import Notification
from tests.factories import PostFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db
QUEUE_QUERIES, ITEM_QUERIES, LOG_QUERIES, SANCTIONS_QUERIES, DECISIONS_QUERIES = 12, 14, 12, 12, 12


def at(name: str, *args) -> str:
    return reverse(f"fora:{name}", args=args)


def act(forum, who: str, post, step: str, **said):
    form = {f"{step}-{key}": value for key, value in said.items()}
    return forum.clients[who].post(at("desk_act", "posts", post.pk, step), form)


def fresh(post) -> Post:
    return Post.objects.unfiltered().get(pk=post.pk)


def test_a_flagged_post_is_in_the_queue_with_its_reasons_and_the_case_is_claimed_by_one(forum):
    post = forum.say("Call 555-0101.")
    flag_post(post=post, by=forum.reader, reason=Reason.PERSONAL_DATA, text="A private number.")
    page = forum.clients["moderator"].get(at("desk")).content.decode()
    assert "Personal data of others" in page
    assert "555-0101" in page
    assert forum.clients["moderator"].post(at("desk_claim", "posts", post.pk)).status_code == 302
    assert ModerationCase.objects.get().claimed_by == forum.moderator
    assert forum.clients["second"].post(at("desk_claim", "posts", post.pk)).status_code == 409
    item = forum.clients["second"].get(at("desk_item", "posts", post.pk)).content.decode()
    assert "Mo Derator has this in hand" in item
    assert "A private number." in item
    forum.clients["moderator"].post(at("desk_claim", "posts", post.pk), {"release": "1"})
    assert ModerationCase.objects.get().claimed_by is None


def test_hiding_asks_for_a_reason_and_tells_the_author_who_appeals_to_somebody_else(forum):
    post = forum.say("Call 555-0101.")
    assert act(forum, "moderator", post, "hide", text="No numbers.").status_code == 422
    assert fresh(post).state == PostState.PUBLISHED
    answer = act(forum, "moderator", post, "hide", reason="personal_data", text="No numbers.")
    assert answer.status_code == 302
    assert fresh(post).state == PostState.HIDDEN
    action = ModerationAction.objects.get(verb=Verb.HIDE)
    notice = Notification.objects.get(recipient=forum.author, verb="moderation.hide")
    assert forum.clients["author"].get(f"/en/me/inbox/{notice.pk}/").url == at("decision", action.pk)

    page = forum.clients["author"].get(at("decision", action.pk)).content.decode()
    assert "Personal data of others" in page
    assert "No numbers." in page
    assert "555-0101" in page
    sent = forum.clients["author"].post(at("decision", action.pk), {"text": "It is a public hotline."})
    assert sent.status_code == 302
    assert forum.clients["author"].post(at("decision", action.pk), {"text": "Again."}).status_code == 404

    waiting = Appeal.objects.get()
    own = forum.clients["moderator"].get(at("desk_appeal", waiting.pk)).content.decode()
    assert "You decided first" in own
    decide = {"answer": "So it is.", "grant": "1"}
    assert forum.clients["moderator"].post(at("desk_appeal", waiting.pk), decide).status_code == 404
    assert (
        "It is a public hotline."
        in forum.clients["second"].get(at("desk") + "?lane=appeals").content.decode()
    )
    assert forum.clients["second"].post(at("desk_appeal", waiting.pk), {"grant": "1"}).status_code == 422
    assert forum.clients["second"].post(at("desk_appeal", waiting.pk), decide).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == AppealState.OVERTURNED
    assert fresh(post).state == PostState.PUBLISHED
    assert "So it is." in forum.clients["author"].get(at("decision", action.pk)).content.decode()


def test_what_awaits_approval_is_published_or_refused_with_a_reason(forum):
    forum.space.is_premoderated = True
    forum.space.save()
    first, second = forum.say("One."), forum.say("Two.")
    page = forum.clients["moderator"].get(at("desk")).content.decode()
    assert "One." in page
    assert act(forum, "moderator", first, "approve").status_code == 302
    assert act(forum, "moderator", second, "reject", reason="off_topic").status_code == 302
    assert (fresh(first).state, fresh(second).state) == (PostState.PUBLISHED, PostState.REJECTED)
    assert "One." not in forum.clients["moderator"].get(at("desk") + "?lane=pending").content.decode()


def test_a_second_decision_on_the_same_page_is_told_how_it_stands_now(forum):
    post = forum.say()
    act(forum, "moderator", post, "hide", reason="off_topic")
    answer = act(forum, "second", post, "hide", reason="hate")
    assert answer.status_code == 409
    assert ModerationAction.objects.filter(verb=Verb.HIDE).count() == 1


def test_a_case_is_left_as_it_is(forum):
    post = forum.say()
    flag_post(post=post, by=forum.reader, reason=Reason.OFF_TOPIC)
    assert act(forum, "moderator", post, "dismiss", text="It belongs here.").status_code == 302
    assert fresh(post).state == PostState.PUBLISHED
    assert not ModerationCase.objects.open().exists()


def test_a_post_is_moved_by_the_address_of_a_thread_that_one_moderates(forum):
    post = forum.say()
    other = PostFactory(thread=ThreadFactory(space=forum.space, starter=forum.author)).thread
    foreign = PostFactory().thread
    assert act(forum, "moderator", post, "move", target=f"/en/{foreign.path}").status_code == 422
    assert act(forum, "moderator", post, "move", target="nonsense").status_code == 422
    assert (
        act(forum, "moderator", post, "move", target=f"https://example.org/en/{other.path}").status_code
        == 302
    )
    assert fresh(post).thread_id == other.pk


def test_a_thread_is_closed_and_opened_and_an_author_suspended_for_a_time(forum):
    post = forum.say()
    act(forum, "moderator", post, "lock")
    assert Thread.objects.get(pk=forum.thread.pk).is_locked
    act(forum, "moderator", post, "unlock")
    assert not Thread.objects.get(pk=forum.thread.pk).is_locked
    said = {"kind": "mute", "days": "7", "reason": "hate", "text": "Calm down."}
    assert act(forum, "moderator", post, "sanction", **said).status_code == 302
    sanction = Sanction.objects.get()
    assert (sanction.user, sanction.kind, sanction.scope) == (
        forum.author,
        SanctionKind.MUTE,
        forum.space.key,
    )
    assert sanction.ends_at is not None
    page = forum.clients["moderator"].get(at("desk_sanctions")).content.decode()
    assert "Ana Lucía Morales" in page
    assert forum.clients["outsider"].post(at("desk_sanction_end", sanction.pk)).status_code == 404
    assert "Ana Lucía" not in forum.clients["outsider"].get(at("desk_sanctions")).content.decode()
    forum.clients["moderator"].post(at("desk_sanction_end", sanction.pk))
    sanction.refresh_from_db()
    assert sanction.lifted_at is not None


def test_only_staff_sanction_in_the_whole_portal(forum):
    post = forum.say()
    said = {"kind": "suspend", "days": "", "reason": "hate", "everywhere": "on"}
    act(forum, "moderator", post, "sanction", **said)
    assert Sanction.objects.get().scope == forum.space.key
    act(forum, "staff", post, "sanction", **said)
    assert Sanction.objects.filter(scope="").count() == 1


def test_redaction_is_for_who_has_just_shown_who_it_is_and_leaves_no_text(forum, client):
    post = forum.say("Her name is Zoraida.")
    client.force_login(forum.moderator)  # long ago: no password given since
    answer = client.get(at("desk_redact", post.pk))
    assert answer.status_code == 302
    assert "reauthenticate" in answer.url
    page = forum.clients["moderator"].get(at("desk_redact", post.pk)).content.decode()
    assert "cannot be taken back" in page
    assert (
        forum.clients["moderator"].post(at("desk_redact", post.pk), {"redact-reason": ""}).status_code == 422
    )
    done = forum.clients["moderator"].post(at("desk_redact", post.pk), {"redact-reason": "child"})
    assert done.status_code == 302
    assert fresh(post).state == PostState.REDACTED
    assert "Zoraida" not in forum.clients["moderator"].get(at("desk_log")).content.decode()


@pytest.mark.parametrize("who", ["outsider", "author", "reader"])
def test_who_does_not_moderate_the_space_finds_nothing(forum, who):
    post = forum.say("Zoraida writes.", by="staff")
    flag_post(post=post, by=forum.reader, reason=Reason.HATE)
    client = forum.clients[who]
    for name in ("desk_item", "desk_claim"):
        assert client.get(at(name, "posts", post.pk)).status_code in (404, 405)
    assert client.post(at("desk_claim", "posts", post.pk)).status_code == 404
    assert act(forum, who, post, "hide", reason="hate").status_code == 404
    assert client.post(at("desk_redact", post.pk), {"redact-reason": "hate"}).status_code == 404
    assert fresh(post).state == PostState.PUBLISHED
    if who == "outsider":
        assert "Zoraida" not in client.get(at("desk")).content.decode()
    else:
        assert client.get(at("desk")).status_code == 404


def test_nobody_moderates_the_own_words_nor_learns_who_flags_them(forum):
    post = forum.say("Mine.", by="moderator")
    flag_post(post=post, by=forum.reader, reason=Reason.HATE, text="Look at this.")
    client = forum.clients["moderator"]
    assert client.get(at("desk_item", "posts", post.pk)).status_code == 404
    assert "Mine." not in client.get(at("desk")).content.decode()
    assert "Rea Der" not in client.get(at("desk")).content.decode()
    assert "Mine." in forum.clients["second"].get(at("desk")).content.decode()


def test_a_reader_reports_a_post_once_and_not_the_own(forum):
    post = forum.say()
    client = forum.clients["reader"]
    assert client.get(at("flag", post.pk)).status_code == 200
    assert client.post(at("flag", post.pk), {}).status_code == 422
    for reason in ("hate", "off_topic"):
        assert client.post(at("flag", post.pk), {"reason": reason}).status_code == 302
    assert list(ModerationCase.objects.get().flags.values_list("reason", flat=True)) == ["off_topic"]
    assert forum.clients["author"].get(at("flag", post.pk)).status_code == 404
    hide(post=post, by=forum.moderator, reason=Reason.HATE)
    assert client.get(at("flag", post.pk)).status_code == 404


def test_a_flagged_thread_is_read_and_hidden_at_the_desk(forum):
    from network.moderation.services import flag

    flag(about=forum.thread, by=forum.reader, reason=Reason.OFF_TOPIC)
    client = forum.clients["moderator"]
    assert "A teacher." in client.get(at("desk_item", "threads", forum.thread.pk)).content.decode()
    answer = client.post(at("desk_act", "threads", forum.thread.pk, "hide"), {"hide-reason": "off_topic"})
    assert answer.status_code == 302
    assert Thread.objects.unfiltered().get(pk=forum.thread.pk).is_hidden


def test_the_log_is_searched_and_shows_only_own_spaces(forum):
    hide(post=forum.say(), by=forum.moderator, reason=Reason.HATE, text="Insults a neighbour.")
    reject_me = PostFactory(thread=forum.thread, author=forum.author, state=PostState.PENDING)
    reject(post=reject_me, by=forum.second, reason=Reason.OFF_TOPIC, text="Not here.")
    client = forum.clients["moderator"]
    page = client.get(at("desk_log")).content.decode()
    assert "Insults a neighbour." in page
    assert "Not here." in page
    assert "Not here." not in client.get(at("desk_log") + "?q=insults").content.decode()
    assert "Insults" not in client.get(at("desk_log") + "?verb=reject").content.decode()
    assert "Insults" not in client.get(at("desk_log") + "?before=1").content.decode()
    assert "Insults" not in forum.clients["outsider"].get(at("desk_log")).content.decode()
    assert "Insults" in forum.clients["staff"].get(at("desk_log")).content.decode()


def test_what_waits_stands_on_the_first_page_of_a_moderator(forum):
    flag_post(post=forum.say(), by=forum.reader, reason=Reason.HATE)
    assert "1 post is flagged" in forum.clients["moderator"].get("/en/me/").content.decode()
    assert "flagged" not in forum.clients["outsider"].get("/en/me/").content.decode()


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_each_page_is_there_in_four_languages(forum, language):
    post, hidden = forum.say(), forum.say()
    flag_post(post=post, by=forum.reader, reason=Reason.HATE)
    hide(post=hidden, by=forum.moderator, reason=Reason.HATE, text="Insults.")
    action = ModerationAction.objects.get()
    made = appeal(action=action, by=forum.author, text="No.")
    with override(language):
        pages = [
            ("second", at("desk")),
            ("second", at("desk") + "?lane=appeals"),
            ("second", at("desk") + "?lane=pending"),
            ("second", at("desk_log")),
            ("second", at("desk_sanctions") + "?all=1"),
            ("second", at("desk_item", "posts", post.pk)),
            ("second", at("desk_item", "posts", hidden.pk) + "?original=1"),
            ("second", at("desk_item", "threads", forum.thread.pk)),
            ("second", at("desk_redact", post.pk)),
            ("second", at("desk_appeal", made.pk)),
            ("author", at("decisions")),
            ("author", at("decision", action.pk)),
            ("reader", at("flag", post.pk)),
        ]
    for who, path in pages:
        answer = forum.clients[who].get(path)
        assert answer.status_code == 200, path
        assert f'<html lang="{language}">' in answer.content.decode(), path


def _fill(forum, count: int) -> None:
    people = [UserFactory(full_name=f"P {number}", roles=["member"]) for number in range(count)]
    for number, person in enumerate(people):
        thread = PostFactory(thread=ThreadFactory(space=forum.space, starter=person)).thread
        flagged, pending, hidden = (
            PostFactory(thread=thread, author=person, state=state)
            for state in (PostState.PUBLISHED, PostState.PENDING, PostState.PUBLISHED)
        )
        flag_post(post=flagged, by=forum.reader, reason=Reason.HATE)
        flag_post(post=flagged, by=forum.author, reason=Reason.OFF_TOPIC)
        hide(post=hidden, by=forum.moderator, reason=Reason.HATE)
        action = ModerationAction.objects.filter(object_id=hidden.pk).get()
        appeal(action=action, by=person, text=f"No {number} {pending.pk}.")


@pytest.mark.parametrize("lane", ["flagged", "pending", "appeals"])
@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_asks_the_database_as_often_for_three_as_for_one(
    forum, count, lane, django_assert_max_num_queries
):
    _fill(forum, count)
    path = f"{at('desk')}?lane={lane}"
    forum.clients["second"].get(path)
    with django_assert_max_num_queries(QUEUE_QUERIES):
        page = forum.clients["second"].get(path).content.decode()
    assert page.count('<th scope="row">') == count


@pytest.mark.parametrize("count", [1, 3])
def test_log_sanctions_decisions_and_a_post_ask_as_often_for_three_as_for_one(
    forum, count, django_assert_max_num_queries
):
    from network.moderation.services import sanction

    posts = [forum.say(f"Post {number}") for number in range(count)]
    for post in posts:
        hide(post=post, by=forum.moderator, reason=Reason.HATE)
        sanction(
            user=forum.author,
            kind=SanctionKind.WARN,
            scope=forum.space.key,
            reason=Reason.HATE,
            by=forum.second,
        )
    for who, path, most in (
        ("moderator", at("desk_log"), LOG_QUERIES),
        ("moderator", at("desk_sanctions"), SANCTIONS_QUERIES),
        ("author", at("decisions"), DECISIONS_QUERIES),
        ("moderator", at("desk_item", "posts", posts[0].pk), ITEM_QUERIES),
    ):
        forum.clients[who].get(path)
        with django_assert_max_num_queries(most):
            assert forum.clients[who].get(path).status_code == 200
