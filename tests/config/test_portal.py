"""One command runs everything, restarts what dies, and stops cleanly."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from network.config.embedded.servers import Servers
from network.config.programs import programs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("portal")]  # one portal serves all of them

ROOT = Path(__file__).resolve().parents[2]
NAMES = [each.name for each in programs("")]


class Portal:
    """A running `manage.py portal` with a folder and a port of its own."""

    def __init__(self, var_dir: Path, **environment: str):
        self.port = free_port()
        self.log = var_dir / f"portal-{self.port}.log"
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        given = {"VAR_DIR": str(var_dir), "PORT": str(self.port), "DEMO": "0"} | environment
        settings = {"DJANGO_SETTINGS_MODULE": "tests.config.settings_portal"}
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "portal"],
                cwd=ROOT,
                env=kept | given | settings,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def get(self, path: str) -> dict[str, object]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)
        except OSError:
            return {}

    def is_up(self) -> bool:
        return f"http://localhost:{self.port}" in self.log.read_text()

    def serves(self) -> bool:
        return self.get("/health/ready").get("status") == "ok"

    def works(self) -> bool:
        return self.get("/health/work").get("status") == "ok"

    def children(self) -> list[psutil.Process]:
        """The programs, in the order of their start; servers are not among them."""
        ours = psutil.Process(self.process.pid).children()
        return sorted(filter(is_program, ours), key=psutil.Process.create_time)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(40)

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(40)


def is_program(process: psutil.Process) -> bool:
    """Forked and not replaced by a server; one that ends while it is looked at is none."""
    try:
        return process.cmdline()[1:] == ["manage.py", "portal"]
    except psutil.Error:
        return False


def lives(process: psutil.Process) -> bool:
    """Still runs; one that nobody has waited for does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(true: Callable[[], bool], seconds: float = 240) -> bool:
    end = time.monotonic() + seconds
    while not (answer := true()) and time.monotonic() < end:
        time.sleep(0.1)
    return answer


@pytest.fixture(scope="module")
def var_dir() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="portal-run-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def portal(var_dir: Path) -> Iterator[Portal]:
    running = Portal(var_dir)
    assert wait_for(running.is_up), running.log.read_text()
    yield running
    running.end()


def test_pages_are_served_and_work_is_done(portal):
    assert portal.serves()
    assert wait_for(portal.works, 30), portal.get("/health/work")
    assert len(portal.children()) == len(NAMES)


def test_imports_and_translations_give_way_to_pages(portal):
    usual = psutil.Process().nice()
    behind = min(usual + 10, 19)
    assert sorted(each.nice() for each in portal.children()) == [usual] * (len(NAMES) - 2) + [behind] * 2


def test_a_second_portal_in_the_same_folder_is_refused(portal, var_dir):
    second = Portal(var_dir)
    assert second.process.wait(60) != 0
    assert "already runs" in second.log.read_text()
    assert portal.serves()


def test_a_port_in_use_is_named():
    folder = Path(tempfile.mkdtemp(prefix="portal-run-"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = Portal(folder, PORT=str(taken.getsockname()[1]))
        assert refused.process.wait(60) != 0
    assert "set PORT" in refused.log.read_text()
    assert not (folder / "postgres").exists(), "nothing was started"
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_program_that_dies_is_started_again(portal, name):
    victim = portal.children()[0]
    before = {each.pid for each in portal.children()}
    victim.kill()
    assert wait_for(lambda: {each.pid for each in portal.children()} - before != set(), 60), name
    assert wait_for(lambda: len(portal.children()) == len(NAMES) and portal.serves(), 60)


@pytest.mark.parametrize("server", ["postgres", "broker", "cache"])
def test_a_server_that_dies_is_started_again(portal, var_dir, server):
    servers = {each.name: each for each in Servers(var_dir).all}
    assert servers[server].answers()
    os.kill(servers[server].pid(), signal.SIGKILL)
    assert wait_for(servers[server].answers, 60)
    assert wait_for(lambda: portal.serves() and portal.works(), 90), portal.get("/health/work")


def test_ctrl_c_stops_everything_within_seconds(portal, var_dir):
    family = psutil.Process(portal.process.pid).children(recursive=True)
    assert len(family) > len(NAMES)
    begun = time.monotonic()
    assert portal.stop() == 0
    assert time.monotonic() - begun < 20
    assert not [each for each in family if lives(each)]
    assert not any(server.answers() for server in Servers(var_dir).all)
    assert portal.log.read_text().splitlines()[-1] == "Stopped."


def test_the_second_start_prepares_nothing_and_clears_away_after_a_kill(var_dir):
    again = Portal(var_dir)
    assert wait_for(again.is_up), again.log.read_text()
    assert "Prepared: database" not in again.log.read_text()
    assert "Prepared: static" not in again.log.read_text()
    children = again.children()
    again.process.kill()
    again.process.wait()
    assert wait_for(lambda: not any(lives(each) for each in children), 30)
    third = Portal(var_dir)
    assert wait_for(third.is_up), third.log.read_text()
    assert third.stop(signal.SIGTERM) == 0
    assert not any(server.answers() for server in Servers(var_dir).all)
