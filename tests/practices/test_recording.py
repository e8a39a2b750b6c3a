"""Practices that the Secretariat records from an official document."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from network.models import MemberState, Organization, User
from network.services.secretariat import SECRETARIAT
from practices.models import Practice
from practices.services.record_files import DEFAULT_FILE

pytestmark = pytest.mark.django_db
RECORD = {
    "state": "CL",
    "title": "Plan de prueba",
    "title_language": "es",
    "organization": "Ministerio de prueba",
    "summary_en": "A plan.",
    "prevention_level": "primary",
    "approach": "social",
    "topics": ["youth"],
    "section": "4.a",
}


def write(folder: Path, *records: Any, **top: Any) -> Path:
    """A file of records."""
    path = folder / "records.json"
    path.write_text(json.dumps({"source": "A report", "practices": list(records), **top}), encoding="utf-8")
    return path


def state_of_the_world() -> tuple[Any, ...]:
    """All that loading may make, with every value but the time of the last look."""
    return (
        sorted(Practice.objects.values_list("pk", "identifier", "revision", "changed_at")),
        Organization.objects.count(),
        User.objects.count(),
    )


def test_the_nineteen_practices_of_the_meeting_of_ministers_are_published() -> None:
    """What the source states is there, and only that."""
    call_command("load_practices")
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
    call_command("load_practices")
    plan = Practice.objects.get(country="PE")
    assert (plan.started_on, plan.ended_on) == ("2013", "2018")
    assert Practice.objects.get(country="CA").source_note_en.startswith("The source only names")


def test_states_that_do_not_take_part_keep_what_they_contributed() -> None:
    """Nicaragua left, Venezuela is contested; the record stays, dated."""
    call_command("load_practices")
    for iso2 in ("NI", "VE"):
        assert not MemberState.objects.get(pk=iso2).is_active
        assert Practice.objects.published().filter(country=iso2).count() == 1


def test_loading_twice_changes_nothing() -> None:
    """Neither a practice more nor a changed value."""
    call_command("load_practices")
    before = state_of_the_world()
    call_command("load_practices")
    assert state_of_the_world() == before


def test_what_staff_corrected_is_kept_when_the_file_is_loaded_again() -> None:
    """The file brings in; people look after it."""
    call_command("load_practices")
    Practice.objects.filter(country="PE").update(summary_en="Corrected.")
    call_command("load_practices")
    assert Practice.objects.get(country="PE").summary_en == "Corrected."


def test_nobody_can_sign_in_as_the_secretariat() -> None:
    """The account records and screens; it has no password and is not active."""
    call_command("load_practices")
    account = User.objects.get(email=SECRETARIAT)
    assert not account.is_active
    assert not account.has_usable_password()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({**RECORD, "state": "ZZ"}, "Record 1.*ZZ"),
        ({**RECORD, "topics": ["nothing"]}, "Record 1.*nothing"),
        ({**RECORD, "topics": "youth"}, "Record 1.*topics"),
        ({**RECORD, "topics": []}, "Record 1.*topics"),
        ({**RECORD, "approach": "magic"}, "Record 1.*magic"),
        ({**RECORD, "prevention_level": 3}, "Record 1.*prevention_level"),
        ({**RECORD, "title": " "}, "Record 1.*title"),
        ({**RECORD, "title": "x" * 300}, "200"),
        ({**RECORD, "start": "yesterday"}, "year"),
        ({**RECORD, "start": 2013}, "start"),
        ({**RECORD, "surprise": 1}, "surprise"),
        ({**RECORD, "beneficiaries_per_year": {"min": 9, "max": 1}}, "beneficiaries"),
        ({**RECORD, "beneficiaries_per_year": {"min": True, "max": 2}}, "beneficiaries"),
        ("not a record", "Record 1"),
        (None, "Record 1"),
    ],
)
def test_a_file_with_a_wrong_record_says_which_and_loads_nothing(
    record: Any, words: str, tmp_path: Path
) -> None:
    """The good record before it is not loaded either."""
    good = {**RECORD, "title": "Otro plan"}
    path = write(tmp_path, record, good)
    with pytest.raises(CommandError, match=words):
        call_command("load_practices", str(path))
    assert not Practice.objects.exists()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"practices": []}', b'{"source": "x"}'])
def test_a_file_that_is_no_such_file_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    """Neither a traceback nor half a load."""
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="file"):
        call_command("load_practices", str(path))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message holds the path."""
    with pytest.raises(CommandError, match=r"nowhere\.json"):
        call_command("load_practices", str(tmp_path / "nowhere.json"))


def test_two_records_of_one_organization_share_it(tmp_path: Path) -> None:
    """And two titles at one place of the source are two practices."""
    call_command("load_practices", str(write(tmp_path, RECORD, {**RECORD, "title": "Segundo plan"})))
    assert Practice.objects.count() == 2
    assert Organization.objects.filter(name="Ministerio de prueba").count() == 1
