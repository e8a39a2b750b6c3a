"""A row of the questionnaire becomes a draft, by the same steps that the wizard takes."""

from collections.abc import Mapping

from django.db import transaction

from network.models import MemberState, User

from ..choices import Depth
from ..models import Practice
from .drafting import SectionData, start_practice, write_sections

KIND = "practices.questionnaire"


@transaction.atomic
def draft_practice(
    *, by: User, country: MemberState, language: str, depth: Depth, sections: Mapping[str, SectionData]
) -> Practice:
    """Begin a draft of the state and write its sections, by their slugs. Raises PermissionDenied."""
    practice = start_practice(by=by, country=country, source_language=language, depth=depth)
    return write_sections(practice=practice, by=by, sections=sections)
