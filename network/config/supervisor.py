"""The supervisor: starts the programs, restarts what dies, stops all in the right order."""

import http.client
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.db import connections

from .children import Child
from .embedded.servers import Servers
from .programs import Program

LOOK_AT_SERVERS = 3.0  # seconds
GENTLE, FIRM = 6.0, 4.0  # seconds to end by oneself, and after the second request
NAME_WIDTH = 9


class Supervisor:
    """Runs programs in the foreground until Ctrl-C or SIGTERM."""

    def __init__(self, servers: Servers, programs: list[Program], address: str, lock: int):
        self.servers = servers
        self.lock = lock
        self.address = address
        self.children = [Child(each, self.print_line) for each in programs]
        self.stopping = False
        self._ready_said = False
        self._selector = selectors.DefaultSelector()
        self._wakeup = os.pipe()

    def run(self, ready: Callable[[], str]) -> None:
        """Start all, print what `ready` says once pages are served, and stay until asked to stop."""
        self._listen_to_signals()
        next_look = time.monotonic() + LOOK_AT_SERVERS
        try:
            while not self.stopping:
                self._start_missing()
                self._wait(0.05 if not self._ready_said else 0.5)
                self._note_ends()
                if not self._ready_said and self._serves():
                    self._ready_said = True
                    print(ready(), flush=True)
                if time.monotonic() > next_look:
                    self._mend_servers()
                    next_look = time.monotonic() + LOOK_AT_SERVERS
        finally:
            self._stop_all()

    def print_line(self, name: str, line: str) -> None:
        """One line of output, with who wrote it."""
        print(f"{name:<{NAME_WIDTH}}| {line}", flush=True)

    def _listen_to_signals(self) -> None:
        os.set_blocking(self._wakeup[0], False)
        os.set_blocking(self._wakeup[1], False)
        signal.set_wakeup_fd(self._wakeup[1], warn_on_full_buffer=False)
        self._selector.register(self._wakeup[0], selectors.EVENT_READ)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)  # only to wake up

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _start_missing(self) -> None:
        for child in self.children:
            if not child.pid and time.monotonic() >= child.start_at and not self.stopping:
                connections.close_all()  # a connection must not be shared with a child
                sys.stdout.flush()
                child.start(self._release)
                self._selector.register(child.output, selectors.EVENT_READ, child)

    def _release(self) -> None:
        """In a child: let go of the supervisor's locks, pipes and connections."""
        self.servers.forget()
        self._selector.close()
        for handle in (
            self.lock,
            *self._wakeup,
            *(each.output for each in self.children if each.output >= 0),
        ):
            os.close(handle)

    def _wait(self, seconds: float) -> None:
        for key, _events in self._selector.select(seconds):
            if key.data is None:
                os.read(self._wakeup[0], 4096)
            else:
                key.data.read()

    def _note_ends(self) -> None:
        for child in self.children:
            output = child.output
            code = child.ended()
            if code is not None:
                self._selector.unregister(output)
                if not self.stopping:
                    self.print_line(child.program.name, f"ended ({code}); starting it again")

    def _mend_servers(self) -> None:
        try:
            for name in self.servers.start():
                self.print_line(name, "did not answer and was started again")
        except Exception as error:
            self.print_line("servers", str(error))

    def _serves(self) -> bool:
        connection = http.client.HTTPConnection(self.address, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()

    def _stop_all(self) -> None:
        """Web first, so that nothing new comes in; then sweeper and scheduler, then the workers."""
        self.stopping = True
        for turn in sorted({child.program.stop_turn for child in self.children}):
            self._stop([child for child in self.children if child.program.stop_turn == turn])
        signal.set_wakeup_fd(-1)

    def _stop(self, children: list[Child]) -> None:
        for number, seconds in ((signal.SIGTERM, GENTLE), (signal.SIGQUIT, FIRM), (signal.SIGKILL, FIRM)):
            for child in children:
                if child.pid:
                    child.signal(number)
            end = time.monotonic() + seconds
            while any(child.pid for child in children) and time.monotonic() < end:
                self._wait(0.05)
                self._note_ends()
            if not any(child.pid for child in children):
                return
