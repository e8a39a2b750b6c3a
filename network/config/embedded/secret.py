"""The secret key of an installation that was given none."""

import os
import secrets
import tempfile
from pathlib import Path


def secret_key(var_dir: Path) -> str:
    """The key in VAR_DIR/secret_key, made on first use and readable by its owner only.

    Two processes that start at once agree on one key: the first link wins.
    """
    path = Path(var_dir) / "secret_key"
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".secret_key-", dir=path.parent)  # mode 0600 from the start
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64) + "\n")
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        os.unlink(draft)
