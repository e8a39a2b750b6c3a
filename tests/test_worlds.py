"""The small world is what it says."""

from network.choices import Role
from practices.choices import Depth

from .factories import DraftPracticeFactory, PublishedPracticeFactory


def test_drafts_of_both_depths_are_complete(db):
    for depth in Depth:
        for language in ("en", "es", "fr", "pt"):
            assert DraftPracticeFactory(depth=depth, source_language=language).missing() == {}


def test_published_practices_have_identifiers_in_turn(db):
    first, second = PublishedPracticeFactory.create_batch(2)
    assert int(second.identifier[-4:]) == int(first.identifier[-4:]) + 1


def test_the_outsider_writes_for_another_state(focal_point_of_chile, focal_point_of_guatemala):
    writing = (Role.FOCAL_POINT, Role.CONTRIBUTOR)
    assert focal_point_of_chile.states(*writing) == {"CL"}
    assert focal_point_of_guatemala.states(*writing) == {"GT"}
