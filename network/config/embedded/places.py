"""Where the embedded servers keep their data and their sockets, and which user they run as.

Everything here is derived from VAR_DIR, the user of this process and what lies on disk;
nothing is written. PostgreSQL refuses to run as root: as root the servers run as `nobody`
(or as the owner of data that is already there), and when that user may not enter VAR_DIR
(it lies in root's home, say) all moves to a folder of its own under /var/lib.
"""

import hashlib
import os
import pwd
import re
import stat
from dataclasses import dataclass
from pathlib import Path

MAJOR = "18"
ROLE = "portal"
DATABASES = ("portal", "portal_demo")
SOCKET_PATH_LIMIT = 100  # Linux allows 107 bytes, macOS 103
LONGEST_SOCKET_NAME = ".s.PGSQL.5432.lock"
PLAIN_PATH = re.compile(r"^[\w./-]+$", re.ASCII)  # goes into URLs and server options as it is


@dataclass(frozen=True)
class Places:
    """The folders of one embedded installation, and the user of its servers."""

    var_dir: Path
    home: Path
    sockets: Path
    user: pwd.struct_passwd

    @classmethod
    def of(cls, var_dir: Path) -> "Places":
        """The places for this VAR_DIR; the same for every process of the same user."""
        var_dir = Path(var_dir).absolute()
        home = _home(var_dir)
        return cls(var_dir, home, _sockets(home), _server_user(home))

    @property
    def postgres_data(self) -> Path:
        return self.home / "postgres" / MAJOR

    @property
    def valkey_data(self) -> Path:
        return self.home / "valkey"

    @property
    def binaries(self) -> Path:
        return self.home / "bin"

    @property
    def configuration(self) -> Path:
        return self.home / "conf"

    @property
    def logs(self) -> Path:
        return self.home / "log"

    @property
    def broker_socket(self) -> Path:
        return self.sockets / "broker.sock"

    @property
    def cache_socket(self) -> Path:
        return self.sockets / "cache.sock"

    @property
    def drops_privileges(self) -> bool:
        """Whether the servers run as another user than this process."""
        return self.user.pw_uid != os.geteuid()


def urls(var_dir: Path, demo: bool) -> dict[str, str]:
    """DATABASE_URL, BROKER_URL and CACHE_URL of the embedded servers; starts nothing.

    In the database address, as in django-environ, the path holds the folder of the socket and the name.

    A demonstration has a database, a broker and a cache number of its own.
    """
    places = Places.of(var_dir)
    name = DATABASES[1] if demo else DATABASES[0]
    number = 1 if demo else 0
    return {
        "DATABASE_URL": f"postgresql://{ROLE}@/{places.sockets}/{name}",
        "BROKER_URL": f"redis+socket://{places.broker_socket}?virtual_host={number}",
        "CACHE_URL": f"unix://{places.cache_socket}?db={number}",
    }


def passable(folder: Path) -> bool:
    """Whether any user may walk through this folder and all above it, as far as they exist."""
    for step in (folder, *folder.parents):
        try:
            if not step.stat().st_mode & stat.S_IXOTH:
                return False
        except FileNotFoundError:
            continue
    return True


def _home(var_dir: Path) -> Path:
    if os.geteuid() != 0 or (var_dir / "postgres").exists():
        return var_dir
    # VAR_DIR itself is opened by the launcher; the folders above it are not ours to change.
    return var_dir if passable(var_dir.parent) else Path("/var/lib") / f"portal-{_mark(var_dir)}"


def _sockets(home: Path) -> Path:
    inside = home / "run"
    longest = len(os.fsencode(inside / LONGEST_SOCKET_NAME))
    if longest <= SOCKET_PATH_LIMIT and PLAIN_PATH.match(str(inside)):
        return inside
    if os.geteuid() == 0:
        return Path("/run") / f"portal-{_mark(home)}"
    return Path("/tmp") / f"portal-{os.geteuid()}-{_mark(home)}"  # noqa: S108 - made 0700, owner checked


def _server_user(home: Path) -> pwd.struct_passwd:
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        owner = (home / "postgres" / MAJOR).stat().st_uid
    except FileNotFoundError:
        owner = 0
    return pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]
