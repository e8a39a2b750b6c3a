"""A whole portal for breaking: servers, web, worker and sweeper of its own, on private sockets."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg

from network.config.embedded.postgres import Postgres
from network.config.embedded.servers import Servers
from network.config.embedded.valkey import Valkey
from tests.servers import remove

from .counting import Fault
from .mailserver import MailServer

ROOT = Path(__file__).resolve().parents[2]
RESTART_AFTER = 0.3  # seconds, as a supervisor would
BROKER_NUMBER = 2  # of the database within Valkey that settings_test gives


class House:
    """Everything that a portal needs, restarted when it dies; a context."""

    def __init__(self, *, queues: str = "mail,default", more: tuple[str, ...] = ()) -> None:
        self.queues, self.names = queues, ("web", "worker", "sweeper", *more)
        self.folder = Path(tempfile.mkdtemp(prefix="portal-faults-"))
        self.mail = MailServer(_free_port())
        self.programs: dict[str, subprocess.Popen[bytes]] = {}
        self.restarts: list[Fault] = []
        self._open = threading.Event()

    def __enter__(self) -> "House":
        _clear_leftovers()
        self.folder.chmod(0o755)
        self.servers = Servers(self.folder, cache=True, durable=True)
        self.servers.start()
        self.postgres = next(each for each in self.servers.all if isinstance(each, Postgres))
        self.broker = next(
            each for each in self.servers.all if isinstance(each, Valkey) and each.name == "broker"
        )
        self.port = _free_port()
        self.mail.start()
        self.environment = _environment(self.folder, self.mail.port)
        self._run("prepare").wait(300)
        for name in self.names:
            self.programs[name] = self._run(name)
        self._open.set()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()
        self._wait_for_web()
        return self

    def __exit__(self, *error: object) -> None:
        self._open.clear()
        self._keeper.join(5)
        for process in self.programs.values():
            kill_group(process)
        self.mail.stop()
        self.servers.stop()
        remove(self.servers)

    def let_die(self, name: str) -> None:
        """Kill one of our programs for good."""
        kill_group(self.programs.pop(name))

    def children(self, name: str) -> list[psutil.Process]:
        """The child processes of one of our programs."""
        try:
            return psutil.Process(self.programs[name].pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def postgres_pid(self) -> int:
        """The process of our own PostgreSQL; raises AssertionError when it is not certain that it is ours."""
        pid = self.postgres.pid()
        assert pid is not None
        assert Path(psutil.Process(pid).cwd()) == self.servers.places.postgres_data
        return pid

    def broker_pid(self) -> int:
        """The process of our own broker; raises AssertionError when it is not certain that it is ours."""
        assert self.broker.process is not None
        pid = self.broker.process.pid
        with self.broker.client() as client:
            assert client.info("server")["process_id"] == pid, "the one that answers on our private socket"
        return pid

    def database(self, user: str = "portal") -> psycopg.Connection:
        """A connection of the harness's own."""
        return self.postgres.connect(user, "portal")

    def waiting(self) -> int:
        """How much work is promised and not done."""
        with self.database() as connection:
            row = connection.execute(
                "SELECT count(*) FROM notifications_outboxentry WHERE state = 'waiting'"
            ).fetchone()
        assert row is not None
        return int(row[0])

    def queued(self) -> int:
        """How many messages the broker holds that no worker has taken."""
        with self.broker.client() as client:
            client.execute_command("SELECT", BROKER_NUMBER)
            return int(client.llen("mail"))

    def last_words(self, size: int = 3000) -> str:
        """The ends of the programs' logs."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"--- {log.name}\n{log.read_text(errors='replace')[-size:]}" for log in logs)

    def ask(self, path: str) -> bool:
        """One POST; whether the portal acknowledged it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=8)
        try:
            connection.request("POST", path)
            return connection.getresponse().status == http.HTTPStatus.CREATED
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _run(self, name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.faults.program", name, str(self.port), self.queues]
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def _keep(self) -> None:
        """Start again what has ended."""
        while self._open.is_set():
            for name, process in list(self.programs.items()):
                if process.poll() is not None:
                    begun = time.time()
                    kill_group(process)
                    self.restarts.append(Fault(f"restart of {name}", begun, time.time()))
                    time.sleep(RESTART_AFTER)
                    if self._open.is_set():
                        self.programs[name] = self._run(name)
            time.sleep(0.1)

    def _wait_for_web(self) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError(self.last_words())


class Readers:
    """Threads that ask for mails without pause and write down which requests were acknowledged."""

    def __init__(self, house: House, path: str, *, first: int, rate: float, seed: int):
        self.house, self.path, self.rate = house, path, rate
        self.acknowledged: set[int] = set()
        self._next = first
        self._lock = threading.Lock()
        self._going = threading.Event()
        self._random = random.Random(seed)
        self._threads = [threading.Thread(target=self._ask, daemon=True) for _number in range(4)]

    def __enter__(self) -> "Readers":
        self._going.set()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._going.clear()
        for thread in self._threads:
            thread.join(20)

    def _ask(self) -> None:
        while self._going.is_set():
            with self._lock:
                number = self._next
                self._next += 1
            if self.house.ask(f"{self.path}/{number}"):
                with self._lock:
                    self.acknowledged.add(number)
            time.sleep(self._random.uniform(0.5, 1.5) * len(self._threads) / self.rate)


def _clear_leftovers() -> None:
    """Stop and remove the servers of runs that were killed."""
    for folder in Path(tempfile.gettempdir()).glob("portal-faults-*"):
        if (folder / "in-use.lock").exists() and folder.stat().st_uid == os.geteuid():
            servers = Servers(folder)
            if servers.unused():
                remove(servers)


def _environment(folder: Path, smtp_port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "TEST_VAR_DIR": str(folder),
        "VAR_DIR": str(folder),
        "SMTP_PORT": str(smtp_port),
        "PYTEST_XDIST_WORKER": "",
        "LOG_LEVEL": "WARNING",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a program of ours and of all that it started."""
    with suppress(ProcessLookupError):  # it has ended by itself
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
