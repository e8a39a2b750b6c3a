"""Databases to measure on: made once under VAR_DIR/bench, with a tenth and with all of the records."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from network.config.embedded.places import ROLE
from network.config.embedded.servers import Servers

ROOT = Path(__file__).resolve().parents[2]

FLOOR_TABLE = """
CREATE TABLE IF NOT EXISTS bench_floor_row (id bigserial PRIMARY KEY, title varchar(200) NOT NULL,
    summary text NOT NULL, identifier varchar(20) NOT NULL, state varchar(60) NOT NULL,
    published_at timestamptz NOT NULL)
"""
FLOOR_ROWS = """
INSERT INTO bench_floor_row (title, summary, identifier, state, published_at)
SELECT title, summary, display ->> 'identifier', display ->> 'state', published_at
FROM search_searchrow WHERE is_original
"""


def name_of(records: int) -> str:
    """The database with so many practices."""
    return f"bench_{records}"


def address(servers: Servers, records: int) -> str:
    """DATABASE_URL of the database with so many practices."""
    return f"postgresql://{ROLE}@/{servers.places.sockets}/{name_of(records)}"


def connect(servers: Servers, database: str) -> psycopg.Connection:
    """A connection of the driver itself."""
    return psycopg.connect(
        host=str(servers.places.sockets), user=ROLE, dbname=database, autocommit=True, connect_timeout=3
    )


def prepare(servers: Servers, records: int, seed: int) -> None:
    """Make the database when it is not there; takes minutes for 100,000 records."""
    with connect(servers, "portal") as maintenance:
        found = maintenance.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name_of(records)])
        if found.fetchone() and _is_complete(servers, records):
            manage(servers, records, "migrate", "-v0")
            manage(servers, records, "rebuild_search", "-v0")
            return
        maintenance.execute(f"DROP DATABASE IF EXISTS {name_of(records)}")
        maintenance.execute(f"CREATE DATABASE {name_of(records)}")
    for command in (
        ["migrate", "-v0"],
        ["load_reference"],
        ["make_practices", str(records), "--seed", str(seed)],
    ):
        manage(servers, records, *command)
    with connect(servers, name_of(records)) as database:
        database.execute(FLOOR_TABLE)
        database.execute(FLOOR_ROWS)
        database.execute("CREATE INDEX bench_floor_newest ON bench_floor_row (published_at)")
        database.execute("VACUUM ANALYZE")


def prepare_face(servers: Servers, records: int) -> None:
    """Messages and static files, without which no page is drawn."""
    for command in (["compile_messages"], ["collectstatic", "--noinput", "-v0"]):
        manage(servers, records, *command)


SIGN_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from network.models import User
reader = User.objects.filter(email="reader@bench.example").first() or User.objects.create_user(
    "reader@bench.example", full_name="Reader", language="es")
session = SessionStore()
session[SESSION_KEY] = str(reader.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = reader.get_session_auth_hash()
session.create()
print("key", session.session_key)
"""


def signed_in(servers: Servers, records: int) -> str:
    """The key of a session of somebody without any role."""
    found = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", SIGN_IN],
        cwd=ROOT,
        env=environment(servers, records),
        check=True,
        capture_output=True,
        text=True,
    )
    return found.stdout.strip().rpartition("key ")[2]


def manage(servers: Servers, records: int, *command: str) -> None:
    """Run a command of manage.py on one of the databases."""
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(servers, records), check=True
    )


def environment(servers: Servers, records: int) -> dict[str, str]:
    """The environment of a process that works on one of the databases."""
    return {
        **os.environ,
        "VAR_DIR": str(servers.places.var_dir),
        "DATABASE_URL": address(servers, records),
        "DEMO": "1",
        "DEBUG": "0",
        "LOG_LEVEL": "ERROR",
        "SEARCHES_PER_MINUTE": "0",
    }


def _is_complete(servers: Servers, records: int) -> bool:
    with connect(servers, name_of(records)) as database:
        return database.execute("SELECT to_regclass('bench_floor_newest')").fetchone() != (None,)
