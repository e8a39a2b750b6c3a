"""One forked child of the supervisor: its start, its output line by line, its end."""

import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable

from .programs import Program

LONGEST_PAUSE = 30.0  # seconds between restarts of a child that keeps dying
SETTLED = 20.0  # a child that lived this long starts with a clean sheet
PR_SET_PDEATHSIG = 1


class Child:
    """A program in a process of its own, restarted with growing pauses when it dies."""

    def __init__(self, program: Program, print_line: Callable[[str, str], None]):
        self.program = program
        self.print_line = print_line
        self.pid = 0
        self.output = -1
        self.started_at = 0.0
        self.start_at = 0.0
        self.deaths = 0
        self._rest = b""

    def start(self, release: Callable[[], None]) -> None:
        """Fork; `release` lets go, in the child, of what belongs to the parent."""
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            _become(self.program, writing, parent, release)
        os.close(writing)
        self.pid, self.output, self.started_at = pid, reading, time.monotonic()

    def ended(self) -> int | None:
        """The exit code when it has ended (negative: the signal), and when it may start again."""
        if not self.pid:
            return None
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if not pid:
            return None
        self.signal(signal.SIGKILL)  # what is left of its group
        self.read()
        os.close(self.output)
        self.pid, self.output = 0, -1
        lived = time.monotonic() - self.started_at
        self.deaths = 1 if lived > SETTLED else self.deaths + 1
        self.start_at = time.monotonic() + min(2.0 ** (self.deaths - 1) - 0.5, LONGEST_PAUSE)
        return os.waitstatus_to_exitcode(status)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to its whole group when it kills, otherwise to the program itself."""
        send = os.killpg if number == signal.SIGKILL else os.kill
        try:
            send(self.pid, number)
        except (ProcessLookupError, PermissionError):
            return

    def read(self) -> None:
        """Hand on the complete lines that it has written."""
        try:
            block = os.read(self.output, 65536)
        except (BlockingIOError, OSError):
            return
        *lines, self._rest = (self._rest + block).split(b"\n")
        for line in lines:
            self.print_line(self.program.name, line.decode(errors="replace"))


def _become(program: Program, output: int, parent: int, release: Callable[[], None]) -> None:
    """In the child: a session of its own (Ctrl-C is the supervisor's to hear), then the program."""
    code = 1
    try:
        os.setsid()
        _die_with(parent)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.set_wakeup_fd(-1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        release()
        program.run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _die_with(parent: int) -> None:
    """Have the kernel stop this process when the supervisor is killed (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
