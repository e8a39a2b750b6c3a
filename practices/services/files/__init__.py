"""What may be attached to a practice: files are known by their content, never by their name."""

from .inspection import ACCEPTED, KINDS_IN_WORDS, CheckedFile, RefusedFileError, check_file
from .names import safe_name

__all__ = ["ACCEPTED", "KINDS_IN_WORDS", "CheckedFile", "RefusedFileError", "check_file", "safe_name"]
