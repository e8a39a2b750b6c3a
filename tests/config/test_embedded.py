"""The embedded servers: private, started once, mended after a kill, stopped by their last user."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from network.config.embedded import Places, secret_key, urls
from network.config.embedded.folders import UnsafeFolderError, make_folders
from network.config.embedded.places import LONGEST_SOCKET_NAME, SOCKET_PATH_LIMIT
from network.config.embedded.servers import Servers

START_AND_LEAVE = """
import sys
from pathlib import Path
from network.config.embedded.servers import Servers
servers = Servers(Path(sys.argv[1]), durable=False)
print(*servers.start(), flush=True)
sys.stdin.read()
servers.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="portal-embedded-"))
    path.chmod(0o755)  # as root, the servers' user must be able to walk in
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def running() -> Iterator[Servers]:
    path = Path(tempfile.mkdtemp(prefix="portal-embedded-"))
    with Servers(path) as servers:
        yield servers
    shutil.rmtree(path, ignore_errors=True)


def start_elsewhere(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START_AND_LEAVE, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("length", [10, 60, 200])
def test_sockets_have_short_paths_however_long_that_of_the_data_is(folder, length):
    places = Places.of(folder / ("x" * length))
    assert len(str(places.sockets / LONGEST_SOCKET_NAME)) <= SOCKET_PATH_LIMIT


@pytest.mark.parametrize("name", ["a b", "ñandú", "a'b", "a%20b"])
def test_sockets_have_plain_paths_however_the_data_folder_is_called(folder, name):
    for address in urls(folder / name, demo=False).values():
        assert name not in address


def test_asking_for_addresses_writes_nothing(folder):
    urls(folder / "var", demo=True)
    assert not (folder / "var").exists()


def test_a_demonstration_shares_neither_database_nor_messages_with_the_real_portal(folder):
    real, demonstration = urls(folder, demo=False), urls(folder, demo=True)
    assert all(real[name] != demonstration[name] for name in real)


def test_a_folder_that_another_user_made_first_is_not_trusted(folder):
    places = Places.of(folder / "var")
    make_folders(places)
    places.sockets.rmdir()
    places.sockets.symlink_to(folder)
    with pytest.raises(UnsafeFolderError):
        make_folders(places)


def test_the_key_is_made_once_and_its_owner_alone_reads_it(folder):
    key = secret_key(folder / "var")
    assert secret_key(folder / "var") == key
    assert len(key) > 50
    assert stat.S_IMODE((folder / "var" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (folder / "var").iterdir()] == ["secret_key"]


def test_the_portals_role_owns_its_databases_and_is_no_superuser(running):
    with running.all[0].connect("portal", "portal") as connection:
        row = connection.execute(
            "SELECT current_user, current_setting('is_superuser'), pg_get_userbyid(datdba), datctype,"
            " lower('ÁÑÇ') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
        assert row == ("portal", "off", "portal", "C.UTF-8", "áñç")
        for extension in ("pg_trgm", "unaccent", "btree_gin"):
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")


def test_nobody_comes_in_by_network_or_under_another_name(running):
    with running.all[0].connect("portal") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    with pytest.raises(psycopg.OperationalError):
        running.all[0].connect("somebody")
    assert stat.S_IMODE(running.places.sockets.stat().st_mode) == 0o700
    assert running.places.sockets.stat().st_uid != 0 or os.geteuid() != 0


def test_what_was_killed_is_started_again_with_its_data(running):
    postgres, broker, _cache = running.all
    with postgres.connect("portal", "portal") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS one")
    for server in (postgres, broker):
        os.kill(server.process.pid, signal.SIGKILL)
    assert running.start() == ["postgres", "broker"]
    assert running.start() == []
    with postgres.connect("portal", "portal") as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_a_pid_file_that_names_another_program_does_not_keep_it_from_starting(folder):
    with Servers(folder, broker=False, cache=False, durable=False) as servers:
        postgres = servers.all[0]
        os.kill(postgres.process.pid, signal.SIGKILL)
        postgres.process.wait()
        pid_file = servers.places.postgres_data / "postmaster.pid"
        rest = pid_file.read_text().split("\n", 1)[1]
        pid_file.write_text(f"{os.getpid()}\n{rest}")
        assert servers.start() == ["postgres"]


def test_two_starts_at_once_start_each_server_once_and_the_last_to_leave_stops_them(folder):
    first, second = start_elsewhere(folder), start_elsewhere(folder)
    started = [process.stdout.readline().split() for process in (first, second)]
    assert sorted(started, key=len) == [[], ["postgres", "broker", "cache"]]
    first.communicate()
    watcher = Servers(folder)
    assert all(server.answers() for server in watcher.all)
    second.communicate()
    assert not any(server.answers() for server in watcher.all)


def test_servers_that_a_killed_process_left_are_used_and_stopped_by_the_next(folder):
    killed = start_elsewhere(folder)
    assert killed.stdout.readline().split() == ["postgres", "broker", "cache"]
    killed.kill()
    killed.wait()
    with Servers(folder, durable=False) as servers:
        assert servers.start() == []
    assert not any(server.answers() for server in servers.all)
