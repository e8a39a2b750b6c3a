"""The people of both sides: Antigua and Barbuda asks, Guatemala offers; Chile has the outsider."""

import pytest

from network.choices import Role
from network.models import User
from tests.factories import UserFactory


@pytest.fixture
def antigua(db: None) -> User:
    """Focal point of Antigua and Barbuda."""
    return UserFactory(full_name="Shari Joseph", language="en", roles=[(Role.FOCAL_POINT, "AG")])


@pytest.fixture
def writer_of_antigua(db: None) -> User:
    """Drafts for Antigua and Barbuda."""
    return UserFactory(full_name="Kemal Browne", language="en", roles=[(Role.CONTRIBUTOR, "AG")])
