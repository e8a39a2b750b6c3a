"""Start a demonstration of its own (unless PORTAL_URL names one), run the audit or the pictures, stop it.

Usage: python -m tests.audit.run [screens | nu | axe | lighthouse] …
"""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR, PORT, PATIENCE = ROOT / "build" / "audit" / "var", "8399", 300


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of a running demonstration; its data stay in build/audit/var for the next time."""
    if url := os.environ.get("PORTAL_URL"):
        yield url
        return
    VAR.mkdir(parents=True, exist_ok=True)
    settings = {**os.environ, "DEMO": "1", "DEBUG": "", "VAR_DIR": str(VAR), "PORT": PORT}
    portal = subprocess.Popen([sys.executable, "manage.py", "portal"], cwd=ROOT, env=settings)
    try:
        _wait(f"http://localhost:{PORT}/en/", portal)
        yield f"http://localhost:{PORT}"
    finally:
        portal.terminate()
        portal.wait(60)


def _wait(url: str, portal: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and portal.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(1)
    raise SystemExit("The demonstration did not start.")


def main(names: list[str]) -> int:
    """The exit code of what was run."""
    screens = names[:1] == ["screens"]
    module, rest = ("tests.browser.screens", names[1:]) if screens else ("tests.audit", names)
    with demonstration() as url:
        environment = {**os.environ, "PORTAL_URL": url}
        return subprocess.run([sys.executable, "-m", module, *rest], cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
