"""The tables as all migrations leave them, in one file: an empty database needs a second, not half a minute.

Migrations stay the only source. `manage.py dump_schema` builds a database from them and writes the file; its
head names every file it was made from, and its own statements, with their digests. When one of these has
changed since, the file counts for nothing and migrations run as ever; migrations that came later run on top.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

SCHEMA = Path(__file__).with_name("schema.sql")
_TURN = 4_660_271  # the advisory lock of whoever fills an empty database
_MIGRATION, _FILE, _STATEMENTS = "-- migration ", "-- file ", "-- statements "
_SETVAL = "SELECT pg_catalog.setval("
_LEFT_OUT = (  # pg_dump's own session, its remarks, and what Django numbers by itself
    "SET ",
    "\\",
    "--",
    "SELECT pg_catalog.set_config(",
    f"{_SETVAL}'public.django_content_type",
    f"{_SETVAL}'public.auth_permission",
)
_QUOTES = ("$$", "$_$")  # which pg_dump puts around the bodies of functions


class Head(NamedTuple):
    """What the file says of itself: the migrations in it, and the digests of what it was made from."""

    migrations: list[tuple[str, str]]
    files: dict[str, str]

    @property
    def is_current(self) -> bool:
        """Whether there is such a file, and it and all that it was made from are still as they were."""
        if not self.files or not _is_as_written(SCHEMA.read_text(encoding="utf-8")):
            return False
        places = {settings.BASE_DIR / name: digest for name, digest in self.files.items()}
        return all(place.is_file() and _digest(place) == digest for place, digest in places.items())


def load_schema(alias: str) -> bool:
    """Fill an empty database with the tables, and note their migrations as applied; tells whether it did.

    All or nothing. A database with any table in it is left alone.
    """
    head = read_head()
    if not head.is_current:
        return False
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
        if connections[alias].introspection.table_names(cursor):
            return False
        cursor.execute("SET LOCAL check_function_bodies = off")
        cursor.execute(SCHEMA.read_text(encoding="utf-8"))
        recorder = MigrationRecorder(connections[alias])
        recorder.ensure_schema()
        now = timezone.now()
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name, applied=now) for app, name in head.migrations
        )
    return True


def read_head() -> Head:
    """What the file was made from; empty without a file."""
    head = Head([], {})
    if SCHEMA.exists():
        with SCHEMA.open(encoding="utf-8") as file:
            for line in file:
                if line.startswith(_MIGRATION):
                    app, name = line.removeprefix(_MIGRATION).split()
                    head.migrations.append((app, name))
                elif line.startswith(_FILE):
                    path, digest = line.removeprefix(_FILE).split()
                    head.files[path] = digest
                else:
                    break
    return head


def sources() -> dict[str, str]:
    """Our own migrations, the SQL that they read and the versions of libraries, with their digests now."""
    return {str(path.relative_to(settings.BASE_DIR)): _digest(path) for path in _sources()}


def schema_text(dump: str, migrations: Iterable[tuple[str, str]]) -> str:
    """The text of the file, from what pg_dump wrote about a database with these migrations."""
    head = [f"{_MIGRATION}{app} {name}" for app, name in sorted(migrations)]
    head += [f"{_FILE}{path} {digest}" for path, digest in sources().items()]
    return signed("\n".join((*head, f"{_STATEMENTS}?", *_statements(dump))) + "\n")


def signed(text: str) -> str:
    """The text of the file with the digest of its statements as they are now."""
    head, _mark, rest = text.partition(_STATEMENTS)
    statements = rest.partition("\n")[2]
    return f"{head}{_STATEMENTS}{_short(statements.encode())}\n{statements}"


def _is_as_written(text: str) -> bool:
    return _STATEMENTS in text and text == signed(text)


def _statements(dump: str) -> Iterator[str]:
    """The dump without its session and empty lines; the bodies of functions stay as they are."""
    quote = ""
    for line in dump.splitlines():
        is_new_counter = line.startswith(_SETVAL) and line.endswith(", 1, false);")
        if quote or not (not line or is_new_counter or line.startswith(_LEFT_OUT)):
            yield line
        for word in _QUOTES:
            if quote in ("", word) and line.count(word) % 2:
                quote = "" if quote else word


def _sources() -> list[Path]:
    """Our own migrations, the SQL that they read, and which Django and libraries run."""
    ours = [
        Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)
    ]
    files = {
        path
        for folder in ours
        if ".venv" not in folder.parts
        for path in (*folder.glob("migrations/0*.py"), *folder.glob("sql/*.sql"))
    }
    return sorted({*files, settings.BASE_DIR / "requirements.lock"})


def _digest(path: Path) -> str:
    return _short(path.read_bytes())


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
