"""What readers see of a translation: the label, the original one click away, marks, and a better wording."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from network.l10n import providers
from network.l10n.models import Suggestion
from network.l10n.services import engines
from network.l10n.services.approving import approve_translation
from network.models import Topic
from practices.choices import PracticeState
from practices.models import Practice
from tests.factories import PublishedPracticeFactory, UserFactory

from .conftest import TITLE, text_of

pytestmark = pytest.mark.django_db
LABEL = "Machine translation from French by Fake, not yet checked by a person."
PARTLY = "Partly machine translation from French by Fake"


def read(client: Client, practice: Practice, language: str = "es", query: str = "") -> str:
    answer = client.get(f"/{language}/practices/{practice.identifier}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def approve_all(practice, manager, language="en"):
    for row in (
        text_of(practice, "title", language)
        .__class__.objects.of_root(f"practices.practice:{practice.pk}")
        .filter(target_language=language)
    ):
        if row.proposed_text:
            approve_translation(translation=row, by=manager)


def test_a_machine_translated_record_says_so_first_and_from_which_language(client, practice):
    html = read(client, practice, "en")
    assert LABEL in html
    assert "note--mt" in html
    assert "prose--mt" in html
    assert html.index(LABEL) < html.index("Trois quartiers")


def test_the_original_is_one_click_away_at_its_own_address_in_its_own_language(client, practice):
    html = read(client, practice, "es")
    path = f"/es/practices/{practice.identifier}/"
    assert f'href="{path}?original=1"' in html
    original = read(client, practice, "es", "?original=1")
    assert f'<h1 lang="fr">{TITLE}</h1>' in original
    assert "&lt;es&gt;" not in original
    assert '<div class="prose" lang="fr">' in original
    assert f'href="{path}"' in original
    assert f"&lt;es&gt; {TITLE}" in read(client, practice, "es")


def test_readers_of_the_original_language_see_neither_label_nor_toggle(client, practice):
    html = read(client, practice, "fr")
    assert "original=1" not in html
    assert "note--mt" not in html


def test_what_people_approved_has_no_label_and_what_is_left_is_marked(client, practice, manager):
    approve_translation(translation=text_of(practice, "diagnosis", "en"), by=manager, text="Three districts.")
    html = read(client, practice, "en")
    assert PARTLY in html
    assert '<div class="prose"><p>Three districts.</p>' in html
    approve_all(practice, manager)
    html = read(client, practice, "en")
    assert "achine translation" not in html
    assert "Translated from French." in html


def test_a_passage_whose_original_changed_is_marked_and_the_others_stay(client, practice, manager):
    approve_all(practice, manager)
    practice = Practice.objects.get(pk=practice.pk)
    practice.diagnosis_fr = "Deux quartiers seulement."
    practice.save()
    html = read(client, practice, "en")
    words = "The original has changed since this translation was approved."
    assert html.count(words) == 1
    assert "&lt;en&gt; Trois quartiers" in html
    assert "Deux quartiers" not in html
    assert html.index("&lt;en&gt; Trois quartiers") < html.index(words)


def test_without_translation_the_record_says_which_language_it_is_in(client, db):
    practice = PublishedPracticeFactory()
    html = read(client, practice, "en")
    assert "Original in Spanish." in html
    assert "No engine translates" not in html


def test_who_works_at_the_desk_is_told_when_no_engine_translates(client, db, manager, monkeypatch):
    practice = PublishedPracticeFactory()
    monkeypatch.setattr(providers, "order", lambda source, target: [])
    engines._has_engine.cache_clear()
    client.force_login(manager)
    assert "No engine translates between these languages here" in read(client, practice, "en")


def test_the_label_costs_no_query(client, practice):
    counts = []
    for language in ("fr", "es"):
        read(client, practice, language)
        with CaptureQueriesContext(connection) as asked:
            read(client, practice, language)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_topic_says_how_its_description_came_about(client, db):
    topic = Topic.objects.filter(parent__isnull=False).first()
    Topic.objects.filter(pk=topic.pk).update(
        source_language="en",
        description_en="Young people.",
        description_fr="Les jeunes.",
        translation_marks={"fr": {"description": "machine:apertium"}},
    )
    html = client.get(f"/fr/topics/{topic.pk}/").content.decode()
    assert "Les jeunes." in html
    assert "note--mt" in html
    assert "Young people." in client.get(f"/fr/topics/{topic.pk}/?original=1").content.decode()


def test_lists_tell_original_approved_and_machine_apart(client, practice, manager):
    approve_all(practice, manager)
    html = client.get("/en/practices/").content.decode()
    assert '<abbr class="src" title="Français: original">FR</abbr>' in html
    assert '<abbr title="English: translation approved">EN</abbr>' in html
    assert '<abbr class="mt" title="Español: machine translation">ES</abbr>' in html


def test_the_api_says_of_each_passage_whose_words_it_is(client, practice, manager):
    approve_translation(translation=text_of(practice, "title", "en"), by=manager, text="Mediators")
    practice = Practice.objects.get(pk=practice.pk)
    practice.title_fr = "Autre titre"
    practice.save()
    data = client.get(f"/api/v1/practices/{practice.identifier}/?lang=en").json()
    assert data["title"] == {
        "text": "Mediators",
        "language": "en",
        "is_original": False,
        "origin": "human",
        "engine": "",
        "is_stale": True,
    }
    assert (data["summary"]["origin"], data["summary"]["engine"]) == ("machine", "fake")
    data = client.get(f"/api/v1/practices/{practice.identifier}/?lang=fr").json()
    assert data["title"]["origin"] == "author"


def suggest_url(practice: Practice, language: str = "en") -> str:
    return f"/{language}/translations/suggest/practices.practice/{practice.pk}/"


def test_a_visitor_is_asked_to_sign_in_and_a_member_suggests(client, practice):
    row = text_of(practice, "title", "en")
    assert client.get(suggest_url(practice)).status_code == 302
    member = UserFactory()
    client.force_login(member)
    assert f"?text={row.pk}" in client.get(suggest_url(practice)).content.decode()
    assert TITLE in client.get(f"{suggest_url(practice)}?text={row.pk}").content.decode()
    answer = client.post(
        suggest_url(practice), {"passage": row.pk, "text": "District mediators"}, follow=True
    )
    assert "A reviser reads your suggestion" in answer.content.decode()
    suggestion = Suggestion.objects.get()
    assert (suggestion.by, suggestion.text, suggestion.translation) == (member, "District mediators", row)
    practice.refresh_from_db()
    assert practice.title_en == f"<en> {TITLE}"


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_001])
def test_a_suggestion_without_sense_is_refused_and_what_was_typed_stays(client, practice, text):
    row = text_of(practice, "title", "en")
    client.force_login(UserFactory())
    answer = client.post(suggest_url(practice), {"passage": row.pk, "text": text})
    assert answer.status_code == 422
    assert "Error:" in answer.content.decode()
    same = client.post(suggest_url(practice), {"passage": row.pk, "text": row.text})
    assert same.status_code == 422


def test_suggestions_have_a_rate(client, practice, monkeypatch):
    monkeypatch.setattr("network.l10n.views.suggest.MOST_AN_HOUR", 2)
    person = UserFactory()
    cache.delete(f"l10n.suggest:{person.pk}")
    client.force_login(person)
    row = text_of(practice, "title", "en")
    answers = [
        client.post(suggest_url(practice), {"passage": row.pk, "text": f"Wording {number}"}).status_code
        for number in range(3)
    ]
    assert answers == [302, 302, 429]


def test_nobody_suggests_about_what_they_may_not_read(client, practice):
    row = text_of(practice, "title", "en")
    client.force_login(UserFactory())
    Practice.objects.filter(pk=practice.pk).update(state=PracticeState.DRAFT)
    for path in (
        suggest_url(practice),
        "/en/translations/suggest/x.y/1/",
        "/en/translations/suggest/practices.practice/x/",
    ):
        assert client.get(path).status_code == 404
        assert client.post(path, {"passage": row.pk, "text": "Wording"}).status_code == 404
    assert not Suggestion.objects.exists()
