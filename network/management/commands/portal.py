"""The whole portal in the foreground: `make run` runs this."""

import fcntl
import gc
import os
import socket
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from network.config.embedded.processes import ServerError
from network.config.embedded.servers import Servers
from network.config.preparation import prepare
from network.config.programs import LOOPBACK, bind_address, load_web, programs
from network.config.supervisor import Supervisor

PATIENCE = 15.0  # seconds


class Command(BaseCommand):
    """Servers, tables, messages, data; then web server, workers, sweeper and scheduler until Ctrl-C."""

    help = "Runs the whole portal in the foreground; Ctrl-C stops it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--host",
            default=os.environ.get("HOST", LOOPBACK),
            help="address to listen on; a demonstration always listens on this machine only",
        )

    def handle(self, *args: Any, host: str, **options: Any) -> None:
        """Start what is missing, prepare, supervise, and stop all again."""
        begun = time.monotonic()
        address = bind_address(host)
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        lock = self._only_one()
        self._port_is_free(address)
        servers = Servers(
            settings.VAR_DIR,
            postgres=not os.environ.get("DATABASE_URL"),
            broker=not os.environ.get("BROKER_URL"),
            cache=not os.environ.get("CACHE_URL"),
        )
        try:
            with servers:
                self._prepare()
                supervisor = Supervisor(servers, programs(address), address, lock)
                supervisor.run(lambda: self._ready(time.monotonic() - begun))
                self.stdout.write("Stopping the servers.")
        except ServerError as error:
            raise CommandError(str(error)) from error
        finally:
            os.close(lock)
        self.stdout.write("Stopped.")

    def _prepare(self) -> None:
        for label, seconds in prepare():
            self.stdout.write(f"Prepared: {label} ({seconds:.1f} s)")
        load_web()
        connections.close_all()
        gc.collect()
        gc.freeze()  # what is loaded now is shared with the children, untouched by their collectors

    def _ready(self, took: float) -> str:
        kind = "A demonstration" if settings.DEMO else "The portal"
        return f"{kind} is up after {took:.1f} s; Ctrl-C stops it. http://localhost:{settings.PORT}"

    def _only_one(self) -> int:
        """Lock the folder; children of a portal that was just killed may hold it for a moment."""
        handle = os.open(settings.VAR_DIR / "portal.lock", os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise CommandError(f"A portal already runs on {settings.VAR_DIR}.") from None
                time.sleep(0.2)
            else:
                return handle

    def _port_is_free(self, address: str) -> None:
        host, port = address.rsplit(":", 1)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, int(port)))
            except OSError as error:
                raise CommandError(f"Port {port} cannot be used ({error.strerror}): set PORT.") from None
