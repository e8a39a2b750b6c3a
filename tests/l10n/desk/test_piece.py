"""One piece of work: what it shows, and each button."""

import pytest
from django.test import Client

from network.l10n.models import GlossaryTerm, MemorySegment, Translation
from network.l10n.services.approving import approve_translation
from network.l10n.services.suggesting import suggest_translation
from tests.factories import PublishedPracticeFactory, UserFactory

from .conftest import TITLE, reviser_of, send, text_of

pytestmark = pytest.mark.django_db


def page(client: Client, row: Translation, query: str = "") -> str:
    answer = client.get(f"/en/translations/{row.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_original_and_translation_stand_side_by_side_in_their_languages(desk, title):
    html = page(desk, title)
    assert f'<p class="segtext" lang="fr">{TITLE}</p>' in html
    assert 'lang="es" dir="auto"' in html
    assert f"&lt;es&gt; {TITLE}</textarea>" in html


def test_glossary_terms_of_the_original_are_shown_with_whether_they_are_used(desk, practice):
    GlossaryTerm.objects.create(key="test-youth", fr="jeunes en situation de risque", es="jóvenes en riesgo")
    html = page(desk, text_of(practice, "summary"))
    assert '<mark class="gl">jeunes en situation de risque</mark>' in html
    assert "Not in the translation" in html


def test_the_memory_offers_what_was_approved_and_puts_it_into_the_field(desk, practice, manager):
    row = text_of(practice, "summary")
    approve_translation(translation=row, by=manager, text="Mediadores acompañan a los jóvenes.")
    other = PublishedPracticeFactory(
        source_language="fr",
        summary_fr="Des médiateurs accompagnent des jeunes en situation de risque.",
        country_id="HT",
    )
    like = text_of(other, "summary")
    assert "Mediadores acompañan a los jóvenes." in page(desk, like)
    assert "Mediadores acompañan a los jóvenes.</textarea>" in page(desk, like, "?use=memory-0")


def test_approving_lets_readers_see_it_without_label_and_leads_on_in_the_same_record(
    desk, practice, title, reviser
):
    answer = send(desk, title, "approve", text="Mediadores de barrio en Puerto Príncipe")
    practice.refresh_from_db()
    assert practice.title_es == "Mediadores de barrio en Puerto Príncipe"
    assert practice.translation_marks["es"]["title"] == "approved"
    following = Translation.objects.get(claimed_by=reviser)
    assert following.root == title.root
    assert answer["Location"].startswith(f"/en/translations/{following.pk}/")
    assert MemorySegment.objects.filter(source=TITLE).exists()


def test_saving_keeps_the_words_and_shows_them_to_nobody_else(desk, practice, title):
    send(desk, title, "save", text="Mediadores, a medias")
    practice.refresh_from_db()
    assert practice.title_es == f"<es> {TITLE}"
    assert "Mediadores, a medias</textarea>" in page(desk, title)
    assert "Compare with what readers see now" in page(desk, title)


def test_rejecting_needs_a_reason_and_takes_the_text_from_readers(desk, practice, title):
    assert send(desk, title, "reject", reason=" ").status_code == 422
    send(desk, title, "reject", reason="El nombre es otro.")
    practice.refresh_from_db()
    assert practice.title_es in ("", None)
    assert "El nombre es otro." in page(desk, title)


def test_skipping_goes_past_a_text_and_gives_it_back(desk, title, reviser):
    row = Translation.objects.at_the_desk().filter(target_language="es", is_public=True).oldest_first()[0]
    seen = {row.pk}
    for _ in range(3):
        answer = send(desk, row, "skip")
        row = Translation.objects.get(pk=int(answer["Location"].split("/")[3].split("?")[0]))
        assert row.pk not in seen
        seen.add(row.pk)
    assert Translation.objects.filter(claimed_by=reviser).count() == 1
    last = (
        Translation.objects.at_the_desk().filter(target_language="es").order_by("waiting_since", "pk").last()
    )
    assert "end of the queue" in desk.get(send(desk, last, "skip")["Location"]).content.decode()


def test_taking_and_giving_back(desk, title, reviser):
    send(desk, title, "take")
    assert "Reserved for you until" in page(desk, title)
    send(desk, title, "give_back")
    title.refresh_from_db()
    assert title.claimed_by_id is None


def test_a_stale_text_shows_what_changed_in_the_original_by_words(desk, practice, reviser):
    row = text_of(practice, "summary")
    approve_translation(translation=row, by=reviser, text="Mediadores acompañan a los jóvenes.")
    practice.summary_fr = "Des médiateurs accompagnent les familles en situation de risque."
    practice.save()
    html = page(desk, row)
    assert "<del>" in html
    assert "jeunes</del>" in html
    assert "familles</ins>" in html
    assert "The original has changed since a person approved this translation." in html
    assert "Mediadores acompañan a los jóvenes.</textarea>" in html


def test_when_the_author_was_first_nothing_typed_is_lost_and_the_news_is_told(desk, practice, title):
    practice.title_fr = "Médiateurs de Cité Soleil"
    practice.save()
    answer = send(desk, title, "approve", text="Mis palabras")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "The original has changed meanwhile" in html
    assert "Mis palabras</textarea>" in html
    assert "Médiateurs de Cité Soleil" in html


def test_an_empty_translation_is_refused_with_the_reason(desk, title):
    answer = send(desk, title, "approve", text="  ")
    assert answer.status_code == 422
    assert "Error:" in answer.content.decode()


def test_another_persons_text_cannot_be_taken(desk, title):
    other = Client()
    other.force_login(reviser_of("es"))
    send(other, title, "take")
    assert send(desk, title, "approve").status_code == 422
    title.refresh_from_db()
    assert title.state == "machine_draft"


@pytest.mark.parametrize(
    "action", ["approve", "save", "reject", "skip", "take", "give_back", "decline", "nonsense"]
)
def test_outsiders_can_do_nothing(client, title, action):
    before = Translation.objects.values().get(pk=title.pk)
    for person in (UserFactory(), reviser_of("pt")):
        client.force_login(person)
        assert send(client, title, action, reason="x", text="Mine").status_code == 404
        assert client.get(f"/en/translations/{title.pk}/").status_code == 404
    assert Translation.objects.values().get(pk=title.pk) == before


def test_a_focal_point_corrects_the_translations_of_the_own_state(client, practice, focal_point):
    client.force_login(focal_point)
    row = text_of(practice, "title", "pt")
    send(client, row, "approve", text="Mediadores de bairro")
    practice.refresh_from_db()
    assert practice.title_pt == "Mediadores de bairro"


def test_a_readers_suggestion_is_put_into_the_field_and_approved_or_declined(desk, practice, title):
    reader = UserFactory(full_name="Lectora")
    words = {
        "kind": "practices.practice",
        "key": practice.pk,
        "field": "title",
        "language": "es",
        "by": reader,
    }
    first = suggest_translation(text="Mediadores del barrio", **words)
    assert "Lectora" in desk.get("/en/translations/suggestions/").content.decode()
    assert "Mediadores del barrio</textarea>" in page(desk, title, f"?use=suggestion-{first.pk}")
    send(desk, title, "decline", suggestion=first.pk)
    first.refresh_from_db()
    assert first.state == "declined"
    second = suggest_translation(text="Mediadores de barrio", **words)
    desk.post(
        "/en/translations/suggestions/",
        {"suggestion": second.pk, "action": "accept", "seen": title.current_hash},
    )
    practice.refresh_from_db()
    assert practice.title_es == "Mediadores de barrio"


def test_short_texts_are_approved_together_but_not_what_changed_meanwhile(desk, practice):
    rows = [text_of(practice, name) for name in ("title", "places", "contact_unit")]
    sent = {"id": [row.pk for row in rows]} | {f"seen-{row.pk}": row.current_hash for row in rows}
    practice.places_fr = "Delmas"
    practice.save()
    desk.post("/en/translations/short/", sent)
    states = [Translation.objects.get(pk=row.pk).state for row in rows]
    assert states[0] == states[2] == "approved"
    assert states[1] != "approved"


def test_text_with_markup_is_shown_as_text(desk, title):
    send(desk, title, "save", text="</textarea><script>alert(1)</script>")
    assert "<script>alert" not in page(desk, title)
