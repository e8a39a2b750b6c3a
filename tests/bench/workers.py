"""A web worker under measurement, and the processor time that it and its database take."""

import contextlib
import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from network.config.embedded.servers import Servers

from .data import ROOT, connect, environment

NANO = 1_000_000_000


class UnixConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60)
        self.socket_path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(str(self.socket_path))


class Worker:
    """One gunicorn worker on one database, asked one request after the other."""

    def __init__(self, servers: Servers, database: str, settings: str) -> None:
        self.servers, self.database = servers, database
        self.path = servers.places.sockets / f"web-{settings.rsplit('.', 1)[-1][:5]}-{database}.sock"
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--workers=1", "--worker-class=sync", "--preload"),
                *(f"--bind=unix:{self.path}", "--log-level=error", "tests.bench.application:application"),
            ],
            cwd=ROOT,
            env={**environment(servers, database), "DJANGO_SETTINGS_MODULE": settings},
        )
        self._wait()
        self.web = self._child()

    def get(self, path: str, **headers: str) -> tuple[int, bytes, str]:
        """Status, body and the number of queries (when counted) of one request."""
        connection = UnixConnection(self.path)
        connection.request("GET", path, headers={"Host": "localhost", **headers})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body, answer.headers.get("X-Queries", "")

    def tag(self, path: str) -> str:
        """The ETag of an answer."""
        connection = UnixConnection(self.path)
        connection.request("GET", path, headers={"Host": "localhost"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.headers["ETag"] or ""

    def measure(self, path: str, times: int, **headers: str) -> tuple[float, float]:
        """Milliseconds of processor time per request: of the web worker, of the database."""
        backends = self._backends()
        web, database = _spent([self.web]), _spent(backends)
        for _ in range(times):
            self.get(path, **headers)
        spent_web, spent_database = _spent([self.web]) - web, _spent(backends) - database
        return spent_web / times * 1000, spent_database / times * 1000

    def shape(self, path: str, **headers: str) -> tuple[int, int, int, int]:
        """Status, queries, bytes and bytes compressed (gzip 6) of a page."""
        self.get(path, **headers)
        status, body, queries = self.get(path, **{"X-Count-Queries": "1", **headers})
        return status, int(queries or 0), len(body), len(gzip.compress(body, 6))

    def memory(self) -> float:
        """Megabytes that the worker holds."""
        pages = int(Path(f"/proc/{self.web}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def stop(self) -> None:
        """End the worker."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def _wait(self) -> None:
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError("The web worker did not start.")
            with contextlib.suppress(OSError, http.client.HTTPException):
                self.get("/")
                return
            time.sleep(0.1)
        raise RuntimeError("The web worker does not answer.")

    def _child(self) -> int:
        pid = self.process.pid
        return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])

    def _backends(self) -> list[int]:
        with connect(self.servers, "portal") as watching:
            found = watching.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [self.database])
            return [pid for (pid,) in found]


def _spent(pids: list[int]) -> float:
    """Seconds of processor time of these processes, to the nanosecond (Linux)."""
    total = 0
    for pid in pids:
        with contextlib.suppress(FileNotFoundError):
            total += int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    return total / NANO
