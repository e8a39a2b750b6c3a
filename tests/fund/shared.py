"""A ledger that the tests of one file share: made once; what a test does to it is rolled back."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils.translation import override

from tests.factories.fund import SmallFund, make_small_fund, make_varied

SHARED = "shared_ledger"


def sharing(fill: Callable[[SmallFund], Any] = make_varied) -> tuple[Any, Any]:
    """Two fixtures for a file: `shared_ledger`, filled once, and `varied`, a test's own copy of its records.

    The file's tests that find no ledger go first (conftest.py), and all to one worker (`xdist_group`).
    """

    @pytest.fixture(scope="module")
    def shared_ledger(django_db_setup: None, django_db_blocker: Any) -> Iterator[SmallFund]:
        with django_db_blocker.unblock(), override("en"), transaction.atomic():
            small = make_small_fund()
            fill(small)
            yield small
            transaction.set_rollback(True)

    @pytest.fixture
    def varied(shared_ledger: SmallFund, db: None) -> SmallFund:
        return copy.deepcopy(shared_ledger)

    return shared_ledger, varied
