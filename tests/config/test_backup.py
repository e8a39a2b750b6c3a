"""The restore drill: back up, destroy, restore, and compare by counting oneself."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests import clones

ROOT = Path(__file__).resolve().parents[2]
NAME = "drill"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.xdist_group("backup"),
]  # they share one portal


class Portal:
    """A portal with a database and media of its own, worked by its commands."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.media, self.backups = folder, folder / "media", folder / "backups"
        place = connection.settings_dict
        self.name = f"{NAME}_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
        self.place = {"host": place["HOST"], "user": place["USER"]} | (
            {"port": place["PORT"]} if place["PORT"] else {}
        )
        self.place |= {"password": place["PASSWORD"]} if place["PASSWORD"] else {}
        secret = f":{place['PASSWORD']}" if place["PASSWORD"] else ""
        at = f"{place['HOST']}{':' + str(place['PORT']) if place['PORT'] else ''}"
        at = f"/{at}" if at.startswith("/") else at  # the folder of a socket
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "network.config.settings_test",
            "TEST_VAR_DIR": str(folder),
            "DATABASE_URL": f"postgresql://{place['USER']}{secret}@{at}/{self.name}",
            "SECRET_KEY": settings.SECRET_KEY,
            "BROKER_URL": settings.BROKER_URL,
            "CACHE_URL": settings.CACHE_URL,
        }

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of its commands."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )

    def ask(self, query: str, database: str = "") -> list[tuple]:
        """Ask its database, without any of its own code."""
        with psycopg.connect(dbname=database or self.name, autocommit=True, **self.place) as link:
            cursor = link.execute(query)
            return cursor.fetchall() if cursor.description else []

    def begin_anew(self, template: str = "template0") -> None:
        """An empty database, or a copy, in the place of whatever there was, and no media."""
        self.ask(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)", "postgres")
        self.ask(f"CREATE DATABASE {self.name} TEMPLATE {template} ENCODING 'UTF8'", "postgres")
        shutil.rmtree(self.media, ignore_errors=True)

    def counts(self) -> dict[str, int]:
        """Rows by table."""
        tables = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {table: self.ask(f'SELECT count(*) FROM "{table}"')[0][0] for (table,) in tables}

    def digests(self) -> dict[str, str]:
        """Every file of the media."""
        return {
            str(path.relative_to(self.media)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.media.rglob("*")
            if path.is_file()
        }

    def backup(self) -> Path:
        """Make one; where it is."""
        made = self.manage("backup")
        assert made.returncode == 0, made.stderr
        return max(self.backups.iterdir())


@pytest.fixture(scope="module")
def portal(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """With the reference data, the recorded practices, people, and two files."""
    drill = Portal(tmp_path_factory.mktemp("drill"))
    drill.begin_anew(clones.template())
    done = drill.manage("load_practices")
    assert done.returncode == 0, done.stderr
    (drill.media / "practices" / "ab").mkdir(parents=True)
    (drill.media / "practices" / "ab" / "one").write_bytes(os.urandom(70_000))
    (drill.media / "two").write_bytes(b"two")
    drill.backup()
    yield drill
    drill.ask(f"DROP DATABASE IF EXISTS {drill.name} WITH (FORCE)", "postgres")


@pytest.fixture
def backup(portal: Portal, tmp_path: Path) -> Path:
    """A copy of the first backup, to be damaged."""
    return Path(shutil.copytree(min(portal.backups.iterdir()), tmp_path / "backup"))


def test_what_was_backed_up_comes_back_whole_after_everything_was_destroyed(portal: Portal) -> None:
    """Counts of all tables, the texts, the sequences, checksums of all files."""
    counts, digests = portal.counts(), portal.digests()
    titles = "SELECT md5(string_agg(title_en, '|' ORDER BY id)) FROM practices_practice"
    before, highest = portal.ask(titles), portal.ask("SELECT last_value FROM practices_practice_id_seq")
    backup = portal.backup()
    assert backup.stat().st_mode & 0o077 == 0, "nobody else may read it"
    portal.begin_anew()
    assert portal.counts() == {}
    restored = portal.manage("restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert counts["practices_practice"] == 19
    assert portal.counts() == counts
    assert portal.ask(titles) == before
    assert portal.ask("SELECT last_value FROM practices_practice_id_seq") == highest
    assert portal.digests() == digests
    assert portal.manage("reconcile").returncode == 0


def test_a_database_in_use_is_replaced_only_when_that_is_said_and_its_media_stay_beside(
    portal: Portal, backup: Path
) -> None:
    """What was done since the backup is gone from the database then."""
    portal.ask("UPDATE network_user SET full_name = 'since then'")
    (portal.media / "three").write_bytes(b"three")
    refused = portal.manage("restore", str(backup))
    assert refused.returncode != 0
    assert "--replace" in refused.stderr
    assert portal.manage("restore", str(backup), "--replace").returncode == 0
    assert portal.ask("SELECT count(*) FROM network_user WHERE full_name = 'since then'") == [(0,)]
    assert not (portal.media / "three").exists()
    assert list(portal.folder.glob("media.before-*/three"))


@pytest.mark.parametrize("name", ["database.dump", "media.tar"])
def test_a_damaged_backup_is_refused_and_changes_nothing(portal: Portal, backup: Path, name: str) -> None:
    """One byte is enough."""
    data = bytearray((backup / name).read_bytes())
    data[len(data) // 2] ^= 1
    (backup / name).write_bytes(data)
    counts = portal.counts()
    refused = portal.manage("restore", str(backup), "--replace")
    assert refused.returncode != 0
    assert "damaged" in refused.stderr
    assert portal.counts() == counts


def test_the_backup_of_a_demonstration_does_not_become_a_real_portal(portal: Portal, backup: Path) -> None:
    """Whatever its name says."""
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps(manifest | {"is_demonstration": True}))
    refused = portal.manage("restore", str(backup), "--replace")
    assert refused.returncode != 0
    assert "demonstration" in refused.stderr


def test_nothing_that_bears_the_name_of_a_backup_is_left_when_one_fails(portal: Portal) -> None:
    """Here the database breaks off what takes longer than a millisecond."""
    bare = Portal(portal.folder)
    bare.environment |= {"PGOPTIONS": "-c statement_timeout=1"}
    before = set(portal.backups.iterdir())
    assert bare.manage("backup").returncode != 0
    assert set(portal.backups.iterdir()) == before
