"""After a redaction no copy of the words is left: not in the database, not on the disk, not in Valkey."""

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from fora.models import Post, PostRevision, Space
from fora.services.attachments import attach
from fora.services.drafts import QuoteOf, save_draft
from fora.services.mentions import handle_of
from fora.services.moderating import flag_post, redact
from fora.services.posting import edit_post, publish_post, start_thread
from network.choices import Role
from network.config.postgres_programs import run_program
from network.l10n.models import Translation
from network.l10n.services.approving import approve_translation
from network.moderation.choices import Reason
from tests.access.world import _client
from tests.factories import SpaceFactory, UserFactory, let_in
from tests.notifications.kinds import run_all

WORDS = {
    name: f"zq{letters}zq"
    for name, letters in (
        ("title", "bbdfghk"),
        ("first text", "ccdfghk"),
        ("text", "ddffghk"),
        ("file", "ffdfghk"),
        ("name of a file", "ggdfghk"),
        ("alternative text", "hhdfghk"),
        ("translation", "jjdfghk"),
        ("approved translation", "kkdfghk"),
        ("draft that quotes", "mmdfghk"),
    )
}


@pytest.fixture
def redacted(transactional_db: None, settings, tmp_path: Path) -> Post:
    """A first post that was read, quoted, translated, told of, found; then removed for good with all."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.FORA_MOST_POSTS = 0
    cache.clear()
    space = SpaceFactory(slug="redaction")
    moderator = let_in(UserFactory(), space, "moderator")
    author, reader = (UserFactory(roles=[Role.MEMBER]) for _number in range(2))
    post = _written(space, author, reader)
    _translated(post, moderator)
    client = _client(reader)
    for path in (post.thread.get_absolute_url(), space.get_absolute_url(), "/en/fora/"):
        assert client.get(path).status_code == 200
    client.get(f"{reverse('network:search')}?q={quote(WORDS['text'])}")
    revision = PostRevision.objects.unfiltered().filter(post=post).latest("number")
    quoting = save_draft(
        thread=post.thread, by=reader, text="As was said", language="en", quotes=[QuoteOf(revision)]
    )
    publish_post(post=quoting, by=reader)
    flag_post(post=Post.objects.get(pk=post.pk), by=reader, reason=Reason.CHILD, text="Look.")
    run_all()
    kept = [path.read_bytes() for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert "file" in {name for content in kept for name in held(content)}
    redact(post=Post.objects.get(pk=post.pk), by=moderator, reason=Reason.CHILD, text="A child.")
    run_all()
    return Post.objects.unfiltered().get(pk=post.pk)


def _written(space: Space, author, reader) -> Post:
    names = handle_of(reader)
    draft = start_thread(
        space=space,
        by=author,
        title=WORDS["title"],
        text=f"{WORDS['first text']} {names}",
        language="en",
        as_draft=True,
    )
    attach(
        post=draft,
        by=author,
        content=WORDS["file"].encode(),
        name=f"{WORDS['name of a file']}.txt",
        media_type="text/plain",
        sha256="0" * 64,
        alternative_text=WORDS["alternative text"],
    )
    post = publish_post(post=draft, by=author)
    return edit_post(post=post, by=author, text=f"{WORDS['text']} {names}", language="en")


def _translated(post: Post, moderator) -> None:
    jobs = Translation.objects.of_object("fora.post", post.pk)
    for job, word in zip(jobs.order_by("pk")[:2], ("translation", "approved translation"), strict=True):
        job.text, job.state, job.origin = WORDS[word], "machine_draft", "machine"
        job.save()
        if word == "approved translation":
            staff = UserFactory(roles=[Role.STAFF_MANAGER])
            approve_translation(translation=job, by=staff, text=WORDS[word])


def held(content: bytes) -> set[str]:
    """The names of the words that are in it."""
    low = content.lower()
    return {name for name, word in WORDS.items() if word.encode() in low}


@pytest.mark.django_db(transaction=True)
def test_no_word_is_left_in_the_database_the_media_or_valkey(redacted: Post, tmp_path: Path) -> None:
    """Revisions, translations, memory, search, outbox, notices, events, jobs: all tables are looked at."""
    dump = tmp_path / "dump.sql"
    run_program("pg_dump", f"--file={dump}")
    content = dump.read_bytes()
    assert b"fora_postrevision" in content
    assert {line[:300] for line in content.splitlines() if held(line)} == set()
    for folder, _folders, files in os.walk(settings.MEDIA_ROOT):
        for name in files:
            assert held(name.encode() + (Path(folder) / name).read_bytes()) == set()
    for client in _valkeys():
        for key in client.scan_iter(count=1000):
            assert held(bytes(key) + (client.dump(key) or b"")) == set()
    assert redacted.state == "redacted"
    assert connection.vendor == "postgresql"


def _valkeys() -> list:
    """The cache and the broker, as the portal reaches them."""
    return [cache._cache.get_client(), current_app.connection().default_channel.client]


def test_the_words_were_there_before() -> None:
    """What the test above looks for can be found in a dump."""
    assert held(f"COPY … {WORDS['text'].upper()} …".encode()) == {"text"}
