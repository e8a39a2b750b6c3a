"""The pages of reviewers, of the desk and of everyone: without scripts, nothing typed lost, nothing told."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import Role
from practices.choices import INSTRUMENT, Depth, PracticeState
from practices.forms.review import as_initial
from practices.models import Practice, Review, ReviewRound
from practices.services import appealing, scoring, way
from practices.services.rating import PublishedNotes
from tests.factories import OutcomeFactory, PublishedPracticeFactory, UserFactory
from tests.practices.test_papers import words_of_docx, words_of_pdf

from .people import begin, in_days, public_to_judge, reviewer, scores_of, settled, submit, to_judge

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")


def filled(practice, strength="moderate", **more):
    """The form as a browser sends it."""
    return as_initial(scores_of(practice, strength)) | more


@pytest.fixture
def judged(screener):
    return begin(to_judge(), screener, reviewer("First Canary"), reviewer("Second Canary"))


def test_a_reviewer_accepts_saves_corrects_and_submits_without_scripts(client, screener):
    from practices.services import naming

    practice = to_judge()
    people = reviewer("One"), reviewer("Two")
    naming.start_review(practice=practice, by=screener, reviewers=people, due_on=in_days(30))
    review = Review.objects.get(reviewer=people[0])
    client.force_login(people[0])
    page = client.get(reverse("practices:reviews")).content.decode()
    url = review.get_absolute_url()
    assert url in page
    assert "Observatorio" in client.get(url).content.decode()
    assert client.post(url, {"accept": "1"}).status_code == 302
    pk = practice.outcomes.get().pk
    draft = {"relevance": "good", f"o{pk}-reasons": "Typed <b>once</b>"}
    assert client.post(url, {**draft, "save": "1"}).status_code == 302
    shown = client.get(url).content.decode()
    assert "Typed &lt;b&gt;once&lt;/b&gt;" in shown
    answer = client.post(url, {**draft, "submit": "1"})
    assert answer.status_code == 422
    assert f'href="#id_o{pk}-strength_0"' in answer.content.decode()
    assert "Typed &lt;b&gt;once&lt;/b&gt;" in answer.content.decode()
    good = filled(practice)
    assert client.post(url, {**good, f"o{pk}-strength": "strong", "submit": "1"}).status_code == 422
    assert client.post(url, {**good, "submit": "1"}).status_code == 302
    review.refresh_from_db()
    assert review.scores["outcomes"][str(pk)]["strength"] == "moderate"


def test_what_was_typed_when_the_session_had_ended_is_there_after_signing_in(client, judged):
    _practice, (first, _) = judged
    url = first.get_absolute_url()
    assert client.post(url, {"note-effect": "Long words", "save": "1"}).status_code == 302
    client.force_login(first.reviewer)
    assert "Long words" in client.get(url).content.decode()


def test_in_the_consensus_round_each_sees_the_others_scores_without_a_name(client, judged):
    practice, (first, second) = judged
    submit(first, practice, "limited", reasons="Few cases.")
    submit(second, practice, "very_strong", reasons="By lot.")
    client.force_login(first.reviewer)
    page = client.get(first.get_absolute_url()).content.decode()
    assert "By lot." in page
    assert "Second Canary" not in page
    reasons = {f"o{practice.outcomes.get().pk}-reasons": "Between."}
    assert (
        client.post(
            first.get_absolute_url(), {**filled(practice, "strong", **reasons), "agree": "1"}
        ).status_code
        == 302
    )
    client.force_login(second.reviewer)
    page = client.get(second.get_absolute_url()).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page).group(1)
    stale = client.post(
        second.get_absolute_url(), {**filled(practice, "limited", **reasons), "agree": "1", "seen": ""}
    )
    assert stale.status_code == 409
    sent = {**filled(practice, "strong", **reasons), "agree": "1", "seen": seen}
    assert client.post(second.get_absolute_url(), sent).status_code == 302
    assert ReviewRound.objects.get().is_settled


def test_a_reviewer_who_is_stopped_while_typing_is_told_so(client, judged):
    practice, (first, _) = judged
    client.force_login(first.reviewer)
    first.reviewer.memberships.bulk_create(
        [first.reviewer.memberships.model(user=first.reviewer, organization=practice.organization)]
    )
    answer = client.post(first.get_absolute_url(), {"save": "1", "relevance": "good"})
    assert answer.status_code == 409
    assert client.get(first.get_absolute_url()).status_code == 404


def test_a_reviewer_declines(client, judged):
    _practice, (first, _) = judged
    client.force_login(first.reviewer)
    assert client.post(first.get_absolute_url(), {"refuse": "1", "note": "No time"}).status_code == 302
    first.refresh_from_db()
    assert first.end_note == "No time"


def test_the_screener_names_two_and_reads_why_others_cannot_be_named(client, screener):
    practice = to_judge()
    one, two = reviewer("Able One"), reviewer("Able Two")
    kept = UserFactory(full_name="Kept From", roles=[Role.REVIEWER, (Role.CONTRIBUTOR, "GT")])
    client.force_login(screener)
    page = client.get(reverse("practices:desk_item", args=[practice.uuid])).content.decode()
    assert "Kept From: Conflict: of the state reviewed" in page
    url = reverse("practices:desk_review", args=[practice.uuid])
    day = in_days(20).isoformat()
    for faulty in (
        {"reviewer-1": one.pk, "reviewer-2": one.pk, "due_on": day},
        {"reviewer-1": one.pk, "reviewer-2": kept.pk, "due_on": day},
        {"reviewer-1": one.pk, "reviewer-2": two.pk, "due_on": "2020-01-01"},
    ):
        assert client.post(url, faulty).status_code == 422
    assert client.post(url, {"reviewer-1": one.pk, "reviewer-2": two.pk, "due_on": day}).status_code == 302
    practice.refresh_from_db()
    assert practice.state == PracticeState.IN_REVIEW
    board = client.get(reverse("practices:desk")).content.decode()
    assert "0 of 2 scored" in board
    work = client.get(reverse("practices:desk_reviewers")).content.decode()
    assert "Able One" in work


def test_the_screener_publishes_with_the_notes_as_edited(client, screener):
    practice = settled(to_judge(), screener)
    client.force_login(screener)
    url = reverse("practices:desk_publish", args=[practice.uuid])
    page = client.get(reverse("practices:desk_item", args=[practice.uuid])).content.decode()
    assert "La tasa bajó un tercio." in page
    assert client.post(url, {"language": "es", "note-effect": "Texto"}).status_code == 422
    given = {"language": "es", "note-effect": "Texto editado.", "comment": "Ambas coinciden."}
    assert client.post(url, given).status_code == 302
    practice.refresh_from_db()
    public = client.get(practice.get_absolute_url()).content.decode()
    assert "Texto editado." in public
    assert "Moderate" in public


def test_a_screener_of_the_state_sees_nothing_of_the_review(client, screener):
    practice = settled(to_judge(), screener)
    own = UserFactory(roles=[Role.SCREENER, (Role.CONTRIBUTOR, "GT")])
    client.force_login(own)
    page = client.get(reverse("practices:desk_item", args=[practice.uuid])).content.decode()
    assert "First" not in page
    assert "La tasa bajó un tercio." not in page


def test_the_focal_point_appeals_from_the_draft_and_the_manager_decides(
    client, screener, focal_point_of_guatemala, staff_manager
):
    declined = way.decline_practice(practice=settled(to_judge(), screener), by=screener, comment="Weak.")
    client.force_login(focal_point_of_guatemala)
    page = client.get(reverse("practices:draft", args=[declined.uuid])).content.decode()
    url = reverse("practices:draft_appeal", args=[declined.uuid])
    assert url in page
    assert client.post(url, {"comment": ""}).status_code == 422
    assert client.post(url, {"comment": "New data."}).status_code == 302
    client.force_login(staff_manager)
    assert "New data." in client.get(reverse("practices:desk_item", args=[declined.uuid])).content.decode()
    hear = reverse("practices:desk_uphold", args=[declined.uuid])
    assert client.post(hear, {"comment": "Right."}).status_code == 302
    declined.refresh_from_db()
    assert declined.state == PracticeState.IN_REVIEW
    client.force_login(screener)
    person = reviewer()
    name = reverse("practices:desk_reviewer", args=[declined.uuid])
    assert client.post(name, {"reviewer-1": person.pk, "due_on": in_days(9).isoformat()}).status_code == 302
    review = Review.objects.get(reviewer=person)
    assert client.post(name, {"replace": str(review.uuid), "note": "Ill"}).status_code == 302
    review.refresh_from_db()
    assert review.end_note == "Ill"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_proposed_for_reviews_is_one_that_browsers_show(client, screener, settings, language):
    practice = to_judge()
    reviewer()
    client.force_login(screener)
    page = client.get(f"/{language}/practices/desk/{practice.uuid}/").content.decode()
    day = in_days(settings.PRACTICE_REVIEW_DAYS)
    assert re.search(rf'<input type="date" name="due_on" value="{day:%Y-%m-%d}"', page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_reads_how_practices_are_rated(client, language):
    answer = client.get(f"/{language}/practices/how-we-rate/")
    assert answer.status_code == 200
    assert INSTRUMENT in answer.content.decode()


def test_declined_ones_are_listed_with_consent_and_after_the_time_for_an_appeal(client, screener, settings):
    def refused(title, **fields):
        practice = to_judge(title_es=title, **fields)
        way.decline_practice(practice=practice, by=screener, comment="Secret reason.")
        return practice

    old = refused("Con permiso", consents_to_list_if_declined=True)
    refused("Sin permiso", consents_to_list_if_declined=False)
    fresh = refused("Reciente", consents_to_list_if_declined=True)
    for practice, days in ((old, 40), (fresh, 2)):
        practice.transitions.update(at=timezone.now() - timedelta(days=days))
    page = client.get("/es/practices/not-rated/").content.decode()
    assert "Con permiso" in page
    for word in ("Sin permiso", "Reciente", "Secret reason", str(old.uuid)):
        assert word not in page


@pytest.fixture
def rated(screener):
    practice = to_judge()
    OutcomeFactory(practice=practice, indicator_es="Extorsiones")
    judged = settled(practice, screener)
    notes = PublishedNotes("es", {"effect": "La tasa bajó."})
    return way.publish_practice(practice=judged, by=screener, comment="Good.", notes=notes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_taken_along_says_how_it_was_rated(client, rated, language):
    """The paper, the comparison and the list as a file; what is not rated says so."""
    other = PublishedPracticeFactory(title_es="Otra", depth=Depth.FULL)
    strength = {"en": "Moderate", "es": "Moderada", "fr": "Modérée", "pt": "Moderada"}[language]
    direction = {"en": "Positive", "es": "Positivo", "fr": "Positif", "pt": "Positivo"}[language]
    unrated = {"en": "Not rated", "es": "Sin calificar", "fr": "Non cotée", "pt": "Não classificada"}[
        language
    ]
    paper = words_of_pdf(client.get(f"/{language}/practices/{rated.identifier}/pdf/").content)
    assert paper.count(f"{strength} · {direction}") == 3  # as a whole, and of each of two outcomes
    assert "La tasa bajó." in paper
    assert "First" not in paper
    plain = words_of_docx(client.get(f"/{language}/practices/{other.identifier}/docx/").content)
    assert f"{strength} · {direction}" not in plain
    assert unrated in plain
    address = f"/{language}/practices/compare/?id={rated.identifier}&id={other.identifier}"
    page = client.get(address).content.decode()
    assert page.count(f"{strength} · {direction}") == 3
    assert unrated in page
    rows = {}
    for form in ("csv", "jsonl"):
        answer = client.get(f"/{language}/practices/list.{form}")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        read = csv.DictReader(io.StringIO(text)) if form == "csv" else map(json.loads, text.splitlines())
        rows[form] = {row["identifier"]: row for row in read}
        assert rows[form][rated.identifier]["strength_as_a_whole"] == "moderate"
        assert rows[form][rated.identifier]["direction_as_a_whole"] == "positive"
        assert rows[form][rated.identifier]["evidence_by_outcome"] == "moderate-positive; moderate-positive"
        assert not rows[form][other.identifier]["strength_as_a_whole"]
    assert rows["csv"][rated.identifier]["rated_at"].startswith(f"{rated.rated_at:%Y-%m-%d}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_rated_practice_shows_its_evidence(client, rated, language):
    page = client.get(f"/{language}/practices/{rated.identifier}/").content.decode()
    words = {"en": "Moderate", "es": "Moderada", "fr": "Modérée", "pt": "Moderada"}
    assert page.count(words[language]) >= 3
    assert "La tasa bajó." in page
    bars = re.findall(
        r'<rect[^>]* x="0.0" y="1" width="([\d.]+)" height="8"/></svg><(?:span|b)>([^<]+)<', page
    )
    mark = "." if language == "en" else ","
    assert bars[:2] == [("100.0", f"48{mark}2"), ("65.4", f"31{mark}5")], "baseline and result on one scale"


def test_the_list_filters_by_evidence_and_draws_it(client, rated, django_assert_num_queries):
    """The picture, and the table of the same practices below it, whatever the filters are."""
    other = PublishedPracticeFactory(title_es="Sin calificar")
    found = client.get("/en/practices/?strength=moderate&direction=positive").content.decode()
    assert rated.identifier in found
    assert "Sin calificar" not in found
    symbols, shown = (re.findall(rf'{each}"#?(d\d+)"', found) for each in ("symbol id=", "use href="))
    assert set(shown) == set(symbols), "each sign of the list is drawn once, and shown where it stands"
    assert 0 < len(symbols) == len(set(symbols))
    page = client.get("/en/practices/?view=evidence").content.decode()
    assert "?evidence=moderate-positive" in page
    assert "?strength=not_rated" in page
    table = page.partition('<table class="table')[2]
    assert "Not rated" in table
    assert rated.identifier in table
    assert other.identifier in table
    narrowed = client.get("/en/practices/?view=evidence&evidence=moderate-positive").content.decode()
    assert rated.identifier in narrowed
    assert other.identifier not in narrowed
    assert 'evidence=moderate-positive" aria-current' in narrowed
    strong = client.get("/en/practices/?view=evidence&strength=moderate").content.decode()
    assert "?strength=not_rated" not in strong.partition('class="bubbles"')[2], "none of the list is"
    file = client.get("/en/practices/list.csv?view=evidence&evidence=moderate-positive")
    text = b"".join(file.streaming_content).decode()
    assert rated.identifier in text
    assert other.identifier not in text
    cell = client.get("/en/practices/?evidence=moderate-positive").content.decode()
    assert rated.identifier in cell
    with django_assert_num_queries(3):  # counts, and the part of the table with its translations
        client.get("/en/practices/?view=evidence")
    assert client.get("/en/practices/?view=evidence&q=zzzz").status_code == 200


def test_the_api_says_strength_and_direction_apart(client, rated):
    answer = client.get(f"/api/v1/practices/{rated.identifier}/?lang=en").json()
    assert answer["rating"]["strength"] == {"code": "moderate", "name": "Moderate"}
    assert answer["outcomes"][0]["direction"] == {"code": "positive", "name": "Positive"}
    assert answer["ratings"][0]["effect"]["text"] == "La tasa bajó."
    listed = client.get("/api/v1/practices/?strength=moderate").json()["results"]
    assert [each["identifier"] for each in listed] == [rated.identifier]
    assert listed[0]["rating"]["direction"]["code"] == "positive"


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_and_the_reviewers_page_ask_as_often_for_three_as_for_one(
    client, screener, count, django_assert_max_num_queries
):
    people = reviewer("One"), reviewer("Two")
    for _ in range(count):
        begin(to_judge(), screener, *people)
    for person, url, most in (
        (screener, reverse("practices:desk"), 8),
        (people[0], reverse("practices:reviews"), 7),
    ):
        client.force_login(person)
        client.get(url)
        with django_assert_max_num_queries(most):
            client.get(url)


def test_what_waits_is_told_at_home(client, judged, screener, staff_manager, focal_point_of_guatemala):
    practice, (first, second) = judged
    client.force_login(first.reviewer)
    assert "1 review waits" in client.get("/en/me/").content.decode()
    submit(first, practice)
    submit(second, practice)
    client.force_login(screener)
    assert "1 practice can be decided" in client.get("/en/me/").content.decode()
    practice = Practice.objects.get(pk=practice.pk)
    declined = way.decline_practice(practice=practice, by=screener, comment="Weak.")
    appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Why?")
    client.force_login(staff_manager)
    assert "1 appeal waits" in client.get("/en/me/").content.decode()


def test_an_outsider_cannot_write_in_a_review(client, judged, focal_point_of_chile):
    _practice, (first, second) = judged
    for person in (focal_point_of_chile, second.reviewer):
        client.force_login(person)
        for action in ("accept", "refuse", "save", "submit", "agree"):
            assert client.post(first.get_absolute_url(), {action: "1"}).status_code == 404
    first.refresh_from_db()
    assert (first.draft, first.is_live) == ({}, True)


def test_a_public_practice_is_put_before_two_from_the_desk(client, screener):
    public = public_to_judge()
    one, two = reviewer("One"), reviewer("Two")
    client.force_login(screener)
    assert (
        "a copy is judged" in client.get(reverse("practices:desk_item", args=[public.uuid])).content.decode()
    )
    given = {"reviewer-1": one.pk, "reviewer-2": two.pk, "due_on": in_days(9).isoformat()}
    assert client.post(reverse("practices:desk_review", args=[public.uuid]), given).status_code == 302
    assert scoring.Review.objects.count() == 2
    assert client.get(public.get_absolute_url()).status_code == 200
