"""Health says what holds, and says it also when something does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from network.notifications.models import Canary
from network.notifications.services import enqueue
from network.views import health


def test_alive_needs_no_database(client):
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_when_the_database_has_every_migration(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)
    assert client.get("/health/ready").json() == {"status": "ok", "database": "ok", "migrations": "ok"}


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'notifications'")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["migrations"] == "waiting"


@pytest.mark.django_db
def test_work_is_failing_until_a_canary_came_round_through_each_queue(client):
    answer = client.get("/health/work")
    assert answer.status_code == 503
    assert answer.json()["canary mail"] == {"well": False, "detail": "never came round"}
    for queue in ("mail", "default", "translate", "bulk"):
        Canary.objects.create(queue=queue, returned_at=timezone.now())
    assert client.get("/health/work").status_code == 200
    Canary.objects.filter(queue="bulk").update(returned_at=timezone.now() - timedelta(minutes=4))
    assert client.get("/health/work").json()["canary bulk"]["well"] is False


@pytest.mark.django_db
def test_work_that_waits_too_long_is_told(client):
    entry = enqueue(task="tests.anything", dedupe_key="late")
    type(entry).objects.update(next_at=timezone.now() - timedelta(minutes=6))
    assert client.get("/health/work").json()["waiting"]["well"] is False


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/health/work"])
def test_health_is_only_read_and_never_cached(client, path):
    assert client.post(path).status_code == 405
    assert "no-store" in client.get(path)["Cache-Control"]
