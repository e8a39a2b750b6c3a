"""What changed between two texts, word by word, for people who compare them."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
LONGEST = 20_000
"""Pieces of both texts together; beyond, the texts are shown one after the other."""


class Piece(NamedTuple):
    """A run of text that is in both texts, only in the old one or only in the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in reading order; what is gone stands before what replaces it."""
    if old == new:
        return [Piece("same", old)] if old else []
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > LONGEST:
        return [piece for piece in (Piece("gone", old), Piece("new", new)) if piece.text]
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[i:j])))
            continue
        pieces += [
            piece
            for piece in (Piece("gone", "".join(before[i:j])), Piece("new", "".join(after[k:m])))
            if piece.text
        ]
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """A space between two changes belongs to them: whole phrases are easier to read than single words."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if 0 < index < len(pieces) - 1 and piece.kind == "same" and not piece.text.strip(" "):
            found += [Piece("gone", piece.text), Piece("new", piece.text)]
        else:
            found.append(piece)
    return _grouped(found)


def _grouped(pieces: list[Piece]) -> list[Piece]:
    grouped: list[Piece] = []
    gone = new = ""
    for piece in [*pieces, Piece("same", "")]:
        if piece.kind == "gone":
            gone += piece.text
        elif piece.kind == "new":
            new += piece.text
        else:
            grouped += [made for made in (Piece("gone", gone), Piece("new", new), piece) if made.text]
            gone = new = ""
    return grouped
