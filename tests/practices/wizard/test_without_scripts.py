"""The wizard passes without scripts: a snapshot by a contributor, a full record with lists and a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from practices.choices import Depth, PracticeState
from practices.models import Practice

from .pages import read_form, send, step_url

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


@pytest.fixture
def start(client, contributor_of_guatemala):
    """Begin a practice by the form."""

    def begin(depth, user=contributor_of_guatemala, language="es"):
        client.force_login(user)
        answer = client.post(
            reverse("practices:new"), {"country": "GT", "source_language": language, "depth": depth}
        )
        assert answer.status_code == 302
        practice = Practice.objects.get()
        assert answer.url == step_url(practice, "identity")
        return practice

    return begin


IDENTITY = {
    "title": "Modelo de Abordaje",
    "summary": "Mesas de diálogo que resuelven conflictos antes de que sean violentos.",
    "organization": "",
    "organization_name": "Gobierno de Guatemala",
    "topics": ["youth"],
    "prevention_level": "primary",
    "population_reach": "universal",
    "approaches": ["community"],
    "scale": "local",
    "started_on_year": "2019",
}
CONSENT = {
    "contact_unit": "Dirección de Prevención",
    "contact_email": "prevencion@example.org",
    "licence": "cc_by_4",
    "consents_to_publish": "on",
}


def test_a_contributor_writes_a_snapshot_and_hands_it_to_the_focal_point(client, start):
    practice = start("snapshot")
    answer = send(client, step_url(practice, "identity"), {**IDENTITY, "_next": "1"})
    assert answer.url == step_url(practice, "problem")
    answer = send(client, step_url(practice, "problem"), {"diagnosis": "Hay conflictos.", "_next": "1"})
    assert answer.url == step_url(practice, "action")
    answer = send(client, step_url(practice, "action"), {"objectives": "Menos.", "activities": "Mesas."})
    assert answer.url == step_url(practice, "consent")
    answer = send(client, step_url(practice, "consent"), CONSENT)
    assert answer.url == reverse("practices:draft", args=[practice.uuid])
    practice.refresh_from_db()
    assert practice.title_es == "Modelo de Abordaje"
    assert not practice.title_en
    assert practice.organization.name == "Gobierno de Guatemala"
    assert practice.started_on == "2019"
    assert practice.missing() == {}
    client.post(reverse("practices:draft_clearance", args=[practice.uuid]), {"revision": practice.revision})
    practice.refresh_from_db()
    assert practice.state == PracticeState.AWAITING_CLEARANCE


def test_a_focal_point_writes_a_full_record_with_lists_and_a_picture_and_submits_it(
    client, start, focal_point_of_guatemala
):
    practice = start("full", focal_point_of_guatemala)
    send(client, step_url(practice, "identity"), IDENTITY)
    send(
        client,
        step_url(practice, "problem"),
        {"diagnosis": "Hay conflictos.", "population_description": "Todos.", "reached_from": "70.000"},
    )
    answer = send(
        client,
        step_url(practice, "action"),
        {
            "objectives": "Menos.",
            "activities": "Mesas.",
            "building_blocks-0-name": "Mesa de diálogo",
            "_add": "building_blocks",
        },
    )
    assert answer.url == f"{step_url(practice, 'action')}?add=building_blocks#building_blocks-1"
    send(client, answer.url.partition("#")[0], {"building_blocks-1-name": "Mediadores jóvenes"})
    send(
        client,
        step_url(practice, "means"),
        {
            "implementing_bodies": "El Gobierno.",
            "partners-0-name": "Cáritas",
            "partners-0-sector": "civil_society",
            "cost_amount": "1.250.000,50",
            "cost_currency": "GTQ",
        },
    )
    send(
        client,
        step_url(practice, "results"),
        {
            "outcomes-0-indicator": "Conflictos cerrados por acuerdo",
            "outcomes-0-unit": "percent",
            "outcomes-0-baseline": "41,5",
            "outcomes-0-result": "58",
            "outcomes-0-measured_from_year": "2020",
            "evaluations-0-design": "before_after",
        },
    )
    send(
        client,
        step_url(practice, "lessons"),
        {"not_worked": "Nada.", "transfer_conditions": "Un convenio.", "offers_assistance": "yes"},
    )
    files = reverse("practices:material_add", args=[practice.uuid])
    upload = SimpleUploadedFile("mesa.png", PNG)
    answer = client.post(
        files, {"upload-file": upload, "upload-title": "Una mesa", "upload-alternative_text": "Diez personas"}
    )
    assert answer.status_code == 302
    send(client, step_url(practice, "consent"), CONSENT)
    practice.refresh_from_db()
    assert practice.missing() == {}
    assert [str(block) for block in practice.building_blocks.all()] == [
        "Mesa de diálogo",
        "Mediadores jóvenes",
    ]
    assert practice.reached_from == 70000
    assert str(practice.cost_amount) == "1250000.50"
    assert str(practice.outcomes.get().baseline) == "41.5000"
    assert practice.materials.get().alternative_text_es == "Diez personas"
    assert practice.offers_assistance is True
    client.post(reverse("practices:draft_submit", args=[practice.uuid]), {"revision": practice.revision})
    practice.refresh_from_db()
    assert practice.state == PracticeState.SUBMITTED


def test_a_row_is_removed_by_its_button_and_the_others_move_up(client, start):
    practice = start("full")
    url = step_url(practice, "action")
    send(client, url, {"building_blocks-0-name": "Primero", "_add": "building_blocks"})
    send(client, f"{url}?add=building_blocks", {"building_blocks-1-name": "Segundo"})
    answer = send(client, url, {"_remove": "building_blocks-0"})
    assert answer.status_code == 302
    assert [str(block) for block in practice.building_blocks.all()] == ["Segundo"]


def test_a_section_sent_twice_makes_its_rows_once(client, start):
    practice = start("full")
    url = step_url(practice, "results")
    data = {**read_form(client, url), "outcomes-0-indicator": "Homicidios", "_autosave": "1"}
    for _time in range(3):
        answer = client.post(url, data)
        assert answer.status_code == 200
        data["revision"] = answer.json()["revision"]
    assert practice.outcomes.count() == 1


def test_the_depth_can_change_and_nothing_that_is_written_is_lost(client, start):
    practice = start("full")
    send(client, step_url(practice, "lessons"), {"not_worked": "El horario."})
    client.post(reverse("practices:draft_depth", args=[practice.uuid]), {"depth": Depth.SNAPSHOT})
    practice.refresh_from_db()
    assert practice.depth == Depth.SNAPSHOT
    assert client.get(step_url(practice, "lessons")).status_code == 404
    client.post(reverse("practices:draft_depth", args=[practice.uuid]), {"depth": Depth.FULL})
    assert "El horario." in client.get(step_url(practice, "lessons")).content.decode()
