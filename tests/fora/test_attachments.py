"""Files beside drafts of posts: kept with their row or not at all, and only by who writes the draft."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DataError

from fora.models import PostAttachment
from fora.services.attachments import MOST_FILES, attach, detach
from fora.services.errors import ConflictError, TextError
from fora.services.posting import publish_post, start_thread
from network.choices import Role
from tests.factories import UserFactory
from tests.factories.fora import SpaceFactory

pytestmark = pytest.mark.django_db(transaction=True)
FILE = {"content": b"Notes", "name": "notes.txt", "media_type": "text/plain", "sha256": "0" * 64}


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def draft(transactional_db, media):
    space = SpaceFactory()
    author = UserFactory(roles=[Role.MEMBER])
    return start_thread(
        space=space, by=author, title="Patios", text="What works?", language="en", as_draft=True
    )


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_whose_row_is_refused_does_not_stay_on_the_disk(draft, media):
    with pytest.raises(DataError):
        attach(post=draft, by=draft.author, **FILE, alternative_text="x" * 10_000)
    assert files(media) == []
    assert not PostAttachment.objects.unfiltered().exists()


def test_a_file_goes_with_its_row(draft, media):
    attachment = attach(post=draft, by=draft.author, **FILE)
    assert [path.read_bytes() for path in files(media)] == [b"Notes"]
    detach(attachment=attachment, by=draft.author)
    assert files(media) == []


def test_only_the_author_of_a_draft_attaches_and_takes_away(draft, media):
    attachment = attach(post=draft, by=draft.author, **FILE)
    with pytest.raises(PermissionDenied):
        attach(post=draft, by=UserFactory(), **FILE)
    with pytest.raises(PermissionDenied):
        detach(attachment=attachment, by=UserFactory())
    publish_post(post=draft, by=draft.author)
    with pytest.raises(ConflictError):
        detach(attachment=attachment, by=draft.author)
    assert len(files(media)) == 1


def test_there_are_not_more_files_than_a_post_can_have(draft, media):
    for _number in range(MOST_FILES):
        attach(post=draft, by=draft.author, **FILE)
    with pytest.raises(TextError):
        attach(post=draft, by=draft.author, **FILE)
    assert len(files(media)) == MOST_FILES
