"""Chile adapts a practice of Guatemala; a third state stands outside."""

from typing import Any

import pytest

from network.choices import Role
from network.models import MemberState, User
from practices.models import Adaptation, Practice
from practices.services.adapting.writing import AdaptationWords, start_adaptation
from tests.factories import UserFactory

WORDS = AdaptationWords(
    language="es",
    texts={
        "title": "Observatorio comunal",
        "places": "Puente Alto",
        "kept": "Las mesas semanales.",
        "changed": "Los datos llegan por vía electrónica.",
        "result": "Los homicidios bajaron de 12 a 7.",
        "contact_unit": "Dirección de Seguridad",
    },
    values={"started_on": "2022-03", "ended_on": "2024", "is_ongoing": False},
)


@pytest.fixture
def contributor_of_chile(chile: MemberState) -> User:
    """Drafts for Chile."""
    return UserFactory(full_name="Javier Soto", language="es", roles=[(Role.CONTRIBUTOR, "CL")])


@pytest.fixture
def focal_point_of_brazil(db: None) -> User:
    """The outsider."""
    return UserFactory(full_name="Ana Souza", language="pt", roles=[(Role.FOCAL_POINT, "BR")])


@pytest.fixture
def draft(published_of_guatemala: Practice, contributor_of_chile: Any, chile: MemberState) -> Adaptation:
    """What Chile made of it, as its author saved it."""
    return start_adaptation(
        practice=published_of_guatemala, by=contributor_of_chile, country=chile, words=WORDS
    )
