"""A kept connection costs no question to the server, and one that the server closed is noticed."""

import time

import pytest
from django.db import connection
from django.db.backends.postgresql import base


@pytest.fixture
def kept(db):
    kept = connection.copy()
    kept.ensure_connection()
    yield kept
    kept.close()


def test_a_connection_that_stands_is_not_asked(kept, monkeypatch):
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda self: pytest.fail("the server was asked"))
    assert kept.is_usable()


def test_a_connection_that_the_server_closed_is_made_anew(kept):
    before = kept.connection.info.backend_pid
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before])
    for _ in range(100):
        if not kept.is_usable():
            break
        time.sleep(0.02)
    kept.health_check_enabled, kept.health_check_done = True, False  # as at the start of a request
    with kept.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    assert kept.connection.info.backend_pid != before


def test_after_an_error_the_server_is_asked(kept, monkeypatch):
    asked = []
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda self: not asked.append(self))
    kept.errors_occurred = True
    assert kept.is_usable()
    assert asked == [kept]
