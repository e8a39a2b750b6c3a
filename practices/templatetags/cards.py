"""Practices in a list: twenty-five on a page, so they are put together here and not by a template."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.ui import icons, languages

from ..choices import Direction, Strength
from ..choices.instrument import step_of

register = template.Library()

_KICKER = '<div class="record__kicker"><b>{state}</b><span class="mono">{identifier}</span>{assistance}'
_RECORD = (
    f'<li><article class="record"><div>{_KICKER}<span class="tag tag--plain">{{depth}}</span>{{sample}}</div>'
    '<h3><a href="{url}"{title_lang}>{title}</a></h3><p{lang}>{summary}</p>'
    "{codes}</div>{evidence}</article></li>\n"
)
_CARD = (
    f'<article class="card">{_KICKER}{{sample}}</div>'
    '<h3><a href="{url}"{title_lang}>{title}</a></h3><p{lang}>{summary}</p></article>'
)


class Signs(NamedTuple):
    """What cards say with a sign, in one language."""

    assistance: str
    full: str
    snapshot: str
    sample: str


@register.simple_tag
def records(cards: Iterable[Any]) -> SafeString:
    """List items of practices (practices.views.cards.Card), with depth and languages."""
    return _joined(_RECORD, cards)


@register.simple_tag
def small_cards(cards: Iterable[Any]) -> SafeString:
    """Practices side by side, as on the home page."""
    return _joined(_CARD, cards)


@register.simple_tag
def whole_evidence(card: Any) -> SafeString:
    """Strength and direction of a practice as a whole, for a cell of a table; or that it is not rated."""
    drawn = _evidence(card.shown.get("strength", ""), card.shown.get("direction", ""))
    return drawn or format_html('<span class="soft">{}</span>', _("Not rated"))  # type: ignore[return-value]


def _joined(shape: str, cards: Iterable[Any]) -> SafeString:
    signs = _signs(languages.active())
    parts = [
        shape.format(
            state=escape(card.state),
            identifier=escape(card.shown["identifier"]),
            assistance=signs.assistance if card.shown["assistance"] else "",
            depth=signs.full if card.is_full else signs.snapshot,
            sample=signs.sample if card.shown["sample"] else "",
            url=escape(card.url),
            title_lang=card.title_lang,
            title=card.title,
            lang=card.lang,
            summary=card.summary,
            codes=card.codes.strip(),
            evidence=_evidence(card.shown.get("strength", ""), card.shown.get("direction", "")),
        )
        for card in cards
    ]
    return mark_safe("".join(parts))  # noqa: S308 - titles and summaries come marked and safe, the rest escaped


def _evidence(strength: str, direction: str) -> SafeString | str:
    """Strength and direction as a whole, where the practice is rated."""
    return _drawn_evidence(languages.active(), strength, direction) if strength else ""


@lru_cache(maxsize=200)
def _drawn_evidence(language: str, strength: str, direction: str) -> SafeString:
    """The component in one language; there are few different ones."""
    drawn = render_to_string(
        "components/evidence.html",
        {
            "strength": step_of(strength),
            "strength_label": Strength(strength).label,
            "direction": direction,
            "direction_label": Direction(direction).label if direction else "",
        },
    )
    return mark_safe(drawn.strip())  # noqa: S308 - a drawn template


@lru_cache(maxsize=len(languages.NAMES))
def _signs(language: str) -> Signs:
    return Signs(
        assistance='<span class="tag tag--good">{}{}</span>'.format(
            icons.icon("people"), escape(_("Offers assistance"))
        ),
        full=icons.phase("done") + escape(_("Full record")),
        snapshot=icons.phase("screening") + escape(_("Snapshot")),
        sample=render_to_string("components/sample.html").strip(),
    )
