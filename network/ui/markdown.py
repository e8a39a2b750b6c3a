"""Markdown as people may write it here: paragraphs, emphasis, lists, links, quotes, small headings, tables.

markdown-it-py renders without raw HTML, nh3 then keeps only what is listed. No pictures: they would
let a writer see who reads.
"""

import re

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

#: Longest text that is rendered; what is longer is shown as it was typed. Guards the worker's time.
MAX_LENGTH = 100_000
#: How deep quotes and lists may nest; deeper levels are dropped by the renderer.
MAX_NESTING = 12

TAGS = {
    "p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}
_DEEP = re.compile(rf"^(?:[ \t]*[>*+-]){{{MAX_NESTING + 1},}}", re.MULTILINE)

_parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable(
    ["table", "strikethrough"]
)
_parser.disable("image")
#: An address that somebody typed. One pass over the text: linkify-it-py, which markdown-it would use, takes a
#: minute for 90 kB of "://".
_ADDRESS = re.compile(r"(?<![\w/:@])https?://[^\s<>\"'`{}|\\^\[\]]{3,500}", re.IGNORECASE)


def _link_addresses(state: StateCore) -> None:
    """Make links of the addresses in running text, but not inside links and code."""
    for block in state.tokens:
        if block.type != "inline" or "://" not in block.content or not block.children:
            continue
        depth, children = 0, []
        for token in block.children:
            depth += token.nesting if token.type in ("link_open", "link_close") else 0
            children += _linked(token) if token.type == "text" and depth == 0 else [token]
        block.children = children


def _linked(token: Token) -> list[Token]:
    pieces, end = [], 0
    for match in _ADDRESS.finditer(token.content):
        address = _without_end(match[0])
        pieces += [_text(token, token.content[end : match.start()]), Token("link_open", "a", 1)]
        pieces[-1].attrs = {"href": address}
        pieces += [_text(token, address), Token("link_close", "a", -1)]
        end = match.start() + len(address)
    return [*pieces, _text(token, token.content[end:])] if pieces else [token]


def _without_end(address: str) -> str:
    """Without the marks that end a sentence, or a bracket that was opened before."""
    shown = address.rstrip(".,;:!?…»”")
    return shown[:-1] if shown.endswith(")") and "(" not in shown else shown


def _text(like: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=like.level)


_linking = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable(
    ["table", "strikethrough"]
)
_linking.disable("image")
_linking.core.ruler.after("inline", "addresses", _link_addresses)


def render(text: str, *, by_public: bool = False) -> SafeString:
    """Safe HTML of a Markdown text; headings begin at the third level, below a page's own.

    `by_public`: what anybody may post: typed addresses become links, and links say that users wrote them.
    """
    if not text:
        return SafeString("")
    if len(text) > MAX_LENGTH:
        return format_html("<p>{}</p>", text)
    flat = _DEEP.sub(lambda match: match[0][: MAX_NESTING * 2], text)
    html = re.sub(r"<(/?)h([1-6])>", _lower_heading, (_linking if by_public else _parser).render(flat))
    return mark_safe(  # noqa: S308 - cleaned by nh3 in this very call
        nh3.clean(
            html,
            tags=TAGS,
            attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
            url_schemes=_SCHEMES,
            link_rel=f"nofollow {'ugc ' if by_public else ''}noopener noreferrer",
        )
    )


def excerpt(text: str, length: int = 280) -> str:
    """The beginning of a Markdown text without its marks, cut at a word."""
    plain = nh3.clean(_parser.render(text[: length * 8]), tags=set())
    plain = " ".join(plain.split())
    plain = plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    if len(plain) <= length:
        return plain
    return plain[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _lower_heading(match: re.Match[str]) -> str:
    return f"<{match[1]}h{min(int(match[2]) + 2, 6)}>"
