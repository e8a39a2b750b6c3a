"""What a portal needs before it can serve: tables, messages, static files, reference data."""

import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .checks import mark_demonstration, refuse_demonstration

DATA_SOURCES = (
    "network/data",
    "network/services",
    "practices/data",
    "practices/services",
    "fund",
    "fora",
    "training_catalogue",
)
EXAMPLES = (
    "load_demonstration",
    "load_fund_demonstration",
    "load_fora_demonstration",
    "load_training_demonstration",
)
UNUSED_STATIC = ["rest_framework", "*.map"]  # the browsable interface of the library is off


def prepare() -> Iterator[tuple[str, float]]:
    """Do what is missing, step by step; gives what was done and how many seconds it took."""
    for label, step in _steps():
        start = time.monotonic()
        if step():
            yield label, time.monotonic() - start


def _steps() -> list[tuple[str, Callable[[], bool]]]:
    steps: list[tuple[str, Callable[[], bool]]] = [
        ("database", _migrate),
        ("messages", lambda: _call("compile_messages")),
        ("static files", _collect_static),
        ("search index", _rebuild_search),
        (
            "reference data",
            lambda: _once_per_content(
                "reference", lambda: _call_all("load_reference", "load_fund", "load_fora", "load_assistance")
            ),
        ),
    ]
    if settings.DEMO:
        steps.insert(0, ("demonstration mark", _mark))
        steps.append(
            (
                "demonstration",
                lambda: _once_per_content("demonstration", lambda: _call_all(*EXAMPLES)),
            )
        )
    else:
        steps.insert(0, ("database check", _refuse))
    return steps


def _mark() -> bool:
    mark_demonstration()
    return False


def _refuse() -> bool:
    refuse_demonstration()
    return False


def _migrate() -> bool:
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def _rebuild_search() -> bool:
    """After an update that makes search rows by other rules; one query when they are as they should be."""
    from network.search.services.version import outdated, rebuild  # it reads models, which are ready only now

    kinds = outdated()
    for kind in kinds:
        rebuild(kind)
    return bool(kinds)


def _call(command: str) -> bool:
    if command not in get_commands():
        return False
    call_command(command, verbosity=0)
    return True


def _call_all(*commands: str) -> bool:
    return all(_call(command) for command in commands)


def _collect_static() -> bool:
    """Collect when a source file is new or changed; a second start finds nothing to do."""
    files = (
        Path(storage.path(name))
        for finder in get_finders()
        for name, storage in finder.list([])
        if not name.endswith("~")
    )
    return _when_changed("static", files, _call_collect)


def _call_collect() -> bool:
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED_STATIC)
    return True


def _once_per_content(name: str, load: Callable[[], bool]) -> bool:
    """Load data again when its sources changed, or this database has not had them."""
    sources = (
        path
        for folder in DATA_SOURCES
        for path in (settings.BASE_DIR / folder).rglob("*")
        if path.suffix in (".json", ".py")
    )
    return _when_changed(f"{name}-{_database()}", sources, load)


def _database() -> str:
    """This database and no other: its number changes when it is dropped and made again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        row = cursor.fetchone()
    place = hashlib.sha256(str(settings.DATABASES["default"]["HOST"]).encode()).hexdigest()[:8]
    return f"{place}-{row[0]}"


def _when_changed(name: str, files: Iterator[Path], act: Callable[[], bool]) -> bool:
    """Act unless the files are as they were after the last success (by name, size and time)."""
    now = hashlib.sha256()
    for path in sorted(files):
        state = path.stat()
        now.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    stamp = settings.VAR_DIR / "stamps" / name
    if stamp.exists() and stamp.read_text() == now.hexdigest():
        return False
    done = act()
    if done:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(now.hexdigest())
    return done
