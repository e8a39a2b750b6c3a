"""The public page of a practice."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from practices.choices import Depth, MaterialKind, PracticeState
from practices.models import Material, Outcome, Practice
from practices.services.way import withdraw_practice
from practices.templatetags.record import change
from tests.factories import (
    BuildingBlockFactory,
    DraftPracticeFactory,
    EvaluationFactory,
    LinkFactory,
    OutcomeFactory,
    PublishedPracticeFactory,
)

QUERIES_OF_A_VISITOR = 5  # one for the record, one per kind of part that there is
pytestmark = pytest.mark.django_db


def page(client: Client, practice: Practice, language: str = "es") -> str:
    """The page's text."""
    answer = client.get(f"/{language}/practices/{practice.identifier}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_everyone_reads_a_full_record_in_the_four_interfaces(client: Client, language: str) -> None:
    """The text is Spanish, and marked as such where the page is not."""
    practice = PublishedPracticeFactory(depth=Depth.FULL)
    text = page(client, practice, language)
    for words in (
        "Observatorio municipal de la violencia",
        "Los homicidios de jóvenes se concentran",
        "Mesa de análisis",
        "Homicidios de jóvenes",
        "Universidad del Valle",
        "prevencion@example.org",
        practice.identifier,
    ):
        assert words in text
    marked = 'lang="es">Observatorio municipal' in text
    assert marked == (language != "es")


def test_a_reader_of_another_language_is_told_of_the_original(client: Client) -> None:
    """In the words of the page's language, and not to those who read the original."""
    practice = PublishedPracticeFactory()
    assert "Original in Spanish" in page(client, practice, "en")
    assert "Original in" not in page(client, PublishedPracticeFactory(source_language="en"), "en")


def test_a_translation_is_shown_where_there_is_one(client: Client) -> None:
    """Title in French, the rest in Spanish."""
    practice = PublishedPracticeFactory(title_fr="Observatoire municipal de la violence")
    text = page(client, practice, "fr")
    assert "Observatoire municipal" in text
    assert 'lang="es">Reúne datos' in text


def test_what_the_secretariat_classified_is_said_to_be_so(client: Client) -> None:
    """And who presented it, from which document."""
    practice = PublishedPracticeFactory(
        is_classification_confirmed=False,
        source_document="Report of the Rapporteur",
        source_place="4.b",
        presented_by="A Minister",
    )
    text = page(client, practice, "en")
    assert "Classified by the Secretariat, not confirmed by the State." in text
    assert "Report of the Rapporteur" in text
    assert "A Minister" in text
    assert "Classified by the Secretariat" not in page(client, PublishedPracticeFactory(), "en")


def test_a_practice_without_rating_says_so(client: Client) -> None:
    """Not rated is neither weak nor strong."""
    text = page(client, PublishedPracticeFactory(), "en")
    assert "Not rated." in text
    assert "No measured outcomes and no evaluations" in text
    assert "Listing is not an endorsement by the OAS." in text


def test_an_unknown_practice_and_a_draft_are_not_found(client: Client) -> None:
    """A draft has no public address at all."""
    DraftPracticeFactory()
    assert client.get("/es/practices/GP-1999-0001/").status_code == 404
    assert client.get("/es/practices/GP-19-1/").status_code == 404


def test_a_withdrawn_practice_answers_at_its_address_with_the_reason_only(
    client: Client, published_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """410, the identifier, the reason; nothing of the record, not even for those who wrote it."""
    withdraw_practice(
        practice=published_of_guatemala, by=focal_point_of_guatemala, comment="The programme ended."
    )
    address = f"/es/practices/{published_of_guatemala.identifier}/"
    for person in (None, focal_point_of_guatemala):
        if person:
            client.force_login(person)
        answer = client.get(address)
        text = answer.content.decode()
        assert answer.status_code == 410
        assert published_of_guatemala.identifier in text
        assert "The programme ended." in text
        assert "Observatorio municipal" not in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_as_often_for_three_parts_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    """Parts of every kind, topics too."""
    practice = PublishedPracticeFactory(
        depth=Depth.FULL,
        parts=False,
        topics=["youth", "family", "policy"][:count],
        iccs=["01", "02", "03"][:count],
    )
    for factory in (BuildingBlockFactory, OutcomeFactory, EvaluationFactory, LinkFactory):
        factory.create_batch(count, practice=practice)
    page(client, practice)
    with django_assert_num_queries(QUERIES_OF_A_VISITOR):
        page(client, practice)


def test_html_that_was_typed_into_a_text_is_shown_as_text(client: Client) -> None:
    """In the heading, in prose, and in the data block for machines."""
    evil = "</script><script>alert(1)</script>"
    practice = PublishedPracticeFactory(
        title_es=f"T {evil}", diagnosis_es=f"D {evil}", summary_es=f"S {evil}"
    )
    text = page(client, practice)
    assert "<script>alert" not in text
    assert "<img" not in page(client, PublishedPracticeFactory(activities_es="<img src=x onerror=alert(1)>"))


def test_machines_read_schema_org_and_dublin_core(client: Client) -> None:
    """The data block is valid JSON and says identifier, language, licence."""
    practice = PublishedPracticeFactory(title_es="A & B <i>")
    text = page(client, practice)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert block is not None
    data = json.loads(block[1])
    assert data["identifier"] == practice.identifier
    assert data["headline"] == "A & B <i>"
    assert data["inLanguage"] == "es"
    assert data["license"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert f'name="DC.identifier" content="{practice.identifier}"' in text


def test_materials_say_their_kind_size_and_language(client: Client) -> None:
    """Before anyone downloads them."""
    practice = PublishedPracticeFactory()
    Material.objects.create(
        practice=practice,
        source_language="es",
        kind=MaterialKind.FILE,
        title_es="Manual",
        file="practices/aa/x",
        file_name="manual.pdf",
        media_type="application/pdf",
        size=1_300_000,
        document_language="es",
    )
    LinkFactory(practice=practice)
    text = page(client, practice, "en")
    assert "PDF · 1.3 MB" in text
    assert "example.org" in text


def test_only_those_who_may_withdraw_see_the_way_to_it(
    client: Client,
    published_of_guatemala: Practice,
    focal_point_of_guatemala: Any,
    focal_point_of_chile: Any,
) -> None:
    """No dead ends for others."""
    assert "/withdraw/" not in page(client, published_of_guatemala)
    client.force_login(focal_point_of_chile)
    assert "/withdraw/" not in page(client, published_of_guatemala)
    client.force_login(focal_point_of_guatemala)
    assert "/withdraw/" in page(client, published_of_guatemala)


def test_the_focal_point_withdraws_with_a_reason(
    client: Client, published_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """Without a reason the form says what is missing, and nothing happens."""
    client.force_login(focal_point_of_guatemala)
    address = f"/es/practices/{published_of_guatemala.identifier}/withdraw/"
    assert client.get(address).status_code == 200
    assert (
        client.post(address, {"comment": " ", "revision": published_of_guatemala.revision}).status_code == 422
    )
    assert client.post(address, {"comment": "Fin", "revision": 99}).status_code == 409
    published_of_guatemala.refresh_from_db()
    assert published_of_guatemala.state == PracticeState.PUBLISHED
    answer = client.post(address, {"comment": "Fin", "revision": published_of_guatemala.revision})
    assert answer.status_code == 302
    published_of_guatemala.refresh_from_db()
    assert published_of_guatemala.state == PracticeState.WITHDRAWN


def test_an_outsider_cannot_withdraw(
    client: Client, published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    """Not found, and nothing changes."""
    client.force_login(focal_point_of_chile)
    address = f"/es/practices/{published_of_guatemala.identifier}/withdraw/"
    assert client.post(address, {"comment": "Fin"}).status_code == 404
    published_of_guatemala.refresh_from_db()
    assert published_of_guatemala.state == PracticeState.PUBLISHED


def test_a_picture_is_shown_with_its_words_lazily_and_sized(client: Client) -> None:
    """From the sandboxed address of the material, in a frame of fixed shape."""
    practice = PublishedPracticeFactory(depth=Depth.FULL)
    picture = Material.objects.create(
        practice=practice,
        source_language="es",
        file="practices/aa/x",
        file_name="mesa.jpg",
        kind=MaterialKind.IMAGE,
        title_es="La mesa",
        alternative_text_es="Doce personas alrededor de un mapa",
        media_type="image/jpeg",
    )
    html = client.get(f"/en/practices/{practice.identifier}/").content.decode()
    image = re.search(r"<img [^>]*>", html)
    assert image is not None
    assert f'src="/en/practices/materials/{picture.uuid}/"' in image[0]
    assert 'alt="Doce personas alrededor de un mapa" lang="es"' in image[0]
    assert 'width="640" height="480" loading="lazy"' in image[0]


def test_nothing_is_said_twice(client: Client) -> None:
    """What stands at the side does not come again below."""
    practice = PublishedPracticeFactory(depth=Depth.FULL, reached_from=12345, reached_until=12345)
    html = client.get(f"/en/practices/{practice.identifier}/").content.decode()
    assert html.count("12,345") == 1


@pytest.mark.parametrize(
    ("baseline", "result", "drawn"),
    [
        ("84", "21", [(0.0, 100.0), (0.0, 25.0)]),
        ("0", "3", [(0.0, 0.0), (0.0, 100.0)]),
        ("-10", "30", [(0.0, 25.0), (25.0, 75.0)]),  # from zero to both sides
        ("-4", "-1", [(0.0, 100.0), (75.0, 25.0)]),
        ("0", "0", []),
        ("5", None, []),
    ],
)
def test_baseline_and_result_are_drawn_from_zero_on_one_scale(baseline, result, drawn):
    outcome = Outcome(source_language="es", baseline=Decimal(baseline), result=result and Decimal(result))
    assert [(bar.start, bar.width) for bar in change(outcome)["bars"]] == drawn
