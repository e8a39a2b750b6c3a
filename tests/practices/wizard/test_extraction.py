"""The text inside attached files reaches the record, and the search when the practice is public."""

import pytest
from django.core.files.base import ContentFile

from network.notifications.models import OutboxEntry
from network.notifications.services import run_entry
from network.services.inspecting import confined
from practices.choices import PracticeState
from practices.models import Material
from practices.models.parts import ExtractionState
from practices.services.materials import EXTRACTION, attach_file, remove_material
from tests.notifications.conftest import _own_server, broker, wait_for, worker

from . import hostile

assert _own_server
assert broker
assert worker  # fixtures

TEXTS = [
    ("informe.pdf", hostile.pdf, "Informe de evaluacion"),
    ("informe.docx", hostile.docx, "Mesas de diálogo"),
    ("datos.xlsx", hostile.xlsx, "Homicidios"),
    ("notas.txt", lambda: "ñandú".encode(), "ñandú"),
    ("notas.txt", lambda: "ñandú".encode("cp1252"), "ñandú"),
]


@pytest.fixture
def attached(draft_of_guatemala, contributor_of_guatemala):
    """Attach a file; its text waits."""

    def attach(name, content):
        return attach_file(
            practice=draft_of_guatemala,
            by=contributor_of_guatemala,
            upload=ContentFile(content, name),
            name=name,
        )

    return attach


def run(material):
    """Do what the outbox promised."""
    entry = OutboxEntry.objects.get(task=EXTRACTION, args={"material_id": material.pk})
    run_entry(entry_id=entry.pk)
    entry.refresh_from_db()
    return entry


@pytest.mark.parametrize(("name", "make", "text"), TEXTS)
def test_the_text_of_a_file_is_read(attached, name, make, text):
    material = attached(name, make())
    assert material.extraction_state == ExtractionState.WAITING
    assert run(material).state == "done"
    material.refresh_from_db()
    assert text in material.extracted_text
    assert material.extraction_state == ExtractionState.DONE


def test_a_real_worker_reads_what_was_attached(worker, attached):
    material = attached("informe.docx", hostile.docx())
    assert wait_for(lambda: Material.objects.get(pk=material.pk).extraction_state == ExtractionState.DONE)
    assert "Mesas de diálogo" in Material.objects.get(pk=material.pk).extracted_text


def test_a_file_that_explodes_while_it_is_read_is_marked_and_stands_in_nobodys_way(attached):
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:t xmlns:w="w">&b;</w:t>'
    material = attached("informe.docx", hostile.docx(bomb))
    assert run(material).state == "done"
    material.refresh_from_db()
    assert material.extraction_state == ExtractionState.FAILED
    assert material.extracted_text == ""


def test_a_file_that_was_removed_before_its_turn_is_skipped(attached, contributor_of_guatemala):
    material = attached("informe.pdf", hostile.pdf())
    pk = material.pk
    remove_material(material=material, by=contributor_of_guatemala)
    material.pk = pk
    assert run(material).state == "skipped"


def test_reading_stops_when_its_time_is_up(monkeypatch):
    monkeypatch.setattr(confined, "TEXT_SECONDS", 1)
    monkeypatch.setattr(confined, "_HERE", confined._HERE / "nowhere")
    with pytest.raises(confined.ConfinedError):
        confined.text_confined(ContentFile(b"x"), "text/plain")


def test_the_text_of_a_published_practices_file_reaches_the_search(attached, draft_of_guatemala):
    from network.search.models import SearchRow  # late: the search is another app's

    material = attached("informe.pdf", hostile.pdf("Palabrarara"))
    draft_of_guatemala.identifier, draft_of_guatemala.state = "GP-2026-0001", PracticeState.PUBLISHED
    draft_of_guatemala.published_at = draft_of_guatemala.created_at
    draft_of_guatemala.save()
    run(material)
    rows = SearchRow.objects.filter(kind="practice", object_id=draft_of_guatemala.pk)
    assert rows.extra(where=["vector @@ to_tsquery('simple', 'palabrarara')"]).exists()
