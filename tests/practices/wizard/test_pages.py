"""Pages of the wizard: how often they ask the database, and that they are drawn in four languages."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from practices.choices import Depth
from practices.models import Practice
from practices.services.drafting import start_practice
from tests.factories import BuildingBlockFactory, DraftPracticeFactory, OutcomeFactory

LIST_QUERIES = 20
STEP_QUERIES = 32
STEPS = ("identity", "problem", "action", "means", "results", "lessons", "materials", "consent")


def asked(client, url):
    """How often a page asks the database, after it was drawn once."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_list_of_drafts_asks_as_often_for_three_as_for_one(client, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    url = reverse("practices:drafts")
    DraftPracticeFactory(author=contributor_of_guatemala, depth=Depth.FULL)
    one = asked(client, url)
    DraftPracticeFactory.create_batch(2, author=contributor_of_guatemala, depth=Depth.FULL)
    assert asked(client, url) == one
    assert one <= LIST_QUERIES


@pytest.mark.parametrize("step", STEPS)
def test_a_section_asks_as_often_for_three_rows_as_for_one(client, contributor_of_guatemala, step):
    client.force_login(contributor_of_guatemala)
    draft = DraftPracticeFactory(author=contributor_of_guatemala, depth=Depth.FULL)
    url = reverse("practices:draft_step", args=[draft.uuid, step])
    one = asked(client, url)
    for factory in (BuildingBlockFactory, OutcomeFactory):
        factory.create_batch(2, practice=draft)
    assert asked(client, url) == one
    assert one <= STEP_QUERIES


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_every_page_is_drawn_in_every_language(client, contributor_of_guatemala, language):
    cache.clear()
    client.force_login(contributor_of_guatemala)
    draft = DraftPracticeFactory(author=contributor_of_guatemala, depth=Depth.FULL)
    with translation.override(language):
        addresses = [reverse("practices:new"), reverse("practices:drafts")]
        addresses += [reverse(f"practices:{name}", args=[draft.uuid]) for name in ("draft", "draft_preview")]
        addresses += [reverse("practices:draft_step", args=[draft.uuid, step]) for step in STEPS]
    for url in addresses:
        answer = client.get(url)
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.content.decode()


def test_what_one_writes_is_marked_with_its_language(client, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    draft = DraftPracticeFactory(author=contributor_of_guatemala)
    page = client.get(f"/fr/practices/drafts/{draft.uuid}/problem/").content.decode()
    assert '<textarea name="diagnosis"' in page
    assert 'lang="es"' in page
    assert '<h1 lang="es">' in page


def test_the_only_office_of_a_person_is_filled_in(guatemala, contributor_of_guatemala, office_of_guatemala):
    practice = start_practice(by=contributor_of_guatemala, country=guatemala, source_language="es")
    assert practice.organization == office_of_guatemala
    assert practice.transitions.get().verb == "start"
    assert Practice.objects.visible_to(contributor_of_guatemala).get() == practice


def test_an_empty_list_of_drafts_says_what_to_do(client, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    page = client.get(reverse("practices:drafts")).content.decode()
    assert "There are no drafts yet." in page
    assert reverse("practices:new") in page


@pytest.mark.parametrize(
    ("depth", "step", "words"),
    [
        (Depth.SNAPSHOT, "identity", "Step 1 of 4"),
        (Depth.SNAPSHOT, "consent", "Step 4 of 4"),
        (Depth.FULL, "consent", "Step 8 of 8"),
    ],
)
def test_the_form_counts_the_steps_that_the_depth_has(client, contributor_of_guatemala, depth, step, words):
    client.force_login(contributor_of_guatemala)
    draft = DraftPracticeFactory(author=contributor_of_guatemala, depth=depth)
    with translation.override("en"):
        url = reverse("practices:draft_step", args=[draft.uuid, step])
    assert words in client.get(url).content.decode()
