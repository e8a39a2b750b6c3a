"""A backup is a folder: the database, the media, and a manifest by which both can be proved.

What is counted, dumped and listed is one moment of the database: the dump uses the snapshot in which the rows
are counted. Files are written once and never changed, so a file that the database names is in the archive.
"""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from .checks import is_marked
from .postgres_programs import ProgramError, run_program

DUMP, MEDIA, MANIFEST = "database.dump", "media.tar", "manifest.json"
FORMAT = 1


class BackupError(Exception):
    """The backup cannot be made or put back; says why. Nothing was changed unless it says so."""


def make_backup(folder: Path) -> Path:
    """Write a backup into a new folder below `folder`, mode 0700; gives the new folder.

    It bears its name only when it is complete. Raises BackupError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}"
    draft = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=folder))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            tables = count_rows()
            _run(
                "pg_dump",
                "--format=custom",
                "--compress=6",
                f"--snapshot={snapshot}",
                f"--file={draft / DUMP}",
            )
        files = _archive(Path(settings.MEDIA_ROOT), draft / MEDIA)
        manifest = {
            "format": FORMAT,
            "made_at": datetime.now(UTC).isoformat(),
            "is_demonstration": is_marked(),
            "sha256": {each: digest_of(draft / each) for each in (DUMP, MEDIA)},
            "tables": tables,
            "media": files,
        }
        (draft / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        return draft.rename(folder / name)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def check_backup(backup: Path) -> dict[str, Any]:
    """The manifest, once the files beside it are what it says. Raises BackupError."""
    try:
        manifest: dict[str, Any] = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        wrong = [name for name, digest in manifest["sha256"].items() if digest_of(backup / name) != digest]
    except (OSError, ValueError, KeyError) as error:
        raise BackupError(f"This is no complete backup: {error}") from error
    if manifest["format"] != FORMAT or wrong:
        raise BackupError(f"The backup is damaged: {', '.join(wrong) or 'unknown format'}.")
    return manifest


def restore_backup(backup: Path, *, replace: bool = False) -> dict[str, Any]:
    """Put a backup in the place of the connected database and the media; gives its manifest.

    The database changes as a whole or not at all; media that were there are kept beside, as `media.before-…`.
    Then rows and files are counted and compared. Raises BackupError for a damaged backup, for a database in
    use unless `replace`, for a demonstration's backup elsewhere, and when something differs afterwards.
    """
    manifest = check_backup(backup)
    if manifest["is_demonstration"] and not is_marked():
        raise BackupError("This is the backup of a demonstration: it cannot become a real portal.")
    if not replace and _is_in_use():
        raise BackupError(
            "People are in this database already. Say --replace to put the backup in its place."
        )
    draft = _unpacked(backup, manifest)
    connection.close()
    options = (
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
    )
    try:
        _run("pg_restore", *options, f"--dbname={connection.settings_dict['NAME']}", str(backup / DUMP))
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _put_in_place(draft, Path(settings.MEDIA_ROOT))
    if differences := list(_differences(manifest)):
        raise BackupError("Restored, but it differs from the backup: " + "; ".join(differences))
    return manifest


def count_rows() -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table's name
            counts[table] = cursor.fetchone()[0]
    return counts


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def list_media(root: Path) -> dict[str, str]:
    """Every file below `root` by its relative path, with its SHA-256."""
    files = sorted(path for path in root.rglob("*") if path.is_file()) if root.is_dir() else []
    return {path.relative_to(root).as_posix(): digest_of(path) for path in files}


def _archive(root: Path, target: Path) -> dict[str, str]:
    listed = list_media(root)
    with tarfile.open(target, "w") as archive:
        for name in listed:
            archive.add(root / name, arcname=name, recursive=False)
    return listed


def _unpacked(backup: Path, manifest: dict[str, Any]) -> Path:
    """The media beside their place, on the same disk, proved file by file."""
    root = Path(settings.MEDIA_ROOT)
    root.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".media-", dir=root.parent))
    with tarfile.open(backup / MEDIA) as archive:
        for member in archive:
            _unpack(archive, member, draft)
    if list_media(draft) != manifest["media"]:
        shutil.rmtree(draft, ignore_errors=True)
        raise BackupError("The media of the backup are not those that its manifest lists.")
    return draft


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, draft: Path) -> None:
    """One plain file below `draft`; anything else was not put there by a backup."""
    target = (draft / member.name).resolve()
    content = archive.extractfile(member) if member.isreg() else None
    if content is None or not target.is_relative_to(draft.resolve()):
        raise BackupError(f"The media of the backup hold what no backup puts there: {member.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with content, target.open("xb") as file:
        shutil.copyfileobj(content, file)


def _put_in_place(draft: Path, root: Path) -> None:
    draft.chmod(0o750)
    if root.exists():
        if any(root.iterdir()):
            root.rename(root.with_name(f"{root.name}.before-{datetime.now(UTC):%Y-%m-%dT%H%M%S}"))
        else:
            root.rmdir()
    draft.rename(root)


def _differences(manifest: dict[str, Any]) -> Iterator[str]:
    tables = count_rows()
    for table in sorted(set(tables) | set(manifest["tables"])):
        was, now = manifest["tables"].get(table), tables.get(table)
        if was != now:
            yield f"{table}: {was} rows, now {now}"
    if list_media(Path(settings.MEDIA_ROOT)) != manifest["media"]:
        yield "media"


def _is_in_use() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('network_user')")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT EXISTS (SELECT FROM network_user)")
        return bool(cursor.fetchone()[0])


def _run(program: str, *arguments: str) -> None:
    try:
        run_program(program, *arguments)
    except ProgramError as error:
        raise BackupError(str(error)) from error
