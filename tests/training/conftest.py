"""The people of the catalogue's small world: a university in Chile, its editor, Guatemala's people."""

import pytest

from network.choices import OrganizationKind, Role
from network.models import Organization, User
from network.services import grant_role
from tests.factories import OrganizationFactory, UserFactory


def make_editor(organization: Organization, name: str = "Editor") -> User:
    """A provider editor of an organization."""
    user: User = UserFactory(full_name=name)
    grant_role(user=user, role=Role.PROVIDER_EDITOR, organization=organization, reason="test", by=None)
    return user


@pytest.fixture
def university(db: None) -> Organization:
    """A verified university of Chile."""
    return OrganizationFactory(name="Universidad del Sur", kind=OrganizationKind.ACADEMIA, state_id="CL")


@pytest.fixture
def editor(university: Organization) -> User:
    """Edits what the university offers."""
    return make_editor(university, "Rosa Soto")


@pytest.fixture
def outside_editor(db: None) -> User:
    """Edits for another university: the outsider."""
    other = OrganizationFactory(name="Other University", kind=OrganizationKind.ACADEMIA, state_id="JM")
    return make_editor(other, "Outsider")
