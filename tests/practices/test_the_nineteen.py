"""The practices of the meeting of ministers, as the Secretariat records them from its report."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pandas
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from network.models import MemberState, Organization, User
from network.services.secretariat import SECRETARIAT
from practices.models import Practice
from practices.services.exporting import COLUMNS
from practices.services.record_files import DEFAULT_FILE

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("nineteen"),
    pytest.mark.xdist_group("the nineteen"),
]


@pytest.fixture(scope="module")
def nineteen(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The practices of the meeting, loaded once; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_practices")
        yield
        transaction.set_rollback(True)


def state_of_the_world() -> tuple[Any, ...]:
    """All that loading may make, with every value but the time of the last look."""
    return (
        sorted(Practice.objects.values_list("pk", "identifier", "revision", "changed_at")),
        Organization.objects.count(),
        User.objects.count(),
    )


def test_the_nineteen_practices_of_the_meeting_of_ministers_are_published() -> None:
    """What the source states is there, and only that."""
    source = json.loads(DEFAULT_FILE.read_text(encoding="utf-8"))["practices"]
    assert Practice.objects.published().count() == len(source) == 19
    practice = Practice.objects.get(title_es="Plan de Intervención Social «24 Horas»")
    assert practice.country_id == "CL"
    assert (practice.source_language, practice.title_language) == ("en", "es")
    assert practice.passage("title", "fr").language == "es"
    assert practice.passage("summary", "fr").language == "en"
    assert practice.title_en in (None, "")
    assert (practice.reached_from, practice.reached_until, practice.reach_basis) == (70000, 90000, "per_year")
    assert (
        practice.original("population_description") == "Young people at risk of offending and their families"
    )
    assert practice.original("places") == "299 communities"
    assert practice.approaches == ["social"]
    assert {topic.pk for topic in practice.topics.all()} == {"youth", "family", "local-government"}
    assert practice.organization.is_verified
    assert practice.organization.name_language == "es"
    assert practice.is_classification_confirmed is False
    assert (practice.source_document, practice.source_place) == ("Report of the Rapporteur, MISPA-V", "4.b")
    assert practice.presented_by.startswith("Patricio Reyes")
    for name in ("scale", "population_reach", "licence", "started_on", "contact_email", "gender_focus"):
        assert getattr(practice, name) == ""
    assert practice.offers_assistance is None
    assert [event.verb for event in practice.transitions.all()] == ["start", "submit", "claim", "publish"]


def test_years_and_notes_of_the_source_are_kept() -> None:
    """Peru's plan says its years, Canada's record a note."""
    plan = Practice.objects.get(country="PE")
    assert (plan.started_on, plan.ended_on) == ("2013", "2018")
    assert Practice.objects.get(country="CA").source_note_en.startswith("The source only names")


def test_offers_to_share_are_marked_as_horizontal_assistance(client: Client) -> None:
    """Of those that the report says were offered: in the record, in the list, by the filter."""
    offered = {"Modelo de Abordaje", "Modelo preventivo, proactivo y comunitario"}
    found = Practice.objects.filter(offers_assistance=True)
    assert found.count() == 3
    assert offered < {practice.original("title") for practice in found}
    page = client.get("/es/practices/?assistance=yes").content.decode()
    assert all(practice.identifier in page for practice in found)
    assert "3 prácticas" in page
    model = found.get(title_es="Modelo de Abordaje")
    own = client.get(f"/en/practices/{model.identifier}/").content.decode()
    assert re.search(r"horizontal assistance</dt>\s*<dd[^>]*>\s*Yes", own)


def test_states_that_do_not_take_part_keep_what_they_contributed() -> None:
    """Nicaragua left, Venezuela is contested; the record stays, dated."""
    for iso2 in ("NI", "VE"):
        assert not MemberState.objects.get(pk=iso2).is_active
        assert Practice.objects.published().filter(country=iso2).count() == 1


def test_loading_twice_changes_nothing() -> None:
    """Neither a practice more nor a changed value."""
    before = state_of_the_world()
    call_command("load_practices")
    assert state_of_the_world() == before


def test_what_staff_corrected_is_kept_when_the_file_is_loaded_again() -> None:
    """The file brings in; people look after it."""
    Practice.objects.filter(country="PE").update(summary_en="Corrected.")
    call_command("load_practices")
    assert Practice.objects.get(country="PE").summary_en == "Corrected."


def test_nobody_can_sign_in_as_the_secretariat() -> None:
    """The account records and screens; it has no password and is not active."""
    account = User.objects.get(email=SECRETARIAT)
    assert not account.is_active
    assert not account.has_usable_password()


def test_analysts_read_the_files_of_a_search(client: Client) -> None:
    """With pandas, as CSV and as a workbook: the same rows, types that fit, and no cell that computes."""
    Practice.objects.filter(country="PE").update(title_es='=HYPERLINK("http://evil.example")')
    files = {
        form: b"".join(client.get(f"/es/practices/list.{form}").streaming_content) for form in ("csv", "xlsx")
    }
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert not [cell for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]
    tables = {
        "csv": pandas.read_csv(io.BytesIO(files["csv"]), encoding="utf-8"),
        "xlsx": pandas.read_excel(io.BytesIO(files["xlsx"])),
    }
    assert not tables["csv"].astype(str).apply(lambda column: column.str.startswith("=")).any(axis=None)
    for form, table in tables.items():
        assert tuple(table.columns) == COLUMNS, form
        assert len(table) == table["identifier"].nunique() == 19
        assert set(table["state"]) == set(Practice.objects.values_list("country", flat=True))
        assert "Pacto Nacional pela Redução de Homicídios" in set(table["title"])
        assert table["version"].dtype == "int64"
        assert set(table["is_example"]) == {False}
        assert pandas.to_datetime(table["published_at"], format="ISO8601").notna().all()
        plan = table.set_index("title").loc["Plan de Intervención Social «24 Horas»"]
        assert (plan["reached_from"], plan["topics"]) == (70000, "family local-government youth")
        assert int(table["offers_assistance"].astype("boolean").sum()) == 3
