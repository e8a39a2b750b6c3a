"""Making the folders of the embedded servers, closed to everyone else."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from .places import Places

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a private folder in it
PLENTY = 6 * 2**30  # bytes


class UnsafeFolderError(RuntimeError):
    """A folder for private sockets or data belongs to someone else."""


def make_folders(places: Places) -> None:
    """Make what is missing: data and sockets for the servers' user alone, the rest for ours.

    Raises UnsafeFolderError when a folder is not the expected user's, as when somebody
    made the folder for our sockets under /tmp first.
    """
    places.var_dir.mkdir(parents=True, exist_ok=True)
    places.home.mkdir(parents=True, exist_ok=True)
    if places.drops_privileges and places.home.stat().st_uid == os.geteuid():
        _let_through(places.home)
    for folder in (places.configuration, places.logs):
        _own(folder, 0o755, os.geteuid(), os.getegid())
    (places.home / "postgres").mkdir(exist_ok=True)
    if places.drops_privileges:
        _let_through(places.home / "postgres")
    for folder in (places.postgres_data, places.valkey_data, places.sockets):
        _own(folder, 0o700, places.user.pw_uid, places.user.pw_gid)


def _own(folder: Path, mode: int, user: int, group: int) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != user:
            raise UnsafeFolderError(
                f"{folder} belongs to another user. Start as that user, or set VAR_DIR to another folder."
            ) from None
    else:
        if user != os.geteuid():
            os.chown(folder, user, group)
    if stat.S_IMODE(folder.stat().st_mode) != mode:
        folder.chmod(mode)


def _let_through(folder: Path) -> None:
    mode = stat.S_IMODE(folder.stat().st_mode)
    if not mode & stat.S_IXOTH:
        folder.chmod(mode | stat.S_IXOTH)


def passing_folder(prefix: str) -> Path:
    """A new private folder for what nobody keeps: in memory where that is plenty, on disk otherwise.

    Copying a database, as tests do after each other, is several times as quick in memory.
    """
    with contextlib.suppress(OSError):
        room = os.statvfs(MEMORY)
        if room.f_bavail * room.f_frsize > PLENTY:
            return Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY))
    return Path(tempfile.mkdtemp(prefix=prefix))
