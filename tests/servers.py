"""Throw-away PostgreSQL and Valkey for one run of the tests, shared by all its workers.

Nothing is started when DATABASE_URL, BROKER_URL and CACHE_URL are given.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from network.config.embedded.folders import MEMORY
from network.config.embedded.servers import Servers

OLD = 3600.0  # seconds
SERVERS = pytest.StashKey[Servers]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the servers in the controlling process, before workers look for them."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    clear_leftovers()
    servers = Servers(
        Path(os.environ["TEST_VAR_DIR"]),
        postgres=not os.environ.get("DATABASE_URL"),
        broker=not os.environ.get("BROKER_URL"),
        cache=not os.environ.get("CACHE_URL"),
        durable=False,
    )
    servers.start()
    config.stash[SERVERS] = servers


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the servers and remove all that they wrote."""
    if SERVERS in config.stash:
        servers = config.stash[SERVERS]
        servers.stop()
        remove(servers)


def clear_leftovers() -> None:
    """Stop and remove what earlier runs left behind when they were killed."""
    places = (Path(tempfile.gettempdir()), MEMORY)
    for folder in (folder for place in places for folder in place.glob("portal-tests-*")):
        if folder.stat().st_uid != os.geteuid():
            continue
        if (folder / "in-use.lock").exists():
            servers = Servers(folder)
            if servers.unused():
                remove(servers)
        elif time.time() - folder.stat().st_mtime > OLD:  # settings were read, nothing was started
            shutil.rmtree(folder, ignore_errors=True)


def remove(servers: Servers) -> None:
    """Delete the folders of stopped servers."""
    for folder in {servers.places.var_dir, servers.places.home, servers.places.sockets}:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _media_folder() -> None:
    """Uploads of the tests go below the run's own VAR_DIR, which is removed with it."""
    from django.conf import settings

    assert str(settings.MEDIA_ROOT).startswith(os.environ["TEST_VAR_DIR"])
