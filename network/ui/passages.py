"""Signs at single passages: a machine translated it, or its original has changed since a person approved it.

A dashed line is what is not settled; the words beside it are for those who do not see it.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import icons


def machine_line(content: SafeString) -> SafeString:
    """A short text by a machine."""
    return format_html('<span class="mt"><span class="vh">{} </span>{}</span>', _machine(), content)


def machine_block(content: SafeString) -> SafeString:
    """Paragraphs by a machine."""
    return format_html(
        '<div class="prose prose--mt"><span class="vh">{} </span>{}</div>', _machine(), content
    )


def changed_line(content: SafeString) -> SafeString:
    """A short text whose original has changed."""
    return format_html(
        '{} <span class="changed" title="{}">{}<span class="vh">{}</span></span>',
        content,
        changed_words(),
        icons.icon("alert"),
        changed_words(),
    )


def changed_block(content: SafeString) -> SafeString:
    """Paragraphs whose original has changed."""
    return format_html("{}{}", content, changed_note())


def changed_note() -> SafeString:
    """A line of its own below a heading."""
    return format_html('<p class="changed">{} {}</p>', icons.icon("alert"), changed_words())


def changed_words() -> str:
    """For readers."""
    return _("The original has changed since this translation was approved.")


def _machine() -> str:
    return _("Machine translation:")
