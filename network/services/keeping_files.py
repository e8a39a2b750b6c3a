"""A file and the row that names it are kept together or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def kept_with_its_row(record: Any, no_room: Exception) -> Iterator[None]:
    """One transaction, within which `record.file` is saved; what fails leaves no file on the disk.

    Raises `no_room` where the disk takes no more.
    """
    try:
        with transaction.atomic():
            yield
    except BaseException as error:
        if record.file.name:
            record.file.storage.delete(record.file.name)
        if isinstance(error, OSError):
            raise no_room from error
        raise
