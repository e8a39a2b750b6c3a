"""Markdown as blocks for paper, which templates/pdf/flow.typ sets: the kinds of text that pages show too.

A block is {"kind": "paragraph" | "heading" | "list" | "quote" | "code" | "table" | "rule", …}; its text is a
list of spans: {"text": …, "style": "" | "strong" | "em" | "code" | "link", "url": …}.
"""

from collections.abc import Callable, Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .markdown import MAX_LENGTH, MAX_NESTING

Span = dict[str, str]
Block = dict[str, Any]

_parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable("table")
_parser.disable("image")
SAFE = ("http://", "https://", "mailto:")
BREAKS = {"softbreak": " ", "hardbreak": "\n"}
STYLES = {"strong_open": "strong", "em_open": "em"}


def blocks(text: str) -> list[Block]:
    """The blocks of a text in their order; what is too long is one paragraph, as it was typed."""
    if len(text) > MAX_LENGTH:
        return [{"kind": "paragraph", "spans": [_span(text)]}]
    found = _read(iter(_parser.parse(text)), "")
    _settle(found, 0)
    return found


def _settle(found: list[Block], last: int) -> int:
    """Headings from the first level on, none skipped: a tagged PDF takes no other. Gives the last level."""
    for block in found:
        if block["kind"] == "heading":
            last = block["level"] = min(block["level"], last + 1)
        for inner in (*block.get("items", ()), block.get("blocks", ())):
            last = _settle(inner, last)
    return last


def _read(tokens: Iterator[Token], until: str) -> list[Block]:
    """Blocks up to the token that closes the one they are in."""
    found: list[Block] = []
    for token in tokens:
        if token.type == until:
            break
        if block := _block(token, tokens):
            found.append(block)
    return found


def _block(token: Token, tokens: Iterator[Token]) -> Block | None:
    read = READERS.get(token.type)
    return read(token, tokens) if read else None


def _items(tokens: Iterator[Token], opened: str) -> list[list[Block]]:
    items: list[list[Block]] = []
    for token in tokens:
        if token.type == opened.replace("_open", "_close"):
            break
        if token.type == "list_item_open":
            items.append(_read(tokens, "list_item_close"))
    return items


def _rows(tokens: Iterator[Token]) -> list[list[list[Span]]]:
    """The first row is the head."""
    rows: list[list[list[Span]]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_spans(token))
    return rows


def _inline(tokens: Iterator[Token]) -> list[Span]:
    """The inline content that follows an opening token, whose end is passed over."""
    spans = _spans(next(tokens))
    next(tokens)
    return spans


def _spans(token: Token) -> list[Span]:
    spans: list[Span] = []
    styles: list[str] = []
    links: list[str] = []
    for child in token.children or []:
        if child.type in STYLES:
            styles.append(STYLES[child.type])
        elif child.type in ("strong_close", "em_close"):
            styles.pop()
        elif child.type == "link_open":
            links.append(str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            links.pop()
        else:
            said = BREAKS.get(child.type, child.content)
            style = "code" if child.type == "code_inline" else (styles[-1] if styles else "")
            url = links[-1] if links and links[-1].startswith(SAFE) else ""
            spans.append(_span(said, "link" if url else style, url))
    return [span for span in spans if span["text"]]


def _span(text: str, style: str = "", url: str = "") -> Span:
    return {"text": text, "style": style, "url": url}


def _heading(token: Token, tokens: Iterator[Token]) -> Block:
    return {"kind": "heading", "level": min(int(token.tag[1]), 3), "spans": _inline(tokens)}


def _list(token: Token, tokens: Iterator[Token]) -> Block:
    ordered = token.type == "ordered_list_open"
    return {"kind": "list", "ordered": ordered, "items": _items(tokens, token.type)}


READERS: dict[str, Callable[[Token, Iterator[Token]], Block]] = {
    "paragraph_open": lambda token, tokens: {"kind": "paragraph", "spans": _inline(tokens)},
    "heading_open": _heading,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "blockquote_open": lambda token, tokens: {"kind": "quote", "blocks": _read(tokens, "blockquote_close")},
    "fence": lambda token, tokens: {"kind": "code", "text": token.content},
    "code_block": lambda token, tokens: {"kind": "code", "text": token.content},
    "table_open": lambda token, tokens: {"kind": "table", "rows": _rows(tokens)},
    "hr": lambda token, tokens: {"kind": "rule"},
}
