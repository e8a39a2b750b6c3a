"""A text as blocks to translate and what stands between them, so that its shape stays."""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_KEPT = re.compile(
    r"^\s*(?:"
    r"(?:[-*_]\s*){3,}"  # a rule
    r"|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?"  # the line below a table's head
    r"|=+"  # a heading's underline
    r"|\[[^\]\n]+\]:\s*\S+.*"  # where a link leads
    r")\s*$"
)
_PREFIX = re.compile(r"^(?:\s|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+)*")
_CODE_INDENT = re.compile(r"^(?: {4}|\t)\s*\S")


@dataclass
class Block:
    """A piece of a text: to translate, or to leave as it is."""

    text: str
    is_words: bool


def split(text: str, rich: bool) -> list[Block]:
    """The pieces; joined they are the text again, but soft line breaks of Markdown are spaces."""
    return _rich(text) if rich else _plain(text)


def _plain(text: str) -> list[Block]:
    blocks = []
    for piece in re.split(r"(\s*\n\s*)", text):
        lead, words, trail = _trimmed(piece)
        blocks += [Block(lead, False), Block(words, bool(words)), Block(trail, False)]
    return [block for block in blocks if block.text]


def _rich(text: str) -> list[Block]:
    blocks: list[Block] = []
    fence = ""
    joinable = False  # whether the last words go on in the next line
    for number, line in enumerate(text.split("\n")):
        if number and not joinable:
            blocks.append(Block("\n", False))
        opened = _FENCE.match(line)
        if fence or opened:
            if joinable:
                blocks.append(Block("\n", False))
            joinable = False
            blocks.append(Block(line, False))
            if opened and not fence:
                fence = opened[1]
            elif opened and opened[1].startswith(fence) and not line.strip().strip("`~"):
                fence = ""
            continue
        joinable = _line(line, blocks, goes_on=joinable)
    if joinable and blocks and not blocks[-1].is_words:
        blocks.pop()
    return [block for block in blocks if block.text]


def _line(line: str, blocks: list[Block], *, goes_on: bool) -> bool:
    """Add a line; gives whether the next one may go on with its sentence."""
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    alone = not line.strip() or _KEPT.match(line) or start > len(line.rstrip()) - 1
    code = _CODE_INDENT.match(line) and not goes_on and (not blocks or blocks[-1].text == "\n")
    if alone or code:
        if goes_on:
            blocks.append(Block("\n", False))
        blocks.append(Block(line, False))
        return False
    cells = "|" in line.strip()[1:-1] or line.lstrip().startswith("|")
    is_plain = not line[:start].strip() and not cells
    if goes_on and is_plain:
        blocks[-1].text += " " + line[start:].rstrip()
    else:
        if goes_on:
            blocks.append(Block("\n", False))
        blocks.append(Block(line[:start], False))
        if cells:
            for cell in re.split(r"(\s*(?<!\\)\|\s*)", line[start:].rstrip()):
                blocks.append(Block(cell, bool(cell.strip(" |"))))
            return False
        blocks.append(Block(line[start:].rstrip(), True))
    broken = line.endswith(("  ", "\\"))
    if broken and not line.endswith("\\"):
        blocks.append(Block("  ", False))
    heading = line[:start].strip().endswith("#")
    return not broken and not heading


def _trimmed(piece: str) -> tuple[str, str, str]:
    words = piece.strip()
    if not words:
        return piece, "", ""
    start = piece.index(words)
    return piece[:start], words, piece[start + len(words) :]


_SENTENCE_END = re.compile(r"(?<=[\w)»\"”%]{3}[.!?…])(\s+)(?=[\"«“(*_\[¿¡]*[A-ZÀ-ÝŒ])")
MAX_PIECE = 2_000  # characters at a time; a longer sentence is cut at a blank


def sentences(text: str) -> list[Block]:
    """A block in sentences; short words before a full stop may be abbreviations and end none."""
    pieces: list[Block] = []
    for number, piece in enumerate(_SENTENCE_END.split(text)):
        if number % 2:
            pieces.append(Block(piece, False))
            continue
        rest = piece
        while len(rest) > MAX_PIECE and (cut := rest.rfind(" ", 1, MAX_PIECE)) > 0:
            pieces += [Block(rest[:cut], True), Block(" ", False)]
            rest = rest[cut + 1 :]
        pieces.append(Block(rest, True))
    return pieces
