"""Files that people attach to what they write: known by their content, never by their name."""

from .inspection import (
    ACCEPTED,
    CheckedFile,
    RefusedFileError,
    check_file,
    digest_of,
    file_hint,
    too_large,
)
from .names import safe_name

__all__ = [
    "ACCEPTED",
    "CheckedFile",
    "RefusedFileError",
    "check_file",
    "digest_of",
    "file_hint",
    "safe_name",
    "too_large",
]
