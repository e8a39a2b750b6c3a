"""The options of a filter: a hundred on a page, so they are put together here and not by a template."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from . import languages, numbers

_OPTION = (
    "<li><label>"
    '<input type="checkbox" id="f-{name}-{value}" name="{name}" value="{value}"{checked}>'
    "<span>{label}</span><span>"
)
_END = "</span></label></li>"


def facet_options(name: str, options: Iterable[Mapping[str, Any]]) -> SafeString:
    """List items of one filter; each option has value, label, count (None: not counted) and checked.

    The ids let htmx keep the focus when it replaces the filters.
    """
    items = [
        _option(name, option["value"], option["label"], option["checked"])
        + ("" if option["count"] is None else numbers.number(option["count"]))
        + _END
        for option in options
    ]
    return mark_safe("".join(items))  # noqa: S308 - each part is escaped


@lru_cache(maxsize=2000)
def _option(name: str, value: str, label: str, checked: bool) -> str:
    """An option up to its count; the same few hundred come on every page."""
    return _OPTION.format(
        name=escape(name), value=escape(value), label=escape(label), checked=" checked" if checked else ""
    )


def options(rows: Iterable[Sequence[Any]], chosen: Any = None) -> SafeString:
    """Options of a select: each row is a value, a label, and the language of the label if it is known."""
    here, parts = languages.active(), []
    for value, label, *language in rows:
        foreign_label = f' lang="{escape(language[0])}"' if language and language[0] not in ("", here) else ""
        selected = " selected" if value == chosen else ""
        parts.append(f'<option value="{escape(value)}"{foreign_label}{selected}>{escape(label)}</option>')
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped
