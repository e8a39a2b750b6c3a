"""Addresses below fora/: words of the house are no names of spaces."""

import pytest
from django.core.exceptions import ValidationError

from fora.choices import RESERVED, SpaceKind
from fora.services.preparing import begin_space, free_slug
from fora.services.spaces import create_space
from fora.urls import feeds, urlpatterns
from network.models import User

WORDS = {
    first
    for pattern in (*urlpatterns, *feeds.urlpatterns)
    if (first := str(pattern.pattern).lstrip("^").split("/")[0]).isalpha() and first != "fora"
}


def test_every_first_word_of_an_address_is_reserved() -> None:
    assert {"proposals", "desk", "unread", "decisions", "attachments", "drafts"} <= WORDS
    assert WORDS <= RESERVED


@pytest.mark.django_db
@pytest.mark.parametrize("word", sorted(RESERVED))
def test_no_space_gets_a_reserved_address(word: str, staff_manager: User) -> None:
    assert free_slug(word.title()) == f"{word}-2"
    words = {"title_en": "A title", "description_en": "What for"}
    with pytest.raises(ValidationError):
        create_space(by=staff_manager, slug=word, kind=SpaceKind.PERMANENT, source_language="en", **words)
    with pytest.raises(ValidationError):
        begin_space(
            by=staff_manager, slug=word, kind=SpaceKind.PERMANENT, source_language="en", changes=words
        )
