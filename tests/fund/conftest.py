"""The small fund that tests of the ledger share."""

import pytest

from tests.factories.fund import SmallFund, make_small_fund

from .shared import SHARED


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that find a ledger go last, file by file: the others of their files begin without one."""
    items.sort(key=lambda item: SHARED in getattr(item, "fixturenames", ()))


@pytest.fixture
def small_fund(db: None) -> SmallFund:
    """A fund with one donor, one project, an officer, an approver and an auditor."""
    return make_small_fund()
