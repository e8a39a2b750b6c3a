"""The portal's four languages: their names, their locales for numbers and dates, the same page in another."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from .addresses import absolute

NAMES = dict(settings.LANGUAGES)
#: Locales of Babel: Portuguese is Brazil's.
LOCALES = {"en": "en", "es": "es", "fr": "fr", "pt": "pt_BR"}
DEFAULT = "en"


@dataclass(frozen=True)
class LanguageLink:
    """One page in one language."""

    code: str
    name: str
    url: str
    is_current: bool

    @property
    def absolute_url(self) -> str:
        """Address with host, as hreflang wants it."""
        return absolute(self.url)


def active() -> str:
    """Two-letter code of the active language."""
    code = (get_language() or DEFAULT)[:2]
    return code if code in NAMES else DEFAULT


def colon() -> str:
    """What stands between a label and its text: French sets a space before it that does not break."""
    return "\N{NO-BREAK SPACE}:" if active() == "fr" else ":"


def links(path: str, query: str = "") -> list[LanguageLink]:
    """This page in each language; the words of a path are the same in all, so only its first part changes.

    A page that has no language in its address leads to the home page of each.
    """
    current = active()
    tail = f"?{query}" if query else ""
    return [
        LanguageLink(code, name, in_language(path, code) + tail, code == current)
        for code, name in NAMES.items()
    ]


def in_language(path: str, code: str) -> str:
    """`path` under another language; the home page for a path without language."""
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{code}/{rest}" if first in NAMES else f"/{code}/"


def has_language(path: str) -> bool:
    """Whether the address of the page says a language."""
    return path.lstrip("/").partition("/")[0] in NAMES
