"""Where the portal's sections announce themselves: menu, footer, menu of a person.

An app calls `register` from its AppConfig.ready(). What has not been registered is not linked, so that no
link leads nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import get_script_prefix, get_urlconf, reverse

from . import languages

MAIN, NETWORK, DATA, PORTAL, PERSON = AREAS = ("main", "network", "data", "portal", "person")


def _everyone(user: Any) -> bool:
    return True


@dataclass(frozen=True)
class NavItem:
    """A link of the chrome.

    `label` is a lazily translated string; `area` one of AREAS: main menu, the footer's three columns
    (the Network, open data, your portal), or the signed-in person's menu; `shown` decides per user and
    must not ask the database more than the user's own grants. `badge`, given the user, says what is new
    there: a short text and the words that follow it for readers of screens, or None. `root_name` names the
    address that all pages of the section lie under, where the link leads to one of them.
    """

    label: Any
    url_name: str
    area: str = MAIN
    order: int = 50
    fragment: str = ""
    shown: Callable[[Any], bool] = _everyone
    badge: Callable[[Any], tuple[str, str] | None] | None = None
    root_name: str = ""

    @property
    def url(self) -> str:
        """Address in the active language."""
        address = _address(self.url_name, languages.active(), get_urlconf(), get_script_prefix())
        return address + (f"#{self.fragment}" if self.fragment else "")

    @property
    def root(self) -> str:
        """What the addresses of the section begin with, in the active language."""
        name = self.root_name or self.url_name
        return _address(name, languages.active(), get_urlconf(), get_script_prefix())


@cache
def _address(url_name: str, language: str, urlconf: str | None, prefix: str) -> str:
    """Worked out once: the chrome names a dozen addresses on every page."""
    return reverse(url_name)


_items: dict[tuple[str, str, str], NavItem] = {}


def register(item: NavItem) -> None:
    """Add a link; the same address in the same area replaces the earlier one."""
    if item.area not in AREAS:
        raise ValueError(item.area)
    _items[(item.area, item.url_name, item.fragment)] = item


def items(area: str, user: Any) -> list[NavItem]:
    """Links of an area that this user sees, in order."""
    found = [item for item in _items.values() if item.area == area and item.shown(user)]
    return sorted(found, key=lambda item: item.order)
