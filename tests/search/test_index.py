"""Rows follow what the database holds, and reconcile proves it."""

import pytest
from django.core.management import CommandError, call_command

from network.models import Topic
from network.search.models import FacetCount, SearchRow
from network.search.services import index_objects
from network.search.services.counts import counts_of, fold_counts, recount, wrong_counts
from network.search.services.reconcile import reconcile
from practices.choices import Depth, PracticeState
from practices.models import Practice
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory

pytestmark = pytest.mark.django_db


def test_a_published_practice_has_a_row_in_its_own_language(published_of_guatemala):
    row = SearchRow.objects.get()
    assert (row.language, row.is_original, row.address) == (
        "es",
        True,
        f"practices/{published_of_guatemala.identifier}/",
    )
    assert {"state:GT", "region:central_america", "topic:youth", "origin:es"} <= set(row.facets)


def test_a_translation_adds_a_row(published_of_guatemala):
    found = Practice.objects.filter(pk=published_of_guatemala.pk)
    found.update(summary_pt="Reúne dados da polícia e da saúde.")  # as translations are written
    index_objects("practice", [published_of_guatemala.pk])
    row = SearchRow.objects.get(language="pt")
    assert not row.is_original
    assert (row.title_language, row.summary) == ("es", "Reúne dados da polícia e da saúde.")


def test_a_programmes_own_name_is_no_translation_of_the_record():
    PublishedPracticeFactory(source_language="en", title_language="es", title_es="Plan 24 Horas")
    row = SearchRow.objects.get()
    assert (row.language, row.title, row.title_language) == ("en", "Plan 24 Horas", "es")


def test_drafts_have_no_row_and_withdrawn_practices_lose_theirs(published_of_guatemala, visitor):
    DraftPracticeFactory()
    published_of_guatemala.state = PracticeState.WITHDRAWN
    published_of_guatemala.save()
    index_objects("practice", [published_of_guatemala.pk])
    assert not SearchRow.objects.exists()
    assert counts_of("practice", visitor, [""]) == {"": {}}


def test_indexing_twice_changes_nothing(published_of_guatemala):
    before = list(SearchRow.objects.values()), FacetCount.objects.count()
    index_objects("practice", [published_of_guatemala.pk])
    assert (list(SearchRow.objects.values()), FacetCount.objects.count()) == before


def test_counts_follow_each_change_and_equal_a_recount(visitor):
    first = PublishedPracticeFactory(topics=["youth", "homicide"])
    second = PublishedPracticeFactory(country_id="CL")
    counts = counts_of("practice", visitor, ["", "state:GT"])
    assert counts[""][""] == 2
    assert counts[""]["topic:youth"] == 2
    assert counts["state:GT"][""] == 1
    assert counts["state:GT"]["topic:homicide"] == 1
    first.topics.set(Topic.objects.filter(slug="family"))
    index_objects("practice", [first.pk])
    number = second.pk
    second.delete()
    index_objects("practice", [number])
    assert wrong_counts() == []
    assert counts_of("practice", visitor, ["topic:youth"])["topic:youth"] == {}
    fold_counts()
    assert wrong_counts() == []
    assert not FacetCount.objects.filter(objects_counted=0).exists()


def test_reconcile_finds_and_repairs_rows_that_differ(capsys):
    kept, forgotten = PublishedPracticeFactory(depth=Depth.FULL), PublishedPracticeFactory()
    assert reconcile().all_is_well
    type(kept).objects.filter(pk=kept.pk).update(diagnosis_es="Otra cosa.")
    SearchRow.objects.filter(object_id=forgotten.pk).delete()
    FacetCount.objects.filter(base="").delete()
    with pytest.raises(CommandError):
        call_command("reconcile")
    assert f"differs: practice {kept.pk}" in capsys.readouterr().out
    assert reconcile(repair=True).differing["practice"] == [kept.pk, forgotten.pk]
    assert reconcile().all_is_well


def test_a_row_of_a_practice_that_is_gone_differs(published_of_guatemala):
    number = published_of_guatemala.pk
    published_of_guatemala.delete()
    assert reconcile(repair=True).differing["practice"] == [number]
    assert not SearchRow.objects.exists()


def test_hostile_text_is_indexed_as_text():
    practice = PublishedPracticeFactory(
        title_es="'; DROP TABLE x; -- <b>\\ \u2028 %s %(a)s", summary_es="x" * 5000
    )
    index_objects("practice", [practice.pk])
    recount()
    assert reconcile().all_is_well
