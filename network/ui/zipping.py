"""A ZIP written while it is sent: nothing is gathered in memory or on the disk."""

import io
import zipfile
from collections.abc import Iterable, Iterator

PIECE = 2**16  # bytes handed on at a time


class _Pieces(io.RawIOBase):
    """A file that hands on what is written to it, and can't go back."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.held += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since."""
        found, self.held = bytes(self.held), bytearray()
        return found


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """The ZIP of these files in pieces; each file is a name and its content, read when its turn comes."""
    out = _Pieces()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
        for name, content in files:
            with archive.open(name, "w", force_zip64=True) as file:
                for piece in content:
                    file.write(piece)
                    if len(out.held) >= PIECE:
                        yield out.taken()
    yield out.taken()
