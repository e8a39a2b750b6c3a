"""Markdown as people may write it here: paragraphs, emphasis, lists, links, quotes, small headings, tables.

markdown-it-py renders without raw HTML, nh3 then keeps only what is listed. No pictures: they would
let a writer see who reads.
"""

import re

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

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


def render(text: str) -> SafeString:
    """Safe HTML of a Markdown text; headings begin at the third level, below a page's own."""
    if not text:
        return SafeString("")
    if len(text) > MAX_LENGTH:
        return format_html("<p>{}</p>", text)
    flat = _DEEP.sub(lambda match: match[0][: MAX_NESTING * 2], text)
    html = re.sub(r"<(/?)h([1-6])>", _lower_heading, _parser.render(flat))
    return mark_safe(  # noqa: S308 - cleaned by nh3 in this very call
        nh3.clean(
            html,
            tags=TAGS,
            attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
            url_schemes=_SCHEMES,
            link_rel="nofollow noopener noreferrer",
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
