"""Which lists can be saved as searches. Apps say so from AppConfig.ready().

registry.register(Followed("practice", PracticeFilter, hears=True))
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network.search.filters import ListFilter


@dataclass(frozen=True)
class Followed:
    """A kind of records with a list of its own.

    `list_filter` reads a search of the list from its address; `beside` are pairs of the address that say
    which list it is. `hears`: the app tells what happens to a single record, so it can be followed.
    """

    kind: str
    list_filter: type[ListFilter]
    beside: Mapping[str, str] = field(default_factory=dict)
    hears: bool = False


_followed: dict[str, Followed] = {}


def register(followed: Followed) -> None:
    """Let searches of a list be saved; registering again replaces."""
    _followed[followed.kind] = followed


def find(kind: str) -> Followed | None:
    """What is said of a kind; None when its searches cannot be saved."""
    return _followed.get(kind)


def kinds() -> list[str]:
    """All kinds whose new records people may hear of."""
    return list(_followed)
