"""Opening files of strangers in a process of its own, with little memory and time.

A hostile file can make any reader take hours or gigabytes. The two scripts beside this module run without
the portal's settings, set their own limits before they open anything, and are killed when time is up.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.files import File

_HERE = Path(__file__).parent
CHECK_SECONDS = 20
TEXT_SECONDS = 60


class ConfinedError(Exception):
    """The reader ran out of memory or time, or broke down."""


def check_confined(upload: File, kind: str) -> str:
    """Why a file of `kind` ("pdf", "docx", "xlsx") is refused: a key of `kinds.REASONS`, or ""."""
    with _on_disk(upload) as path:
        answer = json.loads(_run("confined_check.py", [path, kind], CHECK_SECONDS))
    return answer["refused"]


def text_confined(content: IO[bytes], media_type: str) -> str:
    """The text of a file, cut at what a search row can hold. Raises ConfinedError."""
    with _on_disk(content) as path:
        return _run("confined_text.py", [path, media_type], TEXT_SECONDS).decode("utf-8", "replace")


def _run(script: str, arguments: list[str], seconds: int) -> bytes:
    command = [sys.executable, "-I", str(_HERE / script), *arguments, str(seconds)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds + 5, check=False)  # noqa: S603 - our script
    except subprocess.TimeoutExpired as error:
        raise ConfinedError("time") from error
    if done.returncode:
        raise ConfinedError(done.stderr[-500:].decode("utf-8", "replace") or f"exit {done.returncode}")
    return done.stdout


@contextmanager
def _on_disk(content: Any) -> Iterator[str]:
    if hasattr(content, "temporary_file_path"):
        yield content.temporary_file_path()
        return
    with tempfile.NamedTemporaryFile(prefix="portal-check-") as copy:
        content.seek(0)
        for chunk in iter(lambda: content.read(1 << 20), b""):
            copy.write(chunk)
        copy.flush()
        yield copy.name
