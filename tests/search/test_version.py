"""A database whose rows were made by earlier rules is indexed anew when the portal starts."""

import dataclasses
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from network.config.preparation import _rebuild_search
from network.search import registry
from network.search.models import IndexVersion, SearchRow
from network.search.services import version
from practices.services import indexing, making
from practices.services.indexing import KIND
from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db


def spoil() -> None:
    """Rows as earlier rules might have made them."""
    SearchRow.objects.update(title="As it was", signs="")


def test_rows_of_earlier_rules_are_made_anew_at_start(client: Client) -> None:
    """Also where nobody knows by which rules they were made."""
    practice = PublishedPracticeFactory(title_es="Observatorio")
    for made_by in (None, "0.9"):
        IndexVersion.objects.filter(kind=KIND).delete()
        if made_by:
            IndexVersion.objects.create(kind=KIND, version=made_by)
        spoil()
        assert _rebuild_search() is True
        assert SearchRow.objects.get(object_id=practice.pk).title == "Observatorio"
        assert "Observatorio" in client.get("/es/practices/").content.decode()
        call_command("reconcile")


def test_a_start_with_rows_of_these_rules_asks_once(django_assert_num_queries: Any) -> None:
    """Nothing is written."""
    PublishedPracticeFactory()
    _rebuild_search()
    spoil()
    with django_assert_num_queries(1):
        assert _rebuild_search() is False
    assert SearchRow.objects.get().title == "As it was"


def test_a_kind_that_makes_its_entries_by_other_rules_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each app says so for its own."""
    _rebuild_search()
    assert version.outdated() == []
    changed = dataclasses.replace(registry.indexer_of(KIND), version=99)
    monkeypatch.setitem(registry._indexers, KIND, changed)
    assert version.outdated() == [KIND]


def test_what_was_broken_off_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a whole index is noted as made."""
    PublishedPracticeFactory()
    IndexVersion.objects.all().delete()

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(version, "index_objects", fail)
        with pytest.raises(RuntimeError):
            _rebuild_search()
    assert KIND in version.outdated()
    assert _rebuild_search() is True
    assert version.outdated() == []


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    """And does nothing without need."""
    PublishedPracticeFactory()
    _rebuild_search()
    call_command("rebuild_search")
    assert capsys.readouterr().out == ""
    call_command("rebuild_search", "--all")
    assert f"{KIND}: 1 objects indexed." in capsys.readouterr().out.splitlines()


def test_who_changes_the_rules_raises_the_version() -> None:
    """When this fails: raise VERSION (rows.py) or the indexer's version, then put the new digest here.

    A change that makes the same rows needs the new digest alone.
    """
    search = Path(settings.BASE_DIR) / "network" / "search"
    services = search / "services"
    rules = [
        services / "rows.py",
        services / "tags.py",
        services / "entries.py",
        search / "folding.py",
        search / "sql" / "vectors.sql",
    ]
    digest = hashlib.sha256()
    for path in (*rules, Path(indexing.__file__)):
        digest.update(path.read_bytes())
    assert (version.VERSION, digest.hexdigest()[:16]) == (2, "ba8f1a35269094af")


def test_invented_practices_are_indexed_by_these_rules(settings: Any) -> None:
    """A database made in bulk is not made anew at the next start."""
    settings.DEMO = True
    making.make_practices(count=3, seed=1)
    assert KIND not in version.outdated()
