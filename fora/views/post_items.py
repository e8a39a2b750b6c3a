"""Posts as list items: fifty on a page, so they are put together here and not by a template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.choices import OrganizationKind
from network.moderation.choices import Reason
from network.search import labels
from network.ui import icons, languages, numbers

from ..choices import PostState
from ..models.threads import page_of
from ..querysets import Place
from ..querysets.extras import NOTHING, Extras
from .post_actions import actions
from .post_language import language_note, sign
from .quoting import render_quotes

ICONS = ("reply", "translate", "file", "hide")
_POST = (
    '<li class="post{tone}" id="{anchor}"><header><h3>{name}</h3>{office}'
    '<p><a href="{link}"><time datetime="{iso}">{when}</time> {number}</a></p></header>{reply}{quotes}{state}'
    "<div{lang}>{html}</div>{files}{note}{actions}</li>\n"
)
_GONE = (
    '<li class="post post--gone" id="{anchor}"><div>{icon}<p><b>{what}</b> · '
    '<time datetime="{iso}">{when}</time>'
    '<br><span class="soft">{why}</span></p></div></li>\n'
)
_FILE = '<li>{icon}<span><a href="{url}">{name}</a><small>{kind} · {size}</small></span></li>'


@dataclass(frozen=True, kw_only=True)
class Frame:
    """How a page shows its posts: where it stands, what its reader may do, what they have read.

    `path`: the thread's, "./" on its own pages; `page`: the one that the posts stand on, where it is known.
    """

    path: str
    page: int = 0
    user_id: int | None = None
    may_write: bool = False
    is_original: bool = False
    read_until: int | None = None
    extras: Mapping[int, Extras] = field(default_factory=dict)

    def here(self, page: int, *, original: bool | None = None) -> str:
        """The address of one of the thread's pages, read as this one is unless said otherwise."""
        asked = [f"page={page}"] if page > 1 else []
        if self.is_original if original is None else original:
            asked.append("original=1")
        return f"{self.path}?{'&amp;'.join(asked)}" if asked else self.path


class Words(NamedTuple):
    """What posts say over and over, in one language."""

    language: str
    answers: str
    original: str
    suggest: str
    sample: str
    new: str
    stale: str


def render_posts(places: Iterable[Place], frame: Frame) -> SafeString:
    """List items of the posts and tombstones, in order."""
    words, parts, marked = _words(languages.active()), [], frame.read_until is None
    for place in places:
        if not marked and frame.read_until and place.seq and place.seq > frame.read_until:
            parts.append(f'<li class="posts__new" id="new"><span>{words.new}</span></li>')
            marked = True
        parts.append(_post(place, frame, words) if place.is_readable else _gone(place))
    return mark_safe("".join(parts))  # noqa: S308 - bodies were cleaned when they were written, the rest is escaped


def sprite() -> SafeString:
    """The icons that posts use, once per page."""
    return _sprite()


@lru_cache(maxsize=1)
def _sprite() -> SafeString:
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{icons.inside(name)}</symbol>' for name in ICONS
    )
    return mark_safe(f'<svg class="vh" aria-hidden="true">{symbols}</svg>')  # noqa: S308 - our own drawings


@lru_cache(maxsize=len(languages.NAMES))
def _words(language: str) -> Words:
    return Words(
        language=language,
        answers=escape(_("in answer to")),
        original=escape(_("See the original")),
        suggest=escape(_("Suggest a better wording")),
        sample=render_to_string("components/sample.html").strip(),
        new=escape(_("New since your last visit")),
        stale=escape(_("The original has changed since this translation was approved.")),
    )


