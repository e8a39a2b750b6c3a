"""Who reports: the Organization, by the identifier that the settings give."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_noop

from network.choices import Language

from ...models import Project
from . import codes
from .writing import element, narratives

ORGANIZATION = gettext_noop("Organization of American States")


def in_languages(text: str) -> list[tuple[str, str]]:
    """A text of the interface in the four languages."""
    found = []
    for code in Language.values:
        with translation.override(code):
            found.append((translation.gettext(text), code))
    return found


def passages(project: Project, field: str) -> list[tuple[str, str]]:
    """A project's text as it was written, and translations that a person approved."""
    original = project.passage(field, project.language_of(field))
    found = [(original.text, original.language)]
    for code in Language.values:
        passage = project.passage(field, code)
        if passage and not passage.is_original and not passage.is_machine:
            found.append((passage.text, code))
    return found


def reporting_org() -> str:
    """The organisation that publishes."""
    attributes = {"ref": settings.IATI_REPORTING_ORG, "type": codes.MULTILATERAL}
    return element("reporting-org", attributes, narratives(in_languages(ORGANIZATION)))


def participating(role: str, **attributes: str) -> str:
    """The Organization in a role."""
    said = {"ref": settings.IATI_REPORTING_ORG, "role": role, "type": codes.MULTILATERAL} | attributes
    return element("participating-org", said, narratives(in_languages(ORGANIZATION)))


def identifier(code: str) -> str:
    """An activity's identifier: begins with the one of who reports."""
    return f"{settings.IATI_REPORTING_ORG}-{code}"
