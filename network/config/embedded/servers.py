"""Starting what is missing, watching it, and stopping it when its last user leaves."""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from . import valkey
from .folders import make_folders
from .places import Places
from .postgres import Postgres

logger = logging.getLogger(__name__)


class Servers:
    """The embedded servers under one VAR_DIR, as a context: running inside, stopped after it.

    Several processes may use the same servers. A start takes a lock, so that two at once start
    them once; each user holds a shared lock, and the last one to leave stops them, also those
    that a killed process left behind.
    """

    def __init__(
        self,
        var_dir: Path,
        *,
        postgres: bool = True,
        broker: bool = True,
        cache: bool = True,
        durable: bool = True,
    ):
        self.places = places = Places.of(var_dir)
        self.all: list[Postgres | valkey.Valkey] = []
        if postgres:
            self.all.append(Postgres(places, durable=durable))
        if broker:
            self.all.append(valkey.broker(places, durable=durable))
        if cache:
            self.all.append(valkey.cache(places))
        self._use: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> list[str]:
        """Start each server that does not answer; gives their names. Also mends after a crash."""
        started = []
        make_folders(self.places)
        with self._starting():
            self._hold()
            for server in self.all:
                if not server.answers():
                    server.start()
                    started.append(server.name)
        return started

    def stop(self) -> None:
        """Leave the servers, and stop them when nobody else uses them."""
        if self._use is None:
            return
        with self._starting():
            last = self._is_last()
            os.close(self._use)
            self._use = None
            if last:
                for server in reversed(self.all):
                    server.stop()

    def unused(self) -> bool:
        """Stop servers that a killed process left running; False when somebody uses them."""
        with self._starting():
            self._hold()
            mine = self._is_last()
        if mine:
            self.stop()
        else:
            self.forget()
        return mine

    def forget(self) -> None:
        """In a forked child: the servers are the parent's to watch and stop."""
        if self._use is not None:
            os.close(self._use)
            self._use = None

    def _hold(self) -> None:
        if self._use is None:
            self._use = os.open(self.places.home / "in-use.lock", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._use, fcntl.LOCK_SH)

    def _is_last(self) -> bool:
        try:
            fcntl.flock(self._use or 0, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    @contextmanager
    def _starting(self) -> Iterator[None]:
        handle = os.open(self.places.home / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
