"""Writing on the pages: drafts, answers, threads, edits; who may not; what goes wrong and what is kept."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from fora.choices import Access, PostState
from fora.models import Post, PostAttachment, Subscription, Thread
from network.choices import Role
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db
ENGLISH = "The municipality saw fewer homicides after the schools and the police met each week."
SPANISH = "En los municipios donde trabajamos, el maestro sabe antes que nadie a quién avisar del peligro."


@pytest.fixture
def space():
    return SpaceFactory(slug="homicide")


@pytest.fixture
def thread(space):
    return PostFactory(thread=ThreadFactory(space=space), text="First words.").thread


@pytest.fixture
def member(client):
    person = UserFactory(full_name="Ana Lima", roles=[Role.MEMBER])
    client.force_login(person)
    return person


def reply_url(thread):
    return f"/en/fora/{thread.space.slug}/{thread.pk}/reply/"


def send(client, url, **data):
    return client.post(url, {"text": ENGLISH, "language": "en", "action": "publish", **data})


def test_an_answer_is_published_and_shown_at_its_place(client, member, thread):
    answer = send(client, reply_url(thread), to=thread.posts.get().pk)
    post = Post.objects.get(author=member)
    assert answer.url == f"/en/fora/homicide/{thread.pk}/#p2"
    assert (post.state, post.seq, post.reply_to.seq) == ("published", 2, 1)
    html = client.get(answer.url).content.decode()
    assert "fewer homicides" in html
    assert 'in answer to <a href="' in html


def test_what_is_typed_is_saved_by_itself_and_shown_when_one_returns(client, member, thread):
    url = reply_url(thread)
    answer = client.post(
        url, {"text": "Half a thought", "language": "es", "_autosave": "1", "revision": "n0"}
    )
    assert answer.json()["errors"] == {}
    draft = Post.objects.get(author=member)
    assert (draft.state, draft.body_es) == ("draft", "Half a thought")
    assert "Half a thought" in client.get(url).content.decode()
    assert "You have begun an answer here." in client.get(thread.get_absolute_url()).content.decode()
    later = {"text": "Half a thought, and", "language": "es", "_autosave": "1"}
    assert client.post(url, {**later, "revision": "n0"}).status_code == 409
    assert client.post(url, {**later, "revision": answer.json()["revision"]}).status_code == 200


def test_nothing_is_kept_of_an_empty_field(client, member, thread):
    client.post(reply_url(thread), {"text": "", "language": "es", "_autosave": "1", "revision": "n0"})
    assert not Post.objects.filter(author=member).exists()


def test_a_preview_shows_what_is_typed_and_publishes_nothing(client, member, thread):
    answer = send(client, reply_url(thread), text=ENGLISH + " **Much** <script>", action="preview")
    assert "<strong>Much</strong> &lt;script&gt;" in answer.content.decode()
    assert Post.objects.get(author=member).state == PostState.DRAFT


def test_a_text_that_looks_like_another_language_is_asked_about_once(client, member, thread):
    answer = send(client, reply_url(thread), text=SPANISH)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "This looks as if it were written in Spanish." in html
    assert 'name="meant" value="en"' in html
    assert send(client, reply_url(thread), text=SPANISH, meant="en").status_code == 302


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Write something first."),
        ("\u200b\u200b", "Write something first."),
        ("x" * 1_000_000, "Write at most 20000 characters"),
    ],
)
def test_what_cannot_be_taken_says_so_at_its_field(client, member, thread, text, message):
    answer = send(client, reply_url(thread), text=text)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert (
        thread.posts.count()
        == thread.posts.exclude(author=member).count()
        + thread.posts.filter(author=member, state="draft").count()
    )


def test_a_megabyte_is_not_kept_as_a_draft(client, member, thread):
    url = reply_url(thread)
    data = {"text": "x " * 500_000, "language": "en", "_autosave": "1", "revision": "n0"}
    answer = client.post(url, data)
    assert answer.status_code == 200
    assert answer.json()["errors"]["text"]
    assert not Post.objects.filter(author=member).exists()


@pytest.mark.parametrize(
    "bomb", [">" * 9_000 + " a word", "[" * 9_000 + "words", "* " * 6_000 + "word", "`" * 9_999 + "word"]
)
def test_bombs_of_markdown_are_posts_like_others(client, member, thread, bomb):
    assert send(client, reply_url(thread), text=bomb).status_code == 302
    assert client.get(thread.get_absolute_url()).status_code == 200


def test_a_forum_that_closes_while_one_writes_keeps_the_draft(client, member):
    now = timezone.now()
    space = SpaceFactory(kind="virtual", opens_at=now - timedelta(days=2), closes_at=now + timedelta(days=1))
    thread = PostFactory(thread=ThreadFactory(space=space)).thread
    client.post(reply_url(thread), {"text": ENGLISH, "language": "en", "action": "save"})
    space.closes_at = now - timedelta(seconds=1)
    space.save()
    answer = send(client, reply_url(thread), text=ENGLISH + " And more.")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "This forum is closed: no more posts are taken." in html
    assert "What you wrote is kept as a draft." in html
    assert "And more." in html
    draft = Post.objects.get(author=member)
    assert draft.state == PostState.DRAFT
    assert draft.body_en.endswith("And more.")


def test_what_was_sent_after_the_session_ended_is_there_again(client, thread):
    person = UserFactory(roles=[Role.MEMBER])
    answer = send(client, reply_url(thread))
    assert answer.status_code == 302
    assert "login" in answer.url
    client.force_login(person)
    assert "fewer homicides" in client.get(reply_url(thread)).content.decode()
    assert not Post.objects.filter(author=person).exists()
    assert "fewer homicides" not in client.get(reply_url(thread)).content.decode()


def test_saving_by_itself_after_the_session_ended_says_so(client, thread):
    assert client.post(reply_url(thread), {"text": "x", "_autosave": "1"}).status_code == 401


def test_a_quote_is_a_reference_and_can_be_left_out(client, member, thread):
    quoted = thread.posts.get()
    assert "First words." in client.get(reply_url(thread) + f"?quote={quoted.pk}").content.decode()
    client.post(reply_url(thread), {"text": "", "language": "en", "action": "save", "quote": quoted.pk})
    draft = Post.objects.get(author=member)
    assert draft.quotes.get().revision.post == quoted
    send(client, reply_url(thread), unquote=draft.quotes.get().pk, action="save")
    assert draft.quotes.count() == 0


def test_files_go_with_a_draft_through_the_checks(client, member, thread):
    url = reply_url(thread)
    client.post(url, {"text": "With a table", "language": "en", "action": "save"})
    bad = SimpleUploadedFile("a.pdf", b"<html><script>alert(1)</script>")
    answer = client.post(url, {"text": "With a table", "language": "en", "action": "attach", "file": bad})
    assert answer.status_code == 422
    good = SimpleUploadedFile("tabla.csv", b"a,b\n1,2\n")
    answer = client.post(url, {"text": "With a table", "language": "en", "action": "attach", "file": good})
    assert answer.status_code == 302, answer.content.decode()
    file = PostAttachment.objects.get()
    download = client.get(f"/en/fora/attachments/{file.uuid}/")
    assert download["Content-Disposition"].startswith("attachment")
    assert download["X-Content-Type-Options"] == "nosniff"
    client.post(url, {"text": "With a table", "language": "en", "action": f"remove-{file.uuid}"})
    assert not PostAttachment.objects.exists()


def test_a_thread_is_opened_and_its_draft_waits_meanwhile(client, member, space):
    url = f"/en/fora/{space.slug}/new/"
    client.post(url, {"text": "Half", "language": "en", "_autosave": "1", "revision": "n0", "title": ""})
    draft = Post.objects.get(author=member)
    assert 'value="untitled"' not in client.get(url).content.decode()
    assert send(client, url, title="").status_code == 422
    answer = send(client, url, title="Who notices first?")
    assert answer.status_code == 302
    thread = Thread.objects.get(space=space)
    assert (thread.title_en, thread.visible_count, draft.thread) == ("Who notices first?", 1, thread)
    assert "Who notices first?" in client.get(f"/en/fora/{space.slug}/").content.decode()


def test_a_draft_can_be_thrown_away(client, member, space):
    url = f"/en/fora/{space.slug}/new/"
    client.post(url, {"text": "Half", "language": "en", "_autosave": "1", "revision": "n0", "title": "A"})
    client.post(url, {"action": "discard"})
    assert not Thread.objects.filter(space=space).exists()


def test_an_edit_leaves_what_was_said_before_to_be_read(client, member, thread):
    post = PostFactory(thread=thread, author=member, text="One thing.")
    url = f"/en/fora/posts/{post.pk}/"
    assert send(client, url + "edit/", revision="1").status_code == 302
    html = client.get(url + "history/").content.decode()
    assert "One thing." in html or "<del>" in html
    assert "Edited: what changed" in client.get(thread.get_absolute_url()).content.decode()
    late = send(client, url + "edit/", revision="1", text=ENGLISH + " Later.")
    assert late.status_code == 422
    assert "Later." in late.content.decode()


def test_a_post_is_withdrawn_after_a_question(client, member, thread):
    post = PostFactory(thread=thread, author=member, text="I said this.")
    url = f"/en/fora/posts/{post.pk}/withdraw/"
    assert "I said this." in client.get(url).content.decode()
    client.post(url)
    html = client.get(thread.get_absolute_url()).content.decode()
    assert "Post 2 was withdrawn by its author" in html
    assert "I said this." not in html


def test_reading_is_remembered(client, member, thread):
    client.get(f"/en/fora/{thread.space.slug}/")
    PostFactory(thread=thread, text="Second.")
    assert "thread--new" in client.get(f"/en/fora/{thread.space.slug}/").content.decode()
    assert thread.title_en in client.get("/en/fora/unread/").content.decode()
    client.get(thread.get_absolute_url())
    assert "thread--new" not in client.get(f"/en/fora/{thread.space.slug}/").content.decode()
    PostFactory(thread=thread, text="Third.")
    assert 'id="new"' in client.get(thread.get_absolute_url()).content.decode()


def test_one_hears_of_a_space_or_a_thread_as_one_wishes(client, member, thread):
    client.post(f"/en/fora/{thread.space.slug}/follow/", {"frequency": "weekly"})
    client.post(f"/en/fora/{thread.space.slug}/{thread.pk}/follow/", {"frequency": "none"})
    assert {wish.frequency for wish in Subscription.objects.filter(user=member)} == {"weekly", "none"}
    client.post(f"/en/fora/{thread.space.slug}/follow/", {"frequency": ""})
    assert client.post(f"/en/fora/{thread.space.slug}/follow/", {"frequency": "hourly"}).status_code == 404
    assert Subscription.objects.get(user=member).frequency == "none"


OF_THE_THREAD = ("reply/", "follow/", "news/?after=0", "")


@pytest.mark.parametrize("path", OF_THE_THREAD)
def test_who_does_not_read_a_space_writes_nothing_there(client, member, path):
    space = SpaceFactory(slug="closed", access=Access.PRIVATE)
    let_in(UserFactory(roles=[Role.MEMBER]), space)
    thread = PostFactory(thread=ThreadFactory(space=space)).thread
    before = Post.objects.count()
    url = f"/en/fora/closed/{thread.pk}/{path}"
    assert client.get(url).status_code in (404, 405)
    assert send(client, url, frequency="daily").status_code in (404, 405)
    assert send(client, "/en/fora/closed/new/", title="Mine").status_code == 404
    assert client.post("/en/fora/closed/follow/", {"frequency": "daily"}).status_code == 404
    assert Post.objects.count() == before
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("path", ["edit/", "withdraw/"])
def test_nobody_changes_the_words_of_others(client, member, thread, path):
    post = thread.posts.get()
    url = f"/en/fora/posts/{post.pk}/{path}"
    assert client.get(url).status_code == 404
    assert send(client, url).status_code == 404
    post.refresh_from_db()
    assert (post.body_en, post.state) == ("First words.", "published")


def test_somebody_without_a_role_writes_nothing(client, thread):
    client.force_login(UserFactory())
    assert send(client, reply_url(thread)).status_code == 404
    assert thread.posts.count() == 1


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_pages_of_writing_are_read_in_four_languages(client, member, thread, language):
    post = PostFactory(thread=thread, author=member)
    base = f"/{language}/fora"
    for path in (
        f"{base}/{thread.space.slug}/new/",
        f"{base}/{thread.space.slug}/{thread.pk}/reply/?to={thread.posts.first().pk}",
        f"{base}/posts/{post.pk}/edit/",
        f"{base}/posts/{post.pk}/withdraw/",
        f"{base}/posts/{post.pk}/history/",
        f"{base}/{thread.space.slug}/similar/?q=Thread",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
