"""Stops files that are too large while they arrive, before they reach the disk."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

FILES_AT_MOST = 4  # full-sized ones in one request


class CappedUploadHandler(FileUploadHandler):
    """First of the upload handlers: a file over UPLOAD_MAX_BYTES is dropped, the rest of the form is read.

    `too_large_files(request)` then names what was dropped, so that the form can say so at the field.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start counting."""
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on, or drop the file."""
        self.size += len(raw_data)
        self.request.upload_total = getattr(self.request, "upload_total", 0) + len(raw_data)
        limit = settings.UPLOAD_MAX_BYTES
        if self.size > limit or self.request.upload_total > limit * FILES_AT_MOST:
            self.request.too_large_files = [*too_large_files(self.request), self.file_name or ""]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers after this one make the file."""


def too_large_files(request: HttpRequest) -> list[str]:
    """Names of files that were dropped because of their size."""
    return getattr(request, "too_large_files", [])
