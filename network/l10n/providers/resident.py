"""A chain of programs that stays started: texts go in ended by a zero byte, and come out so.

Started at the first text, started again when it died, hangs, or the process has forked since.
"""

import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from .base import ProviderBusy, ProviderGarbage

END = b"\0"
MAX_ANSWER = 8_000_000  # bytes; what is longer comes from an engine that has lost its way


class ResidentPipeline:
    """One shell pipeline; one caller at a time."""

    def __init__(self, command: str, *, timeout: float):
        self.command = command
        self.timeout = timeout  # seconds without a single answer
        self.used_at = 0.0
        self.starts = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def ask(self, texts: Sequence[bytes]) -> list[bytes]:
        """An answer to each text. Raises ProviderBusy when the programs die or hang twice running."""
        if any(END in text for text in texts):
            raise ProviderGarbage("A text holds the sign that ends texts")
        with self._lock:
            self.used_at = time.monotonic()
            try:
                return self._exchange(texts)
            except (OSError, TimeoutError):
                self._stop()
            try:
                return self._exchange(texts)
            except (OSError, TimeoutError) as error:
                self._stop()
                raise ProviderBusy(f"Engine does not answer: {error}") from error

    def close(self) -> None:
        """End the programs; the next text starts them again."""
        with self._lock:
            self._stop()

    @property
    def pid(self) -> int | None:
        """The shell's process, while it runs."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if running and self._process else None

    def _exchange(self, texts: Sequence[bytes]) -> list[bytes]:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        waiting = memoryview(b"".join(text + END for text in texts))
        answer = bytearray()
        deadline = time.monotonic() + self.timeout
        while answer.count(END) < len(texts):
            readable, writable, _ = select.select(
                [process.stdout], [process.stdin] if waiting else [], [], deadline - time.monotonic()
            )
            if writable:
                waiting = waiting[os.write(process.stdin.fileno(), waiting[:65536]) :]
            if readable:
                block = os.read(process.stdout.fileno(), 65536)
                _check(block, answer)
                answer += block
                deadline = time.monotonic() + self.timeout
            elif not writable:
                raise TimeoutError(f"silent for {self.timeout:g} s")
        *answers, rest = bytes(answer).split(END)
        if rest or len(answers) != len(texts):
            self._stop()
            raise ProviderGarbage(f"{len(answers)} answers to {len(texts)} texts")
        return answers

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._owner != os.getpid():
            self._process = None  # the parent's, not ours
        if self._process and self._process.poll() is not None:
            self._stop()
        if not self._process:
            self._process = subprocess.Popen(  # noqa: S603 - the mode's own line
                ["/bin/sh", "-c", self.command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    os.set_blocking(pipe.fileno(), False)
            self._owner = os.getpid()
            self.starts += 1
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if not process or self._owner != os.getpid():
            return
        with suppress(ProcessLookupError, PermissionError):  # it is gone, or its number is another's by now
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        process.wait()


def _check(block: bytes, answer: bytearray) -> None:
    if not block:
        raise OSError("the programs ended")
    if len(answer) > MAX_ANSWER:
        raise OSError("an answer without end")
