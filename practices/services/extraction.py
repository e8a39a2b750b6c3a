"""The text inside an attached file, for the search."""

from django.db import transaction

from network.search.services import index_objects
from network.services.inspecting.confined import ConfinedError, text_confined

from ..choices import PracticeState
from ..models import Material
from ..models.parts import ExtractionState


class GoneError(Exception):
    """The material was taken away before its turn came."""


def extract_text(*, material_id: int) -> ExtractionState:
    """Read a file's text into its row and, if the practice is public, into the search, in one transaction.

    A file that cannot be read is marked so and stands in nobody's way. Raises GoneError, and OSError when the
    storage does not answer (worth another try).
    """
    material = Material.objects.filter(pk=material_id).exclude(file="").first()
    if material is None:
        raise GoneError
    text, state = _read(material)
    with transaction.atomic():
        row = Material.objects.select_for_update().select_related("practice").filter(pk=material_id).first()
        if row is None:
            raise GoneError
        row.extracted_text, row.extraction_state = text, state
        row.save(update_fields=["extracted_text", "extraction_state"])
        if row.practice.state == PracticeState.PUBLISHED:
            index_objects("practice", [row.practice_id])
    return state


def _read(material: Material) -> tuple[str, ExtractionState]:
    try:
        with material.file.open("rb") as content:
            text = text_confined(content, material.media_type).strip()
    except (ConfinedError, FileNotFoundError):
        return "", ExtractionState.FAILED
    return text, ExtractionState.DONE
