"""The options of a filter: a hundred on a page, so they are put together here and not by a template."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from . import numbers

_OPTION = (
    '<li><label class="check">'
    '<input type="checkbox" id="f-{name}-{value}" name="{name}" value="{value}"{checked}>'
    "<span>{label}</span><span>{count}</span></label></li>\n"
)


def facet_options(name: str, options: Iterable[Mapping[str, Any]]) -> SafeString:
    """List items of one filter; each option has value, label, count (None: not counted) and checked.

    The ids let htmx keep the focus when it replaces the filters.
    """
    safe_name = escape(name)
    items = [
        _OPTION.format(
            name=safe_name,
            value=escape(option["value"]),
            checked=" checked" if option["checked"] else "",
            label=escape(option["label"]),
            count="" if option["count"] is None else numbers.number(option["count"]),
        )
        for option in options
    ]
    return mark_safe("".join(items))  # noqa: S308 - each part is escaped
