"""The embedded PostgreSQL: made once, started without network, known by the user's name (peer)."""

import locale
import os
import pwd
import signal
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from . import processes
from .binaries import postgres_programs
from .places import DATABASES, ROLE, Places

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_connections": "120",
    "jit": "off",  # pages are many small queries
    "min_wal_size": "80MB",
    "max_wal_size": "512MB",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class Postgres:
    """One cluster with the role `portal`, which owns its databases and is no superuser."""

    name = "postgres"

    def __init__(self, places: Places, *, durable: bool = True):
        self.places = places
        self.durable = durable
        self.log = places.logs / "postgres.log"
        self.process: subprocess.Popen[bytes] | None = None

    def answers(self) -> bool:
        """Whether a server accepts our connection now; a pid file alone proves nothing."""
        try:
            self.connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def connect(self, user: str, database: str = "postgres") -> psycopg.Connection:
        """A connection over the private socket; `postgres` is the superuser, for set-up only."""
        return psycopg.connect(
            host=str(self.places.sockets), user=user, dbname=database, autocommit=True, connect_timeout=3
        )

    def start(self) -> None:
        """Make the cluster when there is none, start it, and make role and databases.

        Raises ServerError with the end of the log.
        """
        programs = postgres_programs(self.places)
        if not (self.places.postgres_data / "PG_VERSION").exists():
            self._initialise(programs)
        self._write_access_rules()
        self._launch(programs)
        self._make_databases()

    def stop(self) -> None:
        """Stop without waiting for clients; what was committed stays."""
        ours = self.process is not None and self.process.poll() is None
        pid = self.process.pid if self.process and ours else self.pid()
        if pid is not None and (ours or self.answers()):
            processes.stop_process(pid, signal.SIGINT, signal.SIGQUIT, seconds=20)
        self.process = None

    def pid(self) -> int | None:
        """The process id that the data folder names, running or not."""
        try:
            return int((self.places.postgres_data / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError, ValueError):
            return None

    def _initialise(self, programs: Path) -> None:
        options = ["--auth=peer", "--username=postgres", "--encoding=UTF8", f"--locale={_utf8_locale()}"]
        if not self.durable:
            options.append("--no-sync")
        done = subprocess.run(  # noqa: S603 - our own program
            [str(programs / "initdb"), f"--pgdata={self.places.postgres_data}", *options],
            capture_output=True,
            text=True,
            check=False,
            **processes.as_server(self.places),
        )
        if done.returncode:
            raise processes.ServerError(f"PostgreSQL could not be set up:\n{done.stdout}{done.stderr}")

    def _write_access_rules(self) -> None:
        people = dict.fromkeys([pwd.getpwuid(os.geteuid()).pw_name, self.places.user.pw_name])
        rules = "".join(f"portal {name} {role}\n" for name in people for role in (ROLE, "postgres"))
        (self.places.configuration / "pg_ident.conf").write_text(rules)
        (self.places.configuration / "pg_hba.conf").write_text("local all all peer map=portal\n")

    def _launch(self, programs: Path) -> None:
        settings = SETTINGS | ({} if self.durable else NOT_DURABLE)
        settings["unix_socket_directories"] = str(self.places.sockets)
        for kind in ("hba", "ident"):
            settings[f"{kind}_file"] = str(self.places.configuration / f"pg_{kind}.conf")
        command = [str(programs / "postgres"), "-D", str(self.places.postgres_data)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        self._clear_after_kill()
        self.process = processes.spawn(self.places, command, self.log)
        if not processes.wait_until(self.answers, seconds=60, process=self.process):
            raise processes.ServerError(f"PostgreSQL does not start:\n{processes.last_lines(self.log)}")

    def _clear_after_kill(self) -> None:
        """Wait for what is left of a killed server, then remove its pid file and sockets.

        PostgreSQL itself goes by the process number, which may be a zombie's or another program's.
        """
        data = self.places.postgres_data
        if not processes.wait_until(lambda: not processes.working_in(data), seconds=20):
            raise processes.ServerError(f"A PostgreSQL that does not answer still runs in {data}.")
        (data / "postmaster.pid").unlink(missing_ok=True)
        for leftover in self.places.sockets.glob(".s.PGSQL.*"):
            leftover.unlink()

    def _make_databases(self) -> None:
        with self.connect("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(ROLE)))
            for name in DATABASES:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                    statement = sql.SQL("CREATE DATABASE {} OWNER {}")
                    connection.execute(statement.format(sql.Identifier(name), sql.Identifier(ROLE)))


def _utf8_locale() -> str:
    """A UTF-8 locale of this machine: the full-text parser needs one to know letters."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_US.UTF-8", "C.utf8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    raise processes.ServerError("This machine has no UTF-8 locale (C.UTF-8 or en_US.UTF-8).")