def _post(place: Place, frame: Frame, words: Words) -> str:
    extras = frame.extras.get(place.pk, NOTHING)
    moment = place.published_at or place.submitted_at or place.created_at
    page = page_of(place.seq) if place.seq else 0
    number = f"#{place.seq}" if place.seq else escape(PostState(place.state).label)
    return _POST.format(
        tone=_tone(place),
        anchor=place.anchor,
        name=_name(place, words),
        office=_office(place.author_office, place.author_kind, place.country_id, words.language),
        iso=_iso(moment),
        when=numbers.day_and_clock(moment),
        link=f"{frame.here(page)}#{place.anchor}" if page not in (0, frame.page) else f"#{place.anchor}",
        number=number,
        reply=_reply(place, frame, words),
        quotes=render_quotes(extras.quotes, frame.here),
        state=_state(place),
        lang=f' lang="{place.language}"' if place.language != words.language else "",
        html=place.html,
        files=_files(extras.files),
        note=language_note(place, frame, words, page),
        actions=actions(place, frame, words.language),
    )


def _iso(moment: datetime) -> str:
    """A moment for programs, as short as it can be said."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _name(place: Place, words: Words) -> str:
    """Who wrote; a sample says so once."""
    name = place.author_name or _("Former member")
    return escape(name) + (words.sample if place.is_demonstration and not name.startswith("◇") else "")


def _tone(place: Place) -> str:
    if place.state != PostState.PUBLISHED:
        return " post--waiting"
    return " post--mt" if place.is_machine else ""


def _state(place: Place) -> str:
    """Why it is not read by all, for those who read it all the same."""
    if place.state == PostState.PUBLISHED:
        return ""
    label = escape(PostState(place.state).label)
    reason = _reason(place.state_reason)
    return f'<p class="small"><span class="tag tag--draft">{label}</span>{f" {reason}" if reason else ""}</p>'


def _reason(code: str) -> str:
    return escape(_("Reason: %(reason)s.") % {"reason": Reason(code).label}) if code in Reason.values else ""


@lru_cache(maxsize=5_000)
def _office(office: str, kind: str, iso2: str | None, language: str) -> str:
    """For whom somebody writes: office, state, kind of organization."""
    state = labels.states(language).get(iso2 or "")
    parts = [
        office,
        state.name if state else "",
        OrganizationKind(kind).label if kind in OrganizationKind.values else "",
    ]
    said = " · ".join(escape(str(part)) for part in parts if part)
    return f'<p class="small soft">{said}</p>' if said else ""


def _reply(place: Place, frame: Frame, words: Words) -> str:
    if not place.reply_to_seq:
        return ""
    seq = place.reply_to_seq
    page = page_of(seq)
    link = f"#p{seq}" if page == frame.page else f"{frame.here(page)}#p{seq}"
    return f'<p class="post__re small">{sign("reply")}{words.answers} <a href="{link}">#{seq}</a></p>'


def _files(files: list[dict[str, Any]]) -> str:
    if not files:
        return ""
    items = [
        _FILE.format(
            icon=sign("file"),
            url=escape(reverse("fora:attachment", args=[each["uuid"]])),
            name=escape(each["name"]) + (f" – {escape(each['alternative'])}" if each["alternative"] else ""),
            kind=escape(each["type"].rpartition("/")[2].upper()),
            size=escape(numbers.size(each["size"])),
        )
        for each in files
    ]
    return f'<ul class="docs post__files">{"".join(items)}</ul>'


def _gone(place: Place) -> str:
    what = {
        PostState.HIDDEN: _("Post %(number)s was hidden by the moderators"),
        PostState.WITHDRAWN: _("Post %(number)s was withdrawn by its author"),
        PostState.REDACTED: _("Post %(number)s was removed for good"),
    }[PostState(place.state)]
    moment = place.published_at or place.created_at
    why = [_reason(place.state_reason)] if place.state == PostState.HIDDEN else []
    if place.state == PostState.HIDDEN:
        why.append(escape(_("Its author may appeal.")))
    why.append(escape(_("The numbering does not change.")))
    return _GONE.format(
        anchor=place.anchor,
        icon=sign("hide"),
        what=escape(what % {"number": place.seq}),
        iso=_iso(moment),
        when=numbers.day(moment, "medium"),
        why=" ".join(part for part in why if part),
    )
