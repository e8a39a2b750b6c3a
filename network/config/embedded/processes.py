"""Starting and stopping one server process."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from .places import Places

LOG_LIMIT = 5_000_000  # bytes; a longer log is set aside once at a start


class ServerError(RuntimeError):
    """An embedded server did not start or stop."""


def spawn(places: Places, command: list[str], log: Path) -> subprocess.Popen[bytes]:
    """Start a server as its user, away from the terminal's Ctrl-C, its output into `log`."""
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".old.log"))
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own programs and arguments
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **as_server(places)
        )


def as_server(places: Places) -> dict[str, Any]:
    """Arguments for subprocess that make a program run as the servers' user."""
    options: dict[str, Any] = {
        "cwd": "/",
        "start_new_session": True,
        "env": {"PATH": os.defpath, "LC_ALL": os.environ.get("LC_ALL", "C"), "TZ": "UTC"},
    }
    if places.drops_privileges:
        options |= {"user": places.user.pw_uid, "group": places.user.pw_gid, "extra_groups": []}
    return options


def wait_until(
    true: Callable[[], bool], *, seconds: float, process: subprocess.Popen[bytes] | None = None
) -> bool:
    """Ask until it is true; False when the time is over or the process has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        if process is not None and process.poll() is not None:
            return False
        time.sleep(0.02)
    return False


def stop_process(pid: int, first: signal.Signals, last: signal.Signals, *, seconds: float) -> None:
    """Ask a process to end, and make it end when it does not within the time."""
    for sign in (first, last):
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return
        if wait_until(lambda: not alive(pid), seconds=seconds):
            return
    raise ServerError(f"Process {pid} does not stop.")


def alive(pid: int) -> bool:
    """Whether a process runs; an ended one that nobody has waited for (a zombie) does not."""
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    except ChildProcessError:
        pass  # not our child
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def working_in(folder: Path) -> list[int]:
    """The processes whose current folder this is, as every PostgreSQL process has its data folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.cwd() == str(folder):
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def last_lines(log: Path, count: int = 8) -> str:
    """The end of a log, to say why a server did not start."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return ""
