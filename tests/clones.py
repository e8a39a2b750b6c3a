"""After a test with real transactions the database is made anew from a template.

Django would empty all tables instead (`flush`: TRUNCATE), which the ledger refuses, as it should: its guard
stays as it is in every test. A clone also brings the reference data back, and takes no longer.
"""

from typing import Any

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase

STRATEGY = "STRATEGY FILE_COPY"  # a third of the time of the other one, where nothing waits for a disk


def template() -> str:
    """The name of the database that copies are made from."""
    return f"{connection.settings_dict['NAME']}_template"


def keep_template() -> None:
    """Copy the prepared test database: what every test with real transactions begins with."""
    _make(template(), of=str(connection.settings_dict["NAME"]))


def drop_template() -> None:
    """Remove the copy at the end of the run."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{template()}" WITH (FORCE)')


def restore() -> None:
    """Put the template in the place of the test database, whatever was done to it."""
    _make(str(connection.settings_dict["NAME"]), of=template())


def _make(name: str, *, of: str) -> None:
    connections.close_all()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{of}" {STRATEGY}')


def _restore_after(self: TransactionTestCase) -> None:
    restore()


@pytest.fixture(autouse=True, scope="session")
def _no_flush() -> Any:
    """Replace Django's flush for the whole run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", _restore_after)
        yield
