"""What stands in the fora from the start: working groups, the demonstration's forum, made posts."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from fora.models import PaperVersion, Post, Space, Thread, TopicProposal
from fora.services.demonstration import load_demonstration_fora
from fora.services.loading import load_working_groups
from fora.services.making import make_fora
from fora.services.reconciling import wrong_threads
from network.l10n.models import Translation
from network.models import Topic
from network.search.models import SearchRow
from network.search.services.reconcile import reconcile as reconcile_search
from network.services.demonstration import load_demonstration_accounts

pytestmark = pytest.mark.django_db


def test_the_working_groups_stand_with_their_mandates_in_four_languages() -> None:
    assert load_working_groups() == 5
    assert load_working_groups() == 0
    for space in Space.objects.visible_to(AnonymousUser()):
        assert space.mandates
        for code in ("en", "es", "fr", "pt"):
            for field in ("title", "description", "concept_note"):
                assert space.passage(field, code).language == code
            assert all(mandate in space.passage("concept_note", code).text for mandate in space.mandates)
    lethal = Space.objects.get(group_code="WG-LETHAL-VIOLENCE")
    assert Topic.objects.get(pk="homicide") in lethal.topics.all()
    people = Translation.objects.filter(kind="fora.space", object_key=str(lethal.pk))
    assert set(people.values_list("state", flat=True)) == {"approved"}


def test_the_demonstration_has_a_forum_in_four_languages(settings: Any) -> None:
    settings.DEMO = True
    load_demonstration_accounts()
    assert load_demonstration_fora() == 13
    assert load_demonstration_fora() == 0
    posts = Post.objects.visible_to(AnonymousUser())
    assert set(posts.values_list("source_language", flat=True)) == {"en", "es", "fr", "pt"}
    assert posts.count() == 12  # one is hidden
    assert all(thread.original("title").startswith("◇") for thread in Thread.objects.all())
    assert TopicProposal.objects.filter(state="proposed").count() == 1
    papers = PaperVersion.objects.visible_to(AnonymousUser()).order_by("paper__year")
    assert [version.paper.symbol for version in papers] == ["MISPA-V", "MISPA-VI"]
    assert b"Ministers Responsible for Public Security" in papers[0].file.read()
    assert wrong_threads() == []


def test_made_posts_are_as_if_people_had_written_them(settings: Any) -> None:
    settings.DEMO = True
    assert make_fora(count=300, seed=3, long_thread=120) == 300
    assert Thread.objects.get(visible_count=120).last_seq == 120
    assert wrong_threads() == []
    assert SearchRow.objects.filter(kind="post").count() == 300
    assert not reconcile_search().differing.get("post")
