"""What is left of a forum: the ZIP of its proceedings, edges of the final report."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from fora.choices import Access, PostState
from fora.models import Post, PostRevision, Space
from fora.services.errors import ConflictError, TextError
from fora.services.reports import cite, publish_report, take_out_citation, write_report
from network.models import User
from tests.factories import PostFactory, ThreadFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(past_forum: Space) -> Post:
    """A post of the forum that is over, and others that its readers do not read."""
    thread = ThreadFactory(space=past_forum, title_en="Who notices first?")
    post = PostFactory(thread=thread, text="The school notices first.", author_name="Ana Lima")
    for state in PostState:
        if state != PostState.PUBLISHED:
            PostFactory(thread=thread, state=state, text="A secret.")
    hidden = ThreadFactory(space=past_forum, title_en="A secret title", is_hidden=True)
    PostFactory(thread=hidden, text="A secret.")
    return post


def _zip(client: Client, slug: str = "youth") -> dict[str, Any]:
    answer = client.get(f"/en/fora/{slug}/proceedings/zip/")
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def _report(space: Space, by: User, body: str = "We learned [[1]].") -> Any:
    return write_report(space=space, by=by, language="en", title="Report", summary="", body=body)


# ── the ZIP ──
def test_the_zip_holds_the_forum_and_each_post_or_its_place(client: Client, said: Post) -> None:
    files = _zip(client)
    assert set(files) == {"forum.json", f"threads/{said.thread_id}.json"}
    forum, thread = files["forum.json"], files[f"threads/{said.thread_id}.json"]
    assert [point["number"] for point in forum["agenda"]] == [1, 2]
    assert forum["papers"][0]["symbol"] == "MISPA V/REC.1"
    assert (forum["licence"], forum["report"]) == (None, None)
    first, *others = thread["posts"]
    assert first["html"] == "<p>The school notices first.</p>\n"
    assert first["author"] == "Ana Lima"
    assert {post["state"] for post in others} == {"hidden", "withdrawn", "redacted"}
    assert all(set(post) == {"number", "state"} for post in others)
    assert "secret" not in json.dumps(files)


def test_there_is_none_before_the_end_and_none_for_who_may_not_read(
    client: Client, forum: Space, member: User
) -> None:
    assert client.get("/en/fora/youth/proceedings/zip/").status_code == 404
    forum.closes_at = forum.opens_at.replace(year=forum.opens_at.year - 1)
    Space.objects.filter(pk=forum.pk).update(
        opens_at=forum.closes_at.replace(year=forum.closes_at.year - 1), closes_at=forum.closes_at
    )
    assert client.get("/en/fora/youth/proceedings/zip/").status_code == 200
    Space.objects.filter(pk=forum.pk).update(access=Access.PRIVATE)
    client.force_login(member)
    assert client.get("/en/fora/youth/proceedings/zip/").status_code == 404


def test_what_is_hidden_later_leaves_the_report_in_the_zip_too(
    client: Client, said: Post, past_forum: Space, facilitator_of_past: User
) -> None:
    report = _report(past_forum, facilitator_of_past)
    cite(report=report, revision=PostRevision.objects.get(post=said), by=facilitator_of_past)
    publish_report(report=report, by=facilitator_of_past)
    assert _zip(client)["forum.json"]["report"]["cited"][0]["words"] == "The school notices first."
    Post.objects.filter(pk=said.pk).update(state=PostState.HIDDEN)
    files = _zip(client)
    assert files["forum.json"]["report"]["cited"] == [{"number": 1, "words": None}]
    assert "school notices" not in json.dumps(files)


# ── edges of the report ──
def test_a_report_needs_a_title_and_a_text_and_is_published_once(
    past_forum: Space, facilitator_of_past: User
) -> None:
    for title in ("", " \u200b ", "x" * 251):
        with pytest.raises(TextError):
            write_report(
                space=past_forum, by=facilitator_of_past, language="en", title=title, summary="", body=""
            )
    report = _report(past_forum, facilitator_of_past, body="")
    with pytest.raises(TextError):
        publish_report(report=report, by=facilitator_of_past)
    _report(past_forum, facilitator_of_past, body="Text.")
    publish_report(report=report, by=facilitator_of_past)
    with pytest.raises(ConflictError):
        publish_report(report=report, by=facilitator_of_past)


def test_nobody_writes_it_before_the_end_or_from_outside(
    forum: Space, facilitator_of_forum: User, past_forum_of_others: Space
) -> None:
    for space in (forum, past_forum_of_others):
        with pytest.raises(PermissionDenied):
            _report(space, facilitator_of_forum)
    with pytest.raises(PermissionDenied):
        _report(past_forum_of_others, UserFactory())


@pytest.fixture
def past_forum_of_others(db: None) -> Space:
    """Over, and led by nobody here."""
    from .conftest import make_forum

    return make_forum(closed=True, slug="others")


def test_numbers_of_citations_stay_and_are_not_given_twice(
    said: Post, past_forum: Space, facilitator_of_past: User
) -> None:
    report, by = _report(past_forum, facilitator_of_past), facilitator_of_past
    revision = PostRevision.objects.get(post=said)
    first, second = (cite(report=report, revision=revision, by=by, starts=0, ends=3) for _each in range(2))
    take_out_citation(citation=first, by=by)
    assert cite(report=report, revision=revision, by=by).number == second.number + 1
    with pytest.raises(PermissionDenied):
        take_out_citation(citation=second, by=UserFactory())
