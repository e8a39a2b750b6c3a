"""The questionnaire on practices: rows become drafts of the state, by the wizard's own forms and steps."""

import io
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook

from network.imports.choices import ImportState, Verdict
from network.imports.models import Import
from network.imports.registry import find
from network.imports.services.looking import read_import
from network.imports.services.taking import take_import
from network.imports.services.templates import blank_workbook
from network.models import User
from practices.choices import Depth, PracticeState
from practices.models import Practice, TransitionEvent
from practices.services.way import submit_practice

from .sheets import upload, workbook

pytestmark = pytest.mark.django_db
NEW = "/en/imports/practices.questionnaire/new/"
WHOLE = {
    "code": "1",
    "title": "Mesas de diálogo",
    "summary": "Vecinos y policía acuerdan cada mes qué hacer en su barrio.",
    "organization_name": "Municipalidad de Mixco",
    "topics": "youth; data-and-observatories",
    "prevention_level": "Prevención primaria",
    "population_reach": "universal",
    "approaches": "community",
    "scale": "local",
    "started_on": "2019-03",
    "is_ongoing": "sí",
    "diagnosis": "Muchos conflictos entre vecinos.",
    "population_description": "Vecinos de doce barrios.",
    "objectives": "Menos conflictos.",
    "activities": "Una mesa cada mes.",
    "implementing_bodies": "La municipalidad.",
    "cost_amount": "12.500,50",
    "cost_currency": "GTQ",
    "not_worked": "Las reuniones largas.",
    "transfer_conditions": "Una persona que modere.",
    "offers_assistance": "yes",
    "contact_unit": "Unidad de Prevención",
    "contact_email": "prevencion@mixco.example",
    "licence": "cc_by",
    "consents_to_publish": "yes",
}
BLOCKS = [("code", "name", "description"), (1, "Mesa mensual", "Una hora, siempre el mismo día.")]
OUTCOMES = [("code", "indicator", "unit", "baseline", "result"), (1, "Denuncias", "percent", 40, 25.5)]
EVALUATIONS = [("code", "design", "year"), ("1", "before_after", 2022)]


def table(*rows: dict[str, Any], **sheets: Any) -> bytes:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    main = [columns, *([row.get(name) for name in columns] for row in rows)]
    return workbook({"Practices": main, **sheets})


def whole() -> bytes:
    from practices.choices import Licence

    row = WHOLE | {"licence": Licence.values[0]}
    return table(row, Blocks=BLOCKS, Outcomes=OUTCOMES, Evaluations=EVALUATIONS)


@pytest.fixture
def at_work(client: Client, contributor_of_guatemala: User) -> Client:
    client.force_login(contributor_of_guatemala)
    return client


