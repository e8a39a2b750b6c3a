"""The small world that tests share: two states, their people, and an outsider.

Guatemala's people write; Chile's focal point is the outsider, who must never see what is Guatemala's.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from network.choices import Role
from network.models import MemberState, Organization, User
from network.search import labels
from network.services.reference import load_reference
from practices.models import Practice

from . import clones
from .factories import DraftPracticeFactory, OrganizationFactory, PublishedPracticeFactory, UserFactory

NAMES: dict[Any, Any] = {}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The test database holds the reference data from the start; tests with real transactions get copies."""
    with django_db_blocker.unblock():
        load_reference()
        _read_names()
        clones.keep_template()
    yield
    with django_db_blocker.unblock():
        clones.drop_template()


def _read_names() -> None:
    """Names of states and topics as every test finds them, however long the tests before it took."""
    for code in labels.LANGUAGES:
        for read in (labels.states, labels.topics, labels.iccs_sections):
            read(code)
    labels.digest()
    NAMES.update({what: (float("inf"), names) for what, (_until, names) in labels._kept.items()})


@pytest.fixture(autouse=True)
def _names_are_known() -> None:
    """A test may change a name, and names are read anew after minutes: neither concerns the next test."""
    labels._kept.clear()
    labels._kept.update(NAMES)


@pytest.fixture
def guatemala(db: None) -> MemberState:
    """The state whose people write in these tests."""
    return _state("GT")


@pytest.fixture
def chile(db: None) -> MemberState:
    """The state of the outsider."""
    return _state("CL")


def _state(iso2: str) -> MemberState:
    return MemberState.objects.get(pk=iso2)


@pytest.fixture
def office_of_guatemala(guatemala: MemberState) -> Organization:
    """A verified government body of Guatemala."""
    return OrganizationFactory(name="Unidad para la Prevención de la Violencia", state=guatemala)


@pytest.fixture
def focal_point_of_guatemala(office_of_guatemala: Organization) -> User:
    """Clears and submits for Guatemala."""
    return UserFactory(full_name="Ana Lucía Morales", language="es", roles=[(Role.FOCAL_POINT, "GT")])


@pytest.fixture
def contributor_of_guatemala(office_of_guatemala: Organization) -> User:
    """Drafts for Guatemala."""
    return UserFactory(
        full_name="Diego Xicará",
        language="es",
        roles=[(Role.CONTRIBUTOR, "GT")],
        organization=office_of_guatemala,
    )


@pytest.fixture
def focal_point_of_chile(chile: MemberState) -> User:
    """The outsider: may do everything for Chile and nothing for Guatemala."""
    return UserFactory(full_name="Camila Rojas", language="es", roles=[(Role.FOCAL_POINT, "CL")])


@pytest.fixture
def screener(db: None) -> User:
    """Screens submissions for the Secretariat."""
    return UserFactory(full_name="Elena Ruiz", roles=[Role.SCREENER])


@pytest.fixture
def staff_manager(db: None) -> User:
    """Manages the portal for the Secretariat."""
    return UserFactory(full_name="Thomas Grant", roles=[Role.STAFF_MANAGER])


@pytest.fixture
def member(db: None) -> User:
    """Signed in, with no task for any state."""
    return UserFactory(full_name="Paula Ferreira", language="pt", roles=[Role.MEMBER])


@pytest.fixture
def visitor() -> AnonymousUser:
    """Nobody in particular."""
    return AnonymousUser()


@pytest.fixture
def draft_of_guatemala(contributor_of_guatemala: User, office_of_guatemala: Organization) -> Practice:
    """A complete snapshot still in the hands of its author."""
    return DraftPracticeFactory(author=contributor_of_guatemala, organization=office_of_guatemala)


@pytest.fixture
def published_of_guatemala(contributor_of_guatemala: User, office_of_guatemala: Organization) -> Practice:
    """A snapshot that everyone reads."""
    return PublishedPracticeFactory(author=contributor_of_guatemala, organization=office_of_guatemala)
