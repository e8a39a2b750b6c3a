"""The embedded Valkey servers: a broker that keeps what it is told, a cache that may forget."""

import signal
import subprocess
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from . import processes
from .binaries import valkey_program
from .places import Places

BROKER = {
    "appendonly": "yes",
    "appendfilename": "broker.aof",
    "appenddirname": "broker",
    "maxmemory": "256mb",
    "maxmemory-policy": "noeviction",  # full: it refuses, and the outbox sends later
}
NO_RETRY = Retry(NoBackoff(), 0)  # the client's own default waits for seconds
CACHE = {"appendonly": "no", "maxmemory": "64mb", "maxmemory-policy": "allkeys-lru"}


class Valkey:
    """One Valkey server on a private socket."""

    def __init__(self, places: Places, name: str, socket: Path, options: dict[str, str]):
        self.places = places
        self.name = name
        self.socket = socket
        self.options = options
        self.log = places.logs / f"{name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def answers(self) -> bool:
        """Whether a server answers on the socket now."""
        return self.pid() is not None

    def start(self) -> None:
        """Start the server; raises ServerError with the end of its log."""
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.places.valkey_data),
            "daemonize": "no",
            "save": "",
            **self.options,
        }
        command = [str(valkey_program(self.places))]
        for name, value in options.items():
            command += [f"--{name}", value]
        self.process = processes.spawn(self.places, command, self.log)
        if not processes.wait_until(self.answers, seconds=30, process=self.process):
            raise processes.ServerError(f"Valkey does not start:\n{processes.last_lines(self.log)}")

    def stop(self) -> None:
        """Stop the server; the broker writes what it holds."""
        ours = self.process is not None and self.process.poll() is None
        pid = self.process.pid if self.process and ours else self.pid()
        if pid is not None:
            processes.stop_process(pid, signal.SIGTERM, signal.SIGKILL, seconds=10)
        self.process = None

    def client(self) -> redis.Redis:
        """A connection that gives up soon; close it, or use it as a context."""
        return redis.Redis(unix_socket_path=str(self.socket), socket_timeout=3, retry=NO_RETRY)

    def pid(self) -> int | None:
        """The process id that the server itself gives, or None when it does not answer."""
        with self.client() as client:
            try:
                return int(client.info("server")["process_id"])
            except (redis.RedisError, OSError):
                return None


def broker(places: Places, *, durable: bool = True) -> Valkey:
    """The server that carries Celery's messages."""
    options = BROKER if durable else BROKER | {"appendonly": "no"}
    return Valkey(places, "broker", places.broker_socket, options)


def cache(places: Places) -> Valkey:
    """The server that caches, in memory only."""
    return Valkey(places, "cache", places.cache_socket, CACHE)
