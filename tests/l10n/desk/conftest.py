"""A practice of Haiti in French, its translations by a fake engine, and those who look at them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from network.choices import Role
from network.l10n.models import Translation
from network.models import User
from practices.models import Practice
from tests.factories import UserFactory
from tests.l10n.jobs.conftest import engine, reviser_of, translated_practice, work  # noqa: F401 - fixtures

TITLE = "Médiateurs de quartier à Port-au-Prince"


@pytest.fixture(scope="module")
def translated(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The key of a practice that a machine has translated, once for all tests of a file."""
    with django_db_blocker.unblock():
        yield from translated_practice(
            source_language="fr",
            country_id="HT",
            title_fr=TITLE,
            summary_fr="Des médiateurs accompagnent les jeunes en situation de risque.",
            diagnosis_fr="Trois quartiers connaissent des affrontements.\n\nLes écoles ferment tôt.",
        )


@pytest.fixture
def practice(translated: int, db: None, engine: Any) -> Practice:  # noqa: F811
    """Published, and translated by a machine into the three other languages."""
    return Practice.objects.get(pk=translated)


@pytest.fixture
def title(practice: Practice) -> Translation:
    """Its title in Spanish."""
    return text_of(practice, "title")


def text_of(practice: Practice, field: str, language: str = "es") -> Translation:
    """One translation of a practice."""
    return Translation.objects.get(
        kind="practices.practice", object_key=str(practice.pk), field=field, target_language=language
    )


@pytest.fixture
def reviser(db: None) -> User:
    """Approves translations into Spanish."""
    return reviser_of("es", full_name="Rosa Díaz", language="es")


@pytest.fixture
def focal_point(db: None) -> User:
    """Speaks for Haiti."""
    return UserFactory(full_name="Jean Baptiste", roles=[(Role.FOCAL_POINT, "HT")])


@pytest.fixture
def manager(db: None) -> User:
    """Manages the portal."""
    return UserFactory(full_name="Elena Ruiz", roles=[Role.STAFF_MANAGER])


@pytest.fixture
def desk(client: Client, reviser: User) -> Client:
    """The reviser's browser."""
    client.force_login(reviser)
    return client


def send(client: Client, row: Translation, action: str, **data: Any) -> Any:
    """Press a button of the piece of work, as the page does."""
    data = {"action": action, "seen": row.current_hash, "text": row.proposed_text, **data}
    return client.post(f"/en/translations/{row.pk}/", data)
