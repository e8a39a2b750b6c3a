"""Databases to measure on: made once under VAR_DIR/bench, with a tenth and with all of the records."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def address(servers: Servers, database: str) -> str:
    """DATABASE_URL of one of the databases."""
    return f"postgresql://{ROLE}@/{servers.places.sockets}/{database}"


def connect(servers: Servers, database: str) -> psycopg.Connection:
    """A connection of the driver itself."""
    return psycopg.connect(
        host=str(servers.places.sockets), user=ROLE, dbname=database, autocommit=True, connect_timeout=3
    )


def prepare(servers: Servers, database: str, *fill: str, rows: str = FLOOR_ROWS) -> None:
    """Make the database with a command of manage.py when it is not there; takes minutes when it is large."""
    with connect(servers, "portal") as maintenance:
        found = maintenance.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if found.fetchone() and _is_complete(servers, database):
            manage(servers, database, "migrate", "-v0")
            manage(servers, database, "rebuild_search", "-v0")
            with connect(servers, database) as kept:
                kept.execute("VACUUM ANALYZE")  # as the server does by itself, some time after a rebuilding
            return
        maintenance.execute(f"DROP DATABASE IF EXISTS {database}")
        maintenance.execute(f"CREATE DATABASE {database}")
    for command in (("migrate", "-v0"), ("load_reference",), fill):
        manage(servers, database, *command)
    with connect(servers, database) as made:
        made.execute(FLOOR_TABLE)
        made.execute(rows)
        made.execute("CREATE INDEX bench_floor_newest ON bench_floor_row (published_at)")
        made.execute("VACUUM ANALYZE")


def prepare_face(servers: Servers, database: str) -> None:
    """Messages and static files, without which no page is drawn."""
    for command in (["compile_messages"], ["collectstatic", "--noinput", "-v0"]):
        manage(servers, database, *command)


SIGN_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from network.models import RoleGrant, User
reader = User.objects.filter(email="{role}reader@bench.example").first() or User.objects.create_user(
    "{role}reader@bench.example", full_name="Reader", language="es")
for role in filter(None, "{role}".split()):
    if not reader.has_role(role):
        RoleGrant.objects.create(user=reader, role=role, reason="Measurement")
session = SessionStore()
session[SESSION_KEY] = str(reader.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = reader.get_session_auth_hash()
session.create()
print("key", session.session_key)
"""


def signed_in(servers: Servers, database: str, role: str = "") -> str:
    """The key of a session of somebody with this role, or without any."""
    found = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", SIGN_IN.replace("{role}", role)],
        cwd=ROOT,
        env=environment(servers, database),
        check=True,
        capture_output=True,
        text=True,
    )
    return found.stdout.strip().rpartition("key ")[2]


def manage(servers: Servers, database: str, *command: str) -> None:
    """Run a command of manage.py on one of the databases."""
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(servers, database), check=True
    )


def told_by(servers: Servers, database: str, module: str) -> Any:
    """What a module that measures by itself prints last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment(servers, database) | {"DJANGO_SETTINGS_MODULE": "network.config.settings"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def environment(servers: Servers, database: str) -> dict[str, str]:
    """The environment of a process that works on one of the databases."""
    return {
        **os.environ,
        "VAR_DIR": str(servers.places.var_dir),
        "DATABASE_URL": address(servers, database),
        "DEMO": "1",
        "DEBUG": "0",
        "LOG_LEVEL": "ERROR",
        "SEARCHES_PER_MINUTE": "0",
        "API_READS_PER_MINUTE": "1000000000",  # counted, and never too many
    }


def _is_complete(servers: Servers, database: str) -> bool:
    with connect(servers, database) as found:
        return found.execute("SELECT to_regclass('bench_floor_newest')").fetchone() != (None,)
