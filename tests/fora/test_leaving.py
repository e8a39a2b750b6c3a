"""Leaving the fora, and how long they keep what nobody needs: posts stay in their place, names do not."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from fora.models import (
    FinalReport,
    Mention,
    Post,
    PostAttachment,
    PostRevision,
    ReadThread,
    Subscription,
    Thread,
)
from fora.querysets.extras import read_extras
from fora.services.attachments import attach
from fora.services.drafts import QuoteOf, discard_draft, save_draft
from fora.services.following import mark_read
from fora.services.mentions import handle_of
from fora.services.moderating import flag_post, hide
from fora.services.posting import edit_post, reply, start_thread
from network.choices import Role
from network.l10n.models import Translation
from network.l10n.services.records import text_hash
from network.moderation.choices import Reason
from network.moderation.models import Flag, ModerationAction, ModerationCase
from network.moderation.services import close_case
from network.search.models import SearchRow
from network.services import erase_account, export_personal_data
from network.services.retention import tidy
from tests.factories import SpaceFactory, UserFactory, let_in
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db
NAME = "Rosa Leaver"


@pytest.fixture
def rosa() -> Any:
    """Who leaves."""
    return UserFactory(full_name=NAME, roles=[Role.MEMBER])


@pytest.fixture
def thread() -> Any:
    """A subject that somebody else began."""
    by = UserFactory(roles=[Role.MEMBER])
    return start_thread(space=SpaceFactory(), by=by, title="Who?", text="Begun", language="en").thread


def _with_file(post: Post, by: Any) -> str:
    made = attach(
        post=post, by=by, content=b"%PDF", name="a.pdf", media_type="application/pdf", sha256="0" * 64
    )
    return str(made.file.name)


def test_posts_stay_and_what_was_the_persons_own_affair_goes(
    rosa: Any, thread: Any, django_capture_on_commit_callbacks: Any
) -> None:
    mine = start_thread(space=thread.space, by=rosa, title="Mine", text="Said in public", language="en")
    draft = save_draft(thread=thread, by=rosa, text="Not yet", language="en")
    unborn = start_thread(
        space=thread.space, by=rosa, title="Unborn", text="Nor this", language="en", as_draft=True
    )
    file = _with_file(draft, rosa)
    mark_read(thread=thread, by=rosa, seq=1)
    with django_capture_on_commit_callbacks(execute=True):
        erase_account(user=rosa)
    run_all(rounds=2)
    post = Post.objects.get(pk=mine.pk)
    assert (post.seq, post.state, post.body_en) == (1, "published", "Said in public")
    assert (post.author_name, post.thread.starter_name) == (f"N. N. {rosa.pk}",) * 2
    assert SearchRow.objects.get(kind="post", object_id=post.pk).display["author"] == f"N. N. {rosa.pk}"
    assert not Post.objects.filter(pk__in=[draft.pk, unborn.pk]).exists()
    assert not Thread.objects.filter(pk=unborn.thread_id).exists()
    assert not PostAttachment.objects.exists()
    assert not default_storage.exists(file)
    for model in (ReadThread, Subscription):
        assert not model.objects.filter(user=rosa).exists()


def test_what_others_wrote_names_nobody_who_has_left(rosa: Any, thread: Any) -> None:
    ana, other = UserFactory(roles=[Role.MEMBER]), UserFactory(full_name="Rosa Levant", roles=[Role.MEMBER])
    handle, kept = handle_of(rosa), handle_of(other)
    said = f"Ask {handle} and {kept}, not {handle}9 or a@b{handle}."
    post = edit_post(
        post=reply(thread=thread, by=ana, text=f"First {handle}.", language="en"),
        by=ana,
        text=said,
        language="en",
    )
    Translation.objects.of_object("fora.post", post.pk).filter(target_language="es").update(
        text=f"Pregunte a {handle}", state="approved", origin="human"
    )
    Post.objects.filter(pk=post.pk).update(
        body_es=f"Pregunte a {handle}", html_es=f"<p>Pregunte a {handle}</p>"
    )
    begins = said.index(kept)
    quote = QuoteOf(PostRevision.objects.get(post=post, number=2), begins, begins + len(kept))
    quoting = reply(thread=thread, by=ana, text="Yes", language="en", quotes=[quote])
    assert Mention.objects.filter(user=rosa).exists()
    erase_account(user=rosa)
    run_all(rounds=2)
    post.refresh_from_db()
    kept_texts = [post.body_en, post.html_en, post.body_es, post.html_es]
    kept_texts += [text for row in PostRevision.objects.filter(post=post) for text in (row.text, row.html)]
    rows = list(Translation.objects.of_object("fora.post", post.pk))
    kept_texts += [text for row in rows for text in (row.source_text, row.newer_text, row.text)]
    kept_texts += SearchRow.objects.filter(kind="post").values_list("summary", flat=True)
    for text in kept_texts:
        assert f"{handle} " not in text
        assert f"{handle}." not in text.replace(f"a@b{handle}.", "")
    assert (kept in post.body_en, f"{handle}9" in post.body_en) == (True, True)
    assert not Mention.objects.filter(user=rosa).exists()
    assert all(row.current_hash == text_hash(post.body_en, "en") for row in rows)
    extras = read_extras([quoting.pk], ana)[quoting.pk]
    (shown,) = extras.quotes
    assert shown["text"][shown["starts"] : shown["ends"]] == kept


def test_titles_and_reports_name_nobody_who_has_left(rosa: Any, thread: Any) -> None:
    handle, space = handle_of(rosa), thread.space
    ana = UserFactory(roles=[Role.MEMBER])
    named = start_thread(space=space, by=ana, title=f"Ask {handle}?", text="Who knows?", language="en")
    words = {"source_language": "en", "body_en": f"{handle} said it [[1]].", "body_es": f"Lo dijo {handle}."}
    report = FinalReport.objects.create(
        space=space, title_en="What came of it", written_by=rosa, writer_name=NAME, **words
    )
    Translation.objects.of_object("fora.thread", named.thread_id).filter(target_language="es").update(
        text=f"¿Pregunte a {handle}?", state="approved", origin="human"
    )
    erase_account(user=rosa)
    run_all(rounds=2)
    report.refresh_from_db()
    number = f"-{rosa.pk}"
    assert report.writer_name == f"N. N. {rosa.pk}"
    kept = [Thread.objects.get(pk=named.thread_id).title_en, report.body_en, report.body_es]
    kept += SearchRow.objects.filter(kind="post", object_id=named.pk).values_list("title", flat=True)
    for name in ("fora.thread", "fora.report"):
        key = named.thread_id if name == "fora.thread" else report.pk
        for row in Translation.objects.of_object(name, key):
            kept += [text for text in (row.source_text, row.text) if number in text]
            if name == "fora.thread":
                assert row.current_hash == text_hash(kept[0], "en")
    assert len(kept) > 5
    for text in kept:
        assert handle not in text
        assert f"@{'n' * len('rosa-leaver')}{number}" in text


def test_ones_data_say_why_moderators_acted_and_not_who_flagged(rosa: Any, thread: Any) -> None:
    moderator = let_in(UserFactory(full_name="Mo Derator"), thread.space, "moderator")
    reader = UserFactory(full_name="Rea Der", roles=[Role.MEMBER])
    first, second = (reply(thread=thread, by=rosa, text=f"Words {n}", language="en") for n in range(2))
    flag_post(post=first, by=reader, reason=Reason.OTHER, text="A complaint")
    hide(post=first, by=moderator, reason=Reason.PERSONAL_DATA, text="It names a child.")
    flag_post(post=second, by=reader, reason=Reason.OTHER, text="A second complaint")
    close_case(case=ModerationCase.objects.open().get(), by=moderator)
    data = export_personal_data(user=rosa)
    (decision,) = data["moderation"]["decisions"]
    assert (decision["verb"], decision["reason"]) == ("hide", Reason.PERSONAL_DATA)
    assert decision["text"] == "It names a child."
    assert [post["reason"] for post in data["fora"]["posts"]] == [Reason.PERSONAL_DATA, ""]
    assert not {"complaint", "Mo Derator", "Rea Der"} & set(str(data).split())
    assert "complaint" not in str(data)
    assert len(export_personal_data(user=reader)["moderation"]["flags"]) == 2


@pytest.mark.parametrize(("days", "is_kept"), [(364, True), (366, False)])
def test_a_draft_that_nobody_touches_goes_with_its_file(
    rosa: Any, thread: Any, days: int, is_kept: bool, django_capture_on_commit_callbacks: Any
) -> None:
    said = reply(thread=thread, by=rosa, text="Said", language="en")
    draft = save_draft(thread=thread, by=rosa, text="Not yet", language="en")
    file = _with_file(draft, rosa)
    Post.objects.update(changed_at=timezone.now() - timedelta(days=days))
    with django_capture_on_commit_callbacks(execute=True):
        tidy()
    assert Post.objects.filter(pk=draft.pk).exists() is default_storage.exists(file) is is_kept
    assert Post.objects.filter(pk=said.pk).exists()


def test_a_draft_that_is_discarded_leaves_no_file(
    rosa: Any, thread: Any, django_capture_on_commit_callbacks: Any
) -> None:
    draft = save_draft(thread=thread, by=rosa, text="Not yet", language="en")
    file = _with_file(draft, rosa)
    with django_capture_on_commit_callbacks(execute=True):
        discard_draft(post=draft, by=rosa)
    assert not default_storage.exists(file)


def test_flags_go_some_time_after_their_answer_and_the_log_stays(rosa: Any, thread: Any) -> None:
    moderator = let_in(UserFactory(), thread.space, "moderator")
    posts = [reply(thread=thread, by=rosa, text=f"Words {n}", language="en") for n in range(2)]
    for post in posts:
        flag_post(post=post, by=UserFactory(roles=[Role.MEMBER]), reason=Reason.OTHER)
    hide(post=posts[0], by=moderator, reason=Reason.OTHER)
    long_ago = timezone.now() - timedelta(days=731)
    Flag.objects.exclude(closed_at=None).update(closed_at=long_ago)
    Flag.objects.update(made_at=long_ago)
    assert tidy()["flags"] == 1
    assert Flag.objects.get().object_id == posts[1].pk
    assert ModerationAction.objects.get(verb="hide").case is not None
