"""The practices of the meeting of ministers, as the Secretariat records them from its report."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from network.models import MemberState, Organization, User
from network.services.secretariat import SECRETARIAT
from practices.models import Practice
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
