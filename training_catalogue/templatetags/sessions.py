"""Cells of a month of sessions: put together here and not by a template, there are forty of them."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from network.ui.templatetags.ui import foreign

register = template.Library()

_ENTRY = '<a class="calev calev--{tone}" href="{url}"><b>{what}</b> {title}{sample}</a>'
_MORE = '<a class="calev" href="{url}" rel="nofollow" aria-label="{more}: {day}">{more}</a>'


@register.simple_tag
def week_of(days: list[Any]) -> SafeString:
    """The cells of a week (training_catalogue.views.months.Day)."""
    return mark_safe("".join(_cell(day) for day in days))  # noqa: S308 - made of escaped parts


def _cell(day: Any) -> str:
    if day.is_off:
        return '<td class="off"></td>'
    number = f'<span class="d">{day.date.day}</span>'
    if not day.happenings:
        return f"<td>{number}</td>"
    entries = "".join(
        _ENTRY.format(
            tone=each.tone,
            url=escape(each.url),
            what=escape(each.what),
            title=foreign(each.title),
            sample=f" {render_to_string('components/sample.html')}" if each.is_sample else "",
        )
        for each in day.happenings
    )
    more = ""
    if day.more:
        more = _MORE.format(url=escape(day.url), more=escape(day.more), day=day.date.day)
    return f'<td class="has">{number}<div>{entries}{more}</div></td>'
