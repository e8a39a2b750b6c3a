"""Threads as list items, put together here and not by a template."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from network.ui import icons, languages, numbers
from network.ui.passages import machine_line
from network.ui.templatetags.ui import lang_attribute

from ..models import Thread

_ITEM = (
    '<li class="thread{tone}"><h3>{marks}<a href="{url}"{lang}>{title}</a>{new}</h3>'
    '<p class="small soft">{said}</p></li>\n'
)


class Words(NamedTuple):
    """Signs and words of a list, in one language."""

    pinned: str
    locked: str
    new: str
    waiting: str
    hidden: str
    sample: str


def render_threads(
    threads: Iterable[Thread], *, entered_at: Any = None, spaces: bool = False, moderates: bool = False
) -> SafeString:
    """List items, with what is new for a person who entered the space at `entered_at`, and what waits for its
    moderators; with `spaces` each names its space."""
    words, language = _words(languages.active()), languages.active()
    parts = [
        _item(thread, words, language, _is_new(thread, entered_at), spaces=spaces, moderates=moderates)
        for thread in threads
    ]
    return mark_safe("".join(parts))  # noqa: S308 - titles and names are escaped


def _item(thread: Thread, words: Words, language: str, is_new: bool, *, spaces: bool, moderates: bool) -> str:
    title = thread.passage("title")
    marks = (words.pinned if thread.is_pinned else "") + (words.locked if thread.is_locked else "")
    if thread.is_hidden:
        marks += words.hidden
    url, read = f"/{language}/{thread.path}", getattr(thread, "last_read_seq", None)
    if is_new and read:
        url += "?page=new#new"
    shown = escape(title.text)
    return _ITEM.format(
        tone=" thread--new" if is_new else "",
        marks=marks,
        url=url,
        lang=lang_attribute(title.language),
        title=machine_line(shown) if title.is_machine else shown,
        new=words.new if is_new else "",
        said=" · ".join(_said(thread, words, spaces=spaces, moderates=moderates)),
    )


def _said(thread: Thread, words: Words, *, spaces: bool, moderates: bool) -> list[str]:
    """What stands below the title."""
    said = []
    if spaces:
        space = thread.space.passage("title")
        said.append(f"<span{lang_attribute(space.language)}>{escape(space.text)}</span>")
    said.append(_count(thread.visible_count, languages.active()))
    if thread.starter_name:
        said.append(escape(_("begun by %(name)s") % {"name": thread.starter_name}))
    if thread.last_visible_at is not None:
        poster = getattr(thread, "last_poster", "") or ""
        when = numbers.day_and_clock(thread.last_visible_at)
        said.append(_last(languages.active()) % {"name": escape(poster), "when": when} if poster else when)
    if thread.is_demonstration and not thread.passage("title").text.startswith("◇"):
        said[-1] += words.sample
    if moderates and thread.pending_count:
        said.append(words.waiting % {"count": thread.pending_count})
    return said


def _is_new(thread: Thread, entered_at: Any) -> bool:
    """Whether something came since the person last read it."""
    if entered_at is None or thread.last_visible_at is None or thread.last_visible_at <= entered_at:
        return False
    return (getattr(thread, "last_read_seq", None) or 0) < thread.last_visible_seq


@lru_cache(maxsize=10_000)
def _count(count: int, language: str) -> str:
    return escape(ngettext("%(count)s post", "%(count)s posts", count) % {"count": numbers.number(count)})


@lru_cache(maxsize=len(languages.NAMES))
def _last(language: str) -> str:
    return escape(_("last by %(name)s, %(when)s"))


@lru_cache(maxsize=len(languages.NAMES))
def _words(language: str) -> Words:
    def sign(name: str, words: str) -> str:
        return f'{icons.icon(name)}<span class="vh">{escape(words)}: </span>'

    def tag(words: str, tone: str = "draft") -> str:
        return f'<span class="tag tag--{tone}">{escape(words)}</span>'

    return Words(
        pinned=sign("pin", _("Pinned")),
        locked=sign("lock", _("Closed to new posts")),
        new=" " + tag(_("new posts"), "go"),
        waiting=tag(_("%(count)s await approval")),
        hidden=tag(pgettext("thread", "hidden")) + " ",
        sample=render_to_string("components/sample.html").strip(),
    )
