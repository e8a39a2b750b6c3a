"""A broker and a worker of one's own, so that breaking them harms no other test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings
from django.db import connection
from kombu import pools

from network.config.embedded import urls
from network.config.embedded.servers import Servers
from network.config.embedded.valkey import Valkey
from network.notifications.services import hints

from . import work

assert work  # registers what the tests ask for


def wait_for(true: Callable[[], bool], seconds: float = 20) -> bool:
    """Ask until it is true, or the time is over."""
    end = time.monotonic() + seconds
    while not (answer := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return answer


@pytest.fixture(scope="session")
def _own_server() -> Iterator[Valkey]:
    folder = f"broker-{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    servers = Servers(Path(os.environ["TEST_VAR_DIR"]) / folder, postgres=False, cache=False, durable=False)
    with servers:
        server = servers.all[0]
        assert isinstance(server, Valkey)
        yield server


@pytest.fixture
def broker(_own_server: Valkey) -> Iterator[Valkey]:
    """A Valkey that this test alone uses and may stop, freeze or empty."""
    if not _own_server.answers():
        _own_server.start()
    address = urls(_own_server.places.var_dir, demo=False)["BROKER_URL"]
    _connect_to(address)
    empty(_own_server)
    yield _own_server
    _connect_to(settings.BROKER_URL)


def empty(server: Valkey) -> None:
    """Throw away all messages."""
    with server.client() as client:
        client.flushall()


def _connect_to(address: str) -> None:
    pools.reset()
    current_app.conf.update(broker_url=address, broker_read_url=address, broker_write_url=address)
    current_app._pool = None
    current_app.amqp._producer_pool = None
    hints._quiet_until = 0.0


@contextmanager
def frozen(server: Valkey) -> Iterator[None]:
    """The server's process stopped in mid-air: it accepts connections and never answers."""
    assert server.process is not None, "only a server of our own may be frozen"
    server.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        server.process.send_signal(signal.SIGCONT)


@pytest.fixture
def worker(broker: Valkey, transactional_db: None) -> Iterator[subprocess.Popen[bytes]]:
    """A real worker process on this test's database and broker."""
    process = start_worker(broker)
    yield process
    stop_worker(process)


def start_worker(broker: Valkey, queues: str = "mail,default,translate,bulk") -> subprocess.Popen[bytes]:
    """Start a worker in a process group of its own."""
    database = connection.settings_dict
    host, port = database["HOST"], database["PORT"]
    place = f"/{host}" if host.startswith("/") else f"{host}:{port}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "network.config.settings_test",
        "DATABASE_URL": f"postgresql://{database['USER']}:{database['PASSWORD']}@{place}/{database['NAME']}",
        "BROKER_URL": urls(broker.places.var_dir, demo=False)["BROKER_URL"],
        "CACHE_URL": settings.CACHE_URL,
        "SECRET_KEY": settings.SECRET_KEY,
    }
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "tests.notifications.worker", queues]
    return subprocess.Popen(command, cwd=root, env=environment, start_new_session=True)


def stop_worker(process: subprocess.Popen[bytes]) -> None:
    """End the worker and its children, however they are."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(10)
