"""What a person follows, in words."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from network.search.filters import label_of
from network.search.registry import indexer_of

from .. import registry
from ..models import Interest
from .subjects import named


class Described(NamedTuple):
    """An interest as its person reads it: what sort it is, its name, what it looks for, where it leads."""

    interest: Interest
    sort: str
    name: str
    what: str
    url: str


def described(interests: Sequence[Interest], user: Any, language: str) -> list[Described]:
    """All of them in words; one query for the names of records."""
    names = named([each.subject for each in interests if each.subject], user, language)
    return [_of_subject(each, names) if each.subject else _of_search(each, language) for each in interests]


def _of_subject(interest: Interest, names: dict[str, tuple[str, str, str]]) -> Described:
    sort, name, url = names.get(interest.subject, (_("No longer there"), interest.subject, ""))
    what = _("New records") if interest.finds else _("What happens to it")
    return Described(interest, sort, interest.name or name, what, url)


def _of_search(interest: Interest, language: str) -> Described:
    followed = registry.find(interest.kind)
    if followed is None:
        return Described(interest, interest.kind, interest.name, interest.query, "")
    indexer = indexer_of(interest.kind)
    what = looked_for(interest, language)
    beside = urlencode(list(followed.beside.items()))
    query = "&".join(part for part in (interest.query, beside) if part)
    url = f"{reverse(indexer.list_url)}?{query}" if query else reverse(indexer.list_url)
    return Described(interest, str(indexer.label_plural), interest.name or what, what, url)


def one_of(labels: Sequence[str]) -> str:
    """“A, B or C”."""
    if len(labels) < 2:
        return "".join(labels)
    return _("%(these)s or %(last)s") % {"these": ", ".join(labels[:-1]), "last": labels[-1]}


def quoted(words: str) -> str:
    """Words in the quotation marks of the language."""
    return _("“%(words)s”") % {"words": words}


def looked_for(interest: Interest, language: str) -> str:
    """Words and facets of a search as readers see them."""
    followed = registry.find(interest.kind)
    groups = {group.name: group for group in followed.list_filter.groups} if followed else {}
    parts = [quoted(interest.words)] if interest.words else []
    for facets in [[each] for each in interest.must] + interest.either:
        labels = []
        for facet in facets:
            name, _colon, value = facet.partition(":")
            labels.append(label_of(groups[name], value, language) if name in groups else value)
        parts.append(one_of(labels))
    return ", ".join(parts) or _("All")
