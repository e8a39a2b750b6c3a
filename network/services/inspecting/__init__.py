"""Files that people attach to what they write: known by their content, never by their name."""

from .inspection import (
    ACCEPTED,
    KINDS_IN_WORDS,
    CheckedFile,
    RefusedFileError,
    check_file,
    digest_of,
    too_large,
)
from .names import safe_name

__all__ = [
    "ACCEPTED",
    "KINDS_IN_WORDS",
    "CheckedFile",
    "RefusedFileError",
    "check_file",
    "digest_of",
    "safe_name",
    "too_large",
]
