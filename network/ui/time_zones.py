"""Names of time zones as readers know them: the city in the page's language, with its country abroad."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from .languages import LOCALES, active

AMERICAS = "America/"


def choices(names: Iterable[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The IANA names with their labels in the page's language: the Americas, and the rest."""
    labelled = _labelled(frozenset(names) - {"UTC"}, LOCALES[active()])
    americas = [choice for choice in labelled if choice[0].startswith(AMERICAS)]
    return americas, [choice for choice in labelled if not choice[0].startswith(AMERICAS)]


def name_of(zone: str) -> str:
    """One zone by its city, with its country abroad: "New York"; UTC by its own name."""
    return _name(zone, LOCALES[active()]) if "/" in zone else zone


@lru_cache(maxsize=1000)
def _name(zone: str, locale: str) -> str:
    return _label(zone, Locale.parse(locale))


@lru_cache(maxsize=len(LOCALES))
def _labelled(names: frozenset[str], locale: str) -> list[tuple[str, str]]:
    labels = {name: _label(name, Locale.parse(locale)) for name in names}
    count = Counter(labels.values())
    # Old names of a zone have the label of the present one: both can be chosen, so both say which they are.
    told_apart = {name: label if count[label] == 1 else f"{label}, {name}" for name, label in labels.items()}
    return sorted(told_apart.items(), key=lambda choice: choice[1].casefold())


def _label(name: str, locale: Locale) -> str:
    city = get_timezone_location(name, locale=locale, return_city=True)
    country = locale.territories.get(get_global("zone_territories").get(name, ""), "")
    if name.startswith(AMERICAS) or country in {"", city}:
        return city
    return f"{city} ({country})"
