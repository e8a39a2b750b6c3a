"""The small fund that tests of the ledger share."""

import pytest

from tests.factories.fund import SmallFund, make_small_fund


@pytest.fixture
def small_fund(db: None) -> SmallFund:
    """A fund with one donor, one project, an officer, an approver and an auditor."""
    return make_small_fund()
