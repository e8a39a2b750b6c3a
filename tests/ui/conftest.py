"""What the tests of the face share."""

import pytest

from network.ui import slots


@pytest.fixture
def no_fillings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of the Network without what the apps put there."""
    monkeypatch.setattr(slots, "_fillings", {})
