"""Static files, compressed once."""

import re
from collections.abc import Iterator
from pathlib import Path

from whitenoise.storage import CompressedManifestStaticFilesStorage

HASHED = re.compile(r"\.[0-9a-f]{12}\.")  # Django puts the beginning of the content's hash into the name


class CompressOnceStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage; it leaves alone what has its compressed twin already.

    Pages refer to hashed names only, whose content never changes. WhiteNoise compresses every file anew
    at every collection, which takes most of the time of a start after a change.
    """

    def compress_files(self, paths: set[str]) -> Iterator[tuple[str, str]]:
        """Compress the hashed files that have no compressed twin."""
        missing = {
            path for path in paths if HASHED.search(path) and not Path(f"{self.path(path)}.gz").exists()
        }
        yield from super().compress_files(missing)
