"""Pages of adaptations: telling of one, handing it on, reading it on both sides."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from network.l10n.models import Translation
from network.notifications.choices import EntryState
from network.notifications.models import Notification, OutboxEntry
from network.notifications.services import run_entry
from network.search.services.reconcile import reconcile
from network.services.erasure import erase_account
from network.services.personal_data import export_personal_data
from practices.models import Adaptation, Practice
from practices.services.adapting.way import take_step
from tests.factories import OrganizationFactory, PublishedAdaptationFactory, PublishedPracticeFactory

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")
FORM = {
    "source_language": "es",
    "title": "Observatorio comunal",
    "places": "Puente Alto",
    "started_on_month": "3",
    "started_on_year": "2022",
    "is_ongoing": "on",
    "kept": "Las mesas semanales.",
    "changed": "Los datos llegan por vía electrónica.",
    "contact_unit": "Dirección de Seguridad",
}


def go(client: Client, who: Any, address: str, **data: str) -> Any:
    """Send a form or a button as this person."""
    client.force_login(who)
    return client.post(address, data)


def news_of(person: Any) -> list[str]:
    """Kinds of news that the person got, in order."""
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("verb", flat=True))


def test_a_contributor_tells_the_focal_point_clears_the_secretariat_publishes_and_both_sides_show_it(
    client: Client,
    published_of_guatemala: Practice,
    contributor_of_chile: Any,
    focal_point_of_chile: Any,
    focal_point_of_guatemala: Any,
    screener: Any,
) -> None:
    client.force_login(contributor_of_chile)
    page = f"/es/practices/{published_of_guatemala.identifier}/"
    assert f"{page}adapt/" in client.get(page).content.decode()
    assert client.get(f"{page}adapt/").status_code == 200
    assert client.post(f"{page}adapt/", FORM | {"country": "CL"}).status_code == 302
    it = Adaptation.objects.get()
    own = f"/es/practices/adaptations/{it.pk}/"
    assert go(client, contributor_of_chile, f"{own}ask_clearance/").status_code == 302
    client.force_login(focal_point_of_chile)
    assert "1 adaptación espera su autorización" in client.get("/es/me/").content.decode()
    assert go(client, focal_point_of_chile, f"{own}send_back/why/", comment="").status_code == 422
    go(client, focal_point_of_chile, f"{own}send_back/why/", comment="Falta el año.")
    go(client, focal_point_of_chile, f"{own}submit/")
    client.force_login(screener)
    desk = client.get("/es/practices/desk/").content.decode()
    assert own in desk
    go(client, screener, f"{own}return/why/", comment="¿Y el resultado?")
    go(client, contributor_of_chile, f"{own}edit/", **FORM, result="Bajaron a 7.", revision="5")
    go(client, focal_point_of_chile, f"{own}submit/")
    assert go(client, screener, f"{own}publish/").status_code == 302
    it.refresh_from_db()
    assert (it.state, it.passage("result", "es").text) == ("published", "Bajaron a 7.")
    client.logout()
    for address in (page, "/es/states/CL/", "/es/search/?q=observatorio+comunal"):
        assert own in client.get(address).content.decode(), address
    assert published_of_guatemala.identifier in client.get(own).content.decode()
    assert [step.verb for step in it.steps.all()] == [
        *("start", "ask_clearance", "send_back", "submit", "return", "submit", "publish")
    ]
    assert news_of(focal_point_of_guatemala) == ["adaptations.of_mine"]
    assert "adaptations.returned" in news_of(contributor_of_chile)
    assert Translation.objects.filter(kind="practices.adaptation", object_key=str(it.pk)).exists()


def test_errors_stand_at_their_fields_and_nothing_typed_is_lost(
    client: Client, published_of_guatemala: Practice, contributor_of_chile: Any
) -> None:
    sent = FORM | {"country": "CL", "started_on_year": "2999", "changed": "", "ended_on_year": "2020"}
    address = f"/es/practices/{published_of_guatemala.identifier}/adapt/"
    answer = go(client, contributor_of_chile, address, **sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"started_on", "changed", "ended_on"}
    page = answer.content.decode()
    for words in ("Observatorio comunal", "Las mesas semanales.", "Puente Alto", "2999"):
        assert words in page
    assert not Adaptation.objects.exists()


def test_who_saves_after_another_keeps_what_was_typed_and_is_told(
    client: Client, draft: Adaptation, contributor_of_chile: Any, focal_point_of_chile: Any
) -> None:
    edit = f"/es/practices/adaptations/{draft.pk}/edit/"
    assert go(client, focal_point_of_chile, edit, **FORM, revision="1").status_code == 302
    sent = {**FORM, "kept": "Solo los datos.", "revision": "1"}
    answer = go(client, contributor_of_chile, edit, **sent)
    assert answer.status_code == 422
    assert "Solo los datos." in answer.content.decode()
    assert "Camila Rojas" in answer.content.decode()


def test_outsiders_neither_read_nor_move_what_is_not_public(
    client: Client,
    draft: Adaptation,
    focal_point_of_brazil: Any,
    focal_point_of_guatemala: Any,
    screener: Any,
) -> None:
    own = f"/en/practices/adaptations/{draft.pk}/"
    assert client.get(own).status_code == 404
    for person in (focal_point_of_brazil, focal_point_of_guatemala, screener):
        client.force_login(person)
        for path in ("", "edit/", "send_back/why/", "result/"):
            assert client.get(own + path).status_code == 404
        for verb in ("submit", "delete", "publish", "nothing", "send_back"):
            assert client.post(f"{own}{verb}/").status_code == 404
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_withdrawn_ones_leave_their_address_with_the_reason_alone(
    client: Client, published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    it = PublishedAdaptationFactory(origin=published_of_guatemala)
    take_step(adaptation=it, by=focal_point_of_chile, verb="withdraw", comment="Se publicó por error.")
    answer = client.get(f"/es/practices/adaptations/{it.pk}/")
    assert answer.status_code == 410
    assert "Se publicó por error." in answer.content.decode()
    for address in (f"/es/practices/{published_of_guatemala.identifier}/", "/es/states/CL/"):
        assert "Observatorio comunal" not in client.get(address).content.decode()
    assert "Observatorio comunal" not in answer.content.decode()


def test_the_practice_that_came_of_it_says_what_it_is_based_on(
    client: Client, published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    it, theirs = (
        PublishedAdaptationFactory(origin=published_of_guatemala),
        PublishedPracticeFactory(country_id="CL", title_es="Observatorio de Chile"),
    )
    result = f"/es/practices/adaptations/{it.pk}/result/"
    client.force_login(focal_point_of_chile)
    assert "Observatorio de Chile" in client.get(result).content.decode()
    assert client.post(result, {"resulting_practice": theirs.pk}).status_code == 302
    client.logout()
    page = client.get(f"/es/practices/{theirs.identifier}/").content.decode()
    assert "Basada en" in page
    assert published_of_guatemala.identifier in page
    assert (
        theirs.identifier
        in client.get(f"/es/practices/{published_of_guatemala.identifier}/").content.decode()
    )
    Practice.objects.filter(pk=published_of_guatemala.pk).update(state="withdrawn")
    page = client.get(f"/es/practices/{theirs.identifier}/").content.decode()
    assert f">{published_of_guatemala.passage('title', 'es').text}<" not in page.partition("s-based")[2][:900]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_stands_in_four_languages(
    client: Client, language: str, focal_point_of_chile: Any, published_of_guatemala: Practice
) -> None:
    it = PublishedAdaptationFactory(
        origin=published_of_guatemala, organization=OrganizationFactory(state_id="CL")
    )
    client.force_login(focal_point_of_chile)
    for path in (
        f"{published_of_guatemala.identifier}/",
        f"{published_of_guatemala.identifier}/adapt/",
        "adaptations/",
        f"adaptations/{it.pk}/",
        f"adaptations/{it.pk}/withdraw/why/",
        f"adaptations/{it.pk}/result/",
    ):
        page = client.get(f"/{language}/practices/{path}")
        assert page.status_code == 200, path
        assert f'<html lang="{language}"' in page.content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("es", "ha adaptado"), ("pt", "adaptou"), ("fr", "a adapté")]
)
def test_news_go_out_in_each_ones_language(
    published_of_guatemala: Practice, focal_point_of_guatemala: Any, screener: Any, language: str, words: str
) -> None:
    focal_point_of_guatemala.language = language
    focal_point_of_guatemala.save(update_fields=["language"])
    it = PublishedAdaptationFactory(origin=published_of_guatemala, state="submitted", published_at=None)
    take_step(adaptation=it, by=screener, verb="publish")
    for entry in OutboxEntry.objects.filter(queue="mail", state=EntryState.WAITING).order_by("pk"):
        run_entry(entry_id=entry.pk)
    letter = next(each for each in mail.outbox if words in each.body)
    assert focal_point_of_guatemala.email in letter.to[0]
    assert "Observatorio comunal" in " ".join(letter.body.split())


def test_a_person_takes_them_along_and_leaves_no_name_behind(
    client: Client, draft: Adaptation, contributor_of_chile: Any, focal_point_of_chile: Any
) -> None:
    theirs = export_personal_data(user=contributor_of_chile)["adaptations"]
    assert theirs["begun"][0]["title"] == "Observatorio comunal"
    assert [step["verb"] for step in theirs["steps"]] == ["start"]
    erase_account(user=contributor_of_chile)
    client.force_login(focal_point_of_chile)
    assert "Javier Soto" not in client.get(f"/es/practices/adaptations/{draft.pk}/").content.decode()


def test_search_rows_are_those_that_would_be_made_anew(published_of_guatemala: Practice) -> None:
    PublishedAdaptationFactory(origin=published_of_guatemala)
    found = reconcile()
    assert found.all_is_well
    assert found.compared


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_often_for_three_as_for_one(
    client: Client,
    count: int,
    published_of_guatemala: Practice,
    focal_point_of_chile: Any,
    django_assert_max_num_queries: Any,
) -> None:
    for _number in range(count):
        it = PublishedAdaptationFactory(origin=published_of_guatemala)
    for address, most in (
        (f"/es/practices/{published_of_guatemala.identifier}/", 3),
        (f"/es/practices/adaptations/{it.pk}/", 2),
        ("/es/states/CL/", 8),
    ):
        client.get(address)
        with django_assert_max_num_queries(most):
            client.get(address)
    client.force_login(focal_point_of_chile)
    client.get("/es/practices/adaptations/")
    with django_assert_max_num_queries(6):
        client.get("/es/practices/adaptations/")


def test_a_practice_that_nobody_adapted_costs_no_query_more(
    client: Client, published_of_guatemala: Practice, django_assert_max_num_queries: Any
) -> None:
    address = f"/es/practices/{published_of_guatemala.identifier}/"
    client.get(address)
    with django_assert_max_num_queries(2):
        client.get(address)
