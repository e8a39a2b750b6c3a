"""Selections of search rows; `visible_to` is the only door to them."""

from collections.abc import Callable, Iterable
from typing import Any, Self

from django.db.models import Q, QuerySet

PUBLIC = "public"


Keys = Callable[[Any], Iterable[str]]
_givers: dict[str, Keys] = {}


def register_keys(app: str, giver: Keys) -> None:
    """Have an app say which keys besides the public one a person holds; the same app again replaces."""
    _givers[app] = giver


class Holder(tuple[str, ...]):
    """Somebody who holds these keys, whoever it is: enough for `visible_to`."""

    __slots__ = ()


def keys_of(user: Any) -> list[str]:
    """Visibility keys that open rows to `user`."""
    if isinstance(user, Holder):
        return list(user)
    return [PUBLIC, *(key for giver in _givers.values() for key in giver(user))]


class SearchRowQuerySet(QuerySet):
    """Selections of search rows."""

    def visible_to(self, user: Any) -> Self:
        """Rows that the person may know of."""
        return self.filter(visibility__in=keys_of(user))

    def originals(self) -> Self:
        """One row per object: the one in its own language."""
        return self.filter(is_original=True)

    def readable_in(self, language: str) -> Self:
        """What a reader's words are looked up in: rows of the own language, and originals."""
        return self.filter(Q(language=language) | Q(is_original=True))


class FacetCountQuerySet(QuerySet):
    """Selections of the maintained counts."""

    def visible_to(self, user: Any) -> Self:
        """Counts of objects that the person may know of."""
        return self.filter(visibility__in=keys_of(user))
