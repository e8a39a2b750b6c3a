"""Posts as list items: fifty on a page, so they are put together here and not by a template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.choices import OrganizationKind
from network.moderation.choices import Reason
from network.search import labels
from network.ui import icons, languages, numbers
from network.ui.templatetags.ui import language_in_words

from ..choices import PostState
from ..models.threads import page_of
from ..querysets import Place
from ..querysets.extras import NOTHING, Extras
from .quoting import render_quotes

ICONS = ("reply", "cite", "flag", "edit", "close", "translate", "globe", "file", "hide")
_POST = (
    '<li class="post{tone}" id="{anchor}"><article aria-labelledby="a{key}"><header class="post__head">'
    '<h3 id="a{key}">{name}</h3>{office}<p class="post__when small"><time datetime="{iso}">{when}</time> '
    '<a href="{link}" aria-label="{link_label}">{number}</a></p></header>{reply}{quotes}{state}'
    '<div class="post__body"{lang}>{html}</div>{files}{note}{actions}</article></li>\n'
)
_GONE = (
    '<li class="post post--gone" id="{anchor}"><div>{icon}<p><b>{what}</b> · '
    '<time datetime="{iso}">{when}</time>'
    '<br><span class="soft">{why}</span></p></div></li>\n'
)
_FILE = '<li>{icon}<span><a href="{url}">{name}</a><small>{kind} · {size}</small></span></li>'


@dataclass(frozen=True, kw_only=True)
class Frame:
    """How a page shows its posts: where it stands, what its reader may do, what they have read."""

    path: str
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

    link: str
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


def sign(name: str) -> str:
    """An icon of the sprite."""
    return f'<svg class="i" aria-hidden="true"><use href="#i-{name}"/></svg>'


@lru_cache(maxsize=len(languages.NAMES))
def _words(language: str) -> Words:
    return Words(
        link=escape(_("Link to post %(number)s")),
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
        key=place.pk,
        name=(escape(place.author_name) or escape(_("Former member")))
        + (words.sample if place.is_demonstration else ""),
        office=_office(place.author_office, place.author_kind, place.country_id, languages.active()),
        iso=moment.isoformat(timespec="minutes"),
        when=numbers.day_and_clock(moment),
        link=f"{frame.here(page)}#{place.anchor}" if page else f"#{place.anchor}",
        link_label=words.link % {"number": place.seq or ""},
        number=number,
        reply=_reply(place, frame, words),
        quotes=render_quotes(extras.quotes, frame.here),
        state=_state(place),
        lang=f' lang="{place.language}"' if place.language != languages.active() else "",
        html=place.html,
        files=_files(extras.files),
        note=_language_note(place, frame, words, page),
        actions=_actions(place, frame),
    )


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
    link = f"{frame.here(page_of(seq))}#p{seq}"
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


def _language_note(place: Place, frame: Frame, words: Words, page: int) -> str:
    """Whose words these are, where they are not the author's in the language of the page."""
    if place.is_original:
        return _of_original(place, frame, page) if place.language != languages.active() else ""
    links = f'<a href="{frame.here(max(page, 1), original=True)}#{place.anchor}">{words.original}</a>'
    if suggest := _suggest(languages.active()):
        links += f'<a href="{suggest}{place.pk}/" rel="nofollow">{words.suggest}</a>'
    label = _from(place.source_language, place.is_machine, languages.active())
    stale = f'<span class="changed">{words.stale}</span>' if place.is_stale else ""
    return f'<p class="post__lang">{label}{links}{stale}</p>'


def _of_original(place: Place, frame: Frame, page: int) -> str:
    said = _original_in(place.language, languages.active())
    label = f'<span class="tag tag--plain">{sign("globe")}{said}</span>'
    if frame.is_original:
        back = f"{frame.here(max(page, 1), original=False)}#{place.anchor}"
        label += f'<a href="{back}">{_read_in(languages.active())}</a>'
    return f'<p class="post__lang">{label}</p>'


@lru_cache(maxsize=64)
def _original_in(source: str, language: str) -> str:
    return escape(_("Original in %(language)s") % {"language": language_in_words(source)})


@lru_cache(maxsize=8)
def _read_in(language: str) -> str:
    return escape(_("Read it in %(language)s") % {"language": language_in_words(language)})


@lru_cache(maxsize=64)
def _from(source: str, is_machine: bool, language: str) -> str:
    words = {"language": language_in_words(source)}
    said = _("Machine translation from %(language)s") if is_machine else _("Translated from %(language)s")
    tone = "mt" if is_machine else "plain"
    return f'<span class="tag tag--{tone}">{sign("translate")}{escape(said % words)}</span>'


@lru_cache(maxsize=len(languages.NAMES))
def _suggest(language: str) -> str:
    return reverse("l10n:suggest", args=["fora.post", "0"]).removesuffix("0/")


def _actions(place: Place, frame: Frame) -> str:
    if not frame.user_id:
        return ""
    own, found = place.author_id == frame.user_id, []
    base = f"/{languages.active()}/fora/posts/{place.pk}/"
    said = _action_words(languages.active())
    if frame.may_write and place.state == PostState.PUBLISHED:
        found += [
            ("reply", f"{frame.path}reply/?to={place.pk}"),
            ("cite", f"{frame.path}reply/?quote={place.pk}"),
        ]
    if own and place.state in (PostState.PUBLISHED, PostState.PENDING, PostState.REJECTED):
        found += [("edit", f"{base}edit/"), ("close", f"{base}withdraw/")]
    elif not own and place.state == PostState.PUBLISHED and _has_flags():
        found.append(("flag", f"{base}flag/"))
    links = "".join(f'<a class="btn btn--3" href="{url}">{sign(name)}{said[name]}</a>' for name, url in found)
    if place.edited_at:
        links += f'<a class="btn btn--3" href="{base}history/">{said["history"]}</a>'
    return f'<footer class="row row--tight post__do">{links}</footer>' if links else ""


@lru_cache(maxsize=1)
def _has_flags() -> bool:
    try:
        return bool(reverse("fora:flag", args=[1]))
    except NoReverseMatch:
        return False


@lru_cache(maxsize=len(languages.NAMES))
def _action_words(language: str) -> dict[str, str]:
    return {
        "reply": escape(_("Reply")),
        "cite": escape(_("Quote")),
        "flag": escape(_("Report")),
        "edit": escape(_("Edit")),
        "close": escape(_("Withdraw")),
        "history": escape(_("Edited: what changed")),
    }


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
        iso=moment.isoformat(timespec="minutes"),
        when=numbers.day(moment, "medium"),
        why=" ".join(part for part in why if part),
    )
