"""The prepared schema is what the migrations make, and is used only where that is certain."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from network.config import schema
from tests.depth import DEEP

NAME = f"schema_of_a_test_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"


@pytest.fixture
def empty(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Django's connection leads to an empty database."""
    kept = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8'")
        connection.settings_dict["NAME"] = NAME
        yield
        connection.close()
        connection.settings_dict["NAME"] = kept
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


@pytest.fixture
def other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put another text in the place of one of the prepared schema."""
    copy = Path(shutil.copy(schema.SCHEMA, tmp_path))
    monkeypatch.setattr(schema, "SCHEMA", copy)

    def change(text: str, other: str) -> None:
        before = copy.read_text()
        assert text in before
        copy.write_text(schema.signed(before.replace(text, other, 1)))

    return change


@pytest.mark.skipif(not DEEP, reason="takes a minute and finds what a digest does not: DEEP=1, make audit")
def test_it_is_what_the_migrations_make(django_db_blocker):
    """All migrations run anew, which takes a minute; the command raises where it finds a difference."""
    with django_db_blocker.unblock():
        if connection.cursor().connection.info.server_version // 10_000 != 18:
            pytest.skip("the file is written on the embedded server")
        call_command("dump_schema", check=True)


def test_it_was_written_from_migrations_and_libraries_as_they_are_and_by_nobodys_hand():
    head, loader = schema.read_head(), MigrationLoader(None)
    assert head.files == schema.sources(), "run manage.py dump_schema"
    assert set(head.migrations) == set(loader.graph.nodes), "run manage.py dump_schema"
    assert head.is_current, "written by hand: run manage.py dump_schema"


def test_it_counts_for_nothing_once_a_hand_has_changed_its_statements(empty, other_file):
    other_file("CREATE TABLE public.network_user ", "CREATE TABLE public.network_person ")
    assert schema.read_head().is_current, "the same change, made by the command"
    written = schema.SCHEMA.read_text()
    schema.SCHEMA.write_text(written.replace("network_person", "network_user"))
    assert not schema.load_schema("default")


def test_an_empty_database_is_filled_by_it_and_nothing_is_left_to_migrate(empty):
    assert schema.load_schema("default")
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_database_with_a_table_is_left_alone(empty):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE theirs (id int)")
        assert not schema.load_schema("default")
        assert connection.introspection.table_names(cursor) == ["theirs"]


def test_it_counts_for_nothing_once_a_migration_that_it_was_made_from_has_changed(empty, other_file):
    path, digest = next(iter(schema.read_head().files.items()))
    other_file(f"{path} {digest}", f"{path} {'0' * 16}")
    assert not schema.load_schema("default")


def test_a_file_that_does_not_load_leaves_nothing_behind(empty, other_file):
    other_file("CREATE TABLE public.network_user ", "CREATE TABLE nowhere.network_user ")
    with pytest.raises(Exception, match="nowhere"):
        schema.load_schema("default")
    with connection.cursor() as cursor:
        assert connection.introspection.table_names(cursor) == []


def test_what_came_later_is_migrated_on_top_of_it(empty, other_file):
    app, name = schema.read_head().migrations[-1]
    other_file(f"-- migration {app} {name}\n", "")
    assert schema.load_schema("default")
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    assert [(migration.app_label, migration.name) for migration, _ in plan] == [(app, name)]
