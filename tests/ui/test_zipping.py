"""A ZIP that is written while it is sent."""

import io
import os
import zipfile
from collections.abc import Iterator

from network.ui.zipping import PIECE, zipped


def test_the_pieces_are_a_zip_of_the_files() -> None:
    files = [("a.json", [b"{", b"}"]), ("folder/é.txt", [b"words"]), ("empty", [])]
    with zipfile.ZipFile(io.BytesIO(b"".join(zipped(files)))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.json": b"{}",
            "folder/é.txt": b"words",
            "empty": b"",
        }


def test_no_files_are_an_empty_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(zipped([])))) as archive:
        assert archive.namelist() == []


def test_a_file_is_read_when_its_turn_comes_and_little_is_held() -> None:
    read: list[int] = []

    def content(number: int) -> Iterator[bytes]:
        for _piece in range(20):
            read.append(number)
            yield os.urandom(PIECE)  # does not get smaller

    pieces = zipped((f"{number}", content(number)) for number in range(3))
    first = next(pieces)
    assert len(first) < 3 * PIECE
    assert set(read) == {0}
    assert max(map(len, pieces)) < 3 * PIECE
    assert len(read) == 60
