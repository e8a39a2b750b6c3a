"""Courses in a list: twenty-five on a page, so they are put together here and not by a template."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import Passage, SourceTextModel
from network.ui import icons, languages

register = template.Library()

_RECORD = (
    '<li><article class="record record--course"><div><div class="record__kicker">'
    "<b{provider_lang}>{provider}</b><span>{mode}</span><span>{taught_in}</span></div>"
    '<h3><a href="{url}"{title_lang}>{title}</a>{sample}</h3>'
    '<div class="row row--tight kick">{facts}</div></div>{session}</article></li>\n'
)
_SESSION = (
    '<div class="session"><p><b>{days}</b></p><p class="small soft">{deadline}</p>'
    '<span class="tag tag--{tone}">{phase}{status}</span>{more}</div>'
)


@register.simple_tag
def courses(cards: Iterable[Any]) -> SafeString:
    """List items of courses (training_catalogue.views.cards.Card)."""
    sample, none = _signs(languages.active())
    parts = [
        _RECORD.format(
            provider=escape(card.provider),
            provider_lang=card.provider_lang,
            mode=escape(card.mode),
            taught_in=escape(card.taught_in),
            url=escape(card.url),
            title=card.title,
            title_lang=card.title_lang,
            sample=sample if card.is_sample else "",
            facts="".join(f"<span>{escape(fact)}</span>" for fact in card.facts),
            session=_session(card.when) if card.when else none,
        )
        for card in cards
    ]
    return mark_safe("".join(parts))  # noqa: S308 - titles come marked and safe, the rest escaped


def _session(when: Any) -> str:
    more = ngettext("and %(count)s more session", "and %(count)s more sessions", when.more)
    return _SESSION.format(
        days=escape(when.days),
        deadline=escape(when.deadline),
        tone=when.tone,
        phase=icons.phase(when.phase),
        status=escape(when.status),
        more=f'<p class="small soft">{escape(more % {"count": when.more})}</p>' if when.more > 0 else "",
    )


@lru_cache(maxsize=len(languages.NAMES))
def _signs(language: str) -> tuple[str, str]:
    words = _("No session announced")
    none = f'<div class="session"><p class="small soft">{escape(words)}</p></div>'
    return " " + render_to_string("components/sample.html"), none


@register.simple_tag
def text_of(record: SourceTextModel, name: str) -> Passage:
    """A field's text for this reader, with its language: {% text_of session "place" as place %}."""
    return record.passage(name)