def looked_at(client: Client, content: bytes, name: str = "q.xlsx", state: str = "GT") -> Import:
    data = {"owner": f"state:{state}", "language": "es", "file": upload(content, name)}
    answer = client.post(NEW, data)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    batch = Import.objects.latest("pk")
    read_import(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def taken(client: Client, batch: Import) -> Import:
    client.post(f"/en/imports/{batch.uuid}/accept/")
    take_import(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def test_a_whole_row_becomes_a_draft_that_can_be_submitted_as_it_is(
    at_work: Client, focal_point_of_guatemala: User, contributor_of_guatemala: User
) -> None:
    assert taken(at_work, looked_at(at_work, whole())).state == ImportState.DONE
    practice = Practice.objects.get()
    assert (practice.state, practice.country_id, practice.depth) == (PracticeState.DRAFT, "GT", Depth.FULL)
    assert (practice.title_es, practice.started_on, practice.author) == (
        "Mesas de diálogo",
        "2019-03",
        contributor_of_guatemala,
    )
    assert (str(practice.cost_amount), practice.organization.name) == ("12500.50", "Municipalidad de Mixco")
    assert sorted(topic.pk for topic in practice.topics.all()) == ["data-and-observatories", "youth"]
    assert (practice.offers_assistance, practice.is_ongoing) == (True, True)
    assert practice.building_blocks.get().name_es == "Mesa mensual"
    assert str(practice.outcomes.get().result) == "25.5000"
    assert practice.evaluations.get().year == 2022
    assert [step.verb for step in TransitionEvent.objects.all()] == ["start"]
    submit_practice(practice=practice, by=focal_point_of_guatemala)
    assert Practice.objects.get().state == PracticeState.SUBMITTED


def test_a_title_alone_is_a_snapshot_with_gaps(at_work: Client) -> None:
    taken(at_work, looked_at(at_work, table({"title": "Solo un título"})))
    assert Practice.objects.get().depth == Depth.SNAPSHOT


def test_the_same_file_twice_makes_nothing_twice(at_work: Client) -> None:
    content = table(WHOLE | {"licence": ""}, {"title": "Otra"})
    taken(at_work, looked_at(at_work, content))
    batch = looked_at(at_work, content)
    assert set(batch.rows.values_list("verdict", flat=True)) == {Verdict.SAME}
    batch = looked_at(at_work, table({"code": "1", "title": "Otro título"}))
    assert batch.rows.get().verdict == Verdict.SAME
    taken(at_work, batch)
    assert Practice.objects.count() == 2
    Practice.objects.get(title_es="Otra").delete()
    assert looked_at(at_work, content).rows.filter(verdict=Verdict.NEW).count() == 1


def test_every_row_says_what_is_wrong_with_it_at_its_column(at_work: Client) -> None:
    bad = {"code": "2", "title": "x" * 400, "started_on": "2024-05", "ended_on": "2023"}
    bad |= {"cost_amount": "much", "cost_currency": "XXQ", "contact_email": "nobody", "age_from": 200}
    outcomes = [OUTCOMES[0], (2, "Denuncias", "percent", 10, 120), (2, "", "percent", 10, 12)]
    batch = looked_at(at_work, table(bad, {"code": "3", "summary": "Sin título"}, Outcomes=outcomes))
    assert set(batch.rows.values_list("verdict", flat=True)) == {Verdict.FAULTY}
    page = at_work.get(batch.get_absolute_url()).content.decode()
    for words in (
        "<b>Title</b>: Write at most",
        "<b>Title</b>: This field is required.",
        "The end lies before the start",
        "<b>Cost</b>: Write a number.",
        "XXQ is not a known currency.",
        "Enter a valid email address.",
        "<b>Outcomes, line 2: Result</b>: A percentage cannot be more than 100.",
        "<b>Outcomes, line 3: Indicator</b>: Say what was measured: the indicator.",
    ):
        assert words in page, words
    assert not Practice.objects.exists()


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_template_stands_in_every_language_and_is_read_back(language: str, at_work: Client) -> None:
    with translation.override(language):
        book = load_workbook(blank_workbook(find("practices.questionnaire")))
    assert len(book.worksheets) == 7
    for page in book.worksheets[1:6]:
        heads = [cell.value for cell in page[1]]
        assert len(set(heads)) == len(heads), heads
    columns = [column.name for column in find("practices.questionnaire").layout().main.columns]
    for name in ("code", "title", "topics", "scale"):
        book.worksheets[1].cell(2, columns.index(name) + 1, WHOLE[name])
    book.worksheets[2].append([1, "Mesa"])
    file = io.BytesIO()
    book.save(file)
    batch = looked_at(at_work, file.getvalue())
    assert [(row.verdict, len(row.part("building_blocks"))) for row in batch.rows.all()] == [("new", 1)]


def test_many_rows_may_belong_to_few_but_there_are_at_most_two_thousand(at_work: Client) -> None:
    many = [OUTCOMES[0], *([number % 100, "Denuncias", "percent", 1, 2] for number in range(2500))]
    rows = [{"code": number, "title": f"Práctica {number}"} for number in range(100)]
    assert looked_at(at_work, table(*rows, Outcomes=many)).rows_all == 100
    batch = looked_at(at_work, b"title\n" + b"".join(b"T%d\n" % number for number in range(2001)), "q.csv")
    assert (batch.state, batch.fault["code"]) == (ImportState.FAILED, "too_many")


def test_an_outsider_neither_sees_nor_takes_nor_hands_in(
    client: Client, at_work: Client, focal_point_of_chile: User
) -> None:
    batch = looked_at(at_work, whole())
    client.force_login(focal_point_of_chile)
    assert client.get(batch.get_absolute_url()).status_code == 404
    assert client.post(f"/en/imports/{batch.uuid}/accept/").status_code == 404
    data = {"owner": "state:GT", "language": "es", "file": upload(whole())}
    assert client.post(NEW, data).status_code == 422
    take_import(batch=batch.pk)
    assert not Practice.objects.exists()


def test_who_loses_the_role_meanwhile_takes_nothing_over(
    at_work: Client, contributor_of_guatemala: User
) -> None:
    from django.utils import timezone

    batch = looked_at(at_work, whole())
    at_work.post(f"/en/imports/{batch.uuid}/accept/")
    contributor_of_guatemala.role_grants.update(revoked_at=timezone.now())
    take_import(batch=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, Practice.objects.count()) == (ImportState.CANCELLED, 0)
