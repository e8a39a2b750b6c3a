"""Why two records fit, put into words for a reader; what is stored is data."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.choices import Region
from network.search import labels
from network.ui import numbers


class Reason(NamedTuple):
    """A sentence, and the points that it gives; 0 for what a person says."""

    text: str
    points: int


def in_words(reasons: Iterable[dict[str, Any]]) -> list[Reason]:
    """The reasons in the active language; those of a later version of the portal are left out."""
    return [
        Reason(WORDS[reason["code"]](reason), reason["points"])
        for reason in reasons
        if reason.get("code") in WORDS
    ]


def _topics(reason: dict[str, Any]) -> str:
    names = [topics_in_words(reason["topics"])]
    return (
        _("On the same topic: %(topics)s") % {"topics": names[0]}
        if len(reason["topics"]) == 1
        else _("On the same topics: %(topics)s") % {"topics": names[0]}
    )


def topics_in_words(slugs: Iterable[str]) -> str:
    """Names of topics in the active language."""
    known = labels.topics()
    return ", ".join(known[slug].name if slug in known else slug for slug in slugs)


def _languages(reason: dict[str, Any]) -> str:
    names = Locale.parse(numbers.locale()).languages
    return _("Both sides work in %(languages)s") % {
        "languages": ", ".join(names.get(code, code) for code in reason["languages"])
    }


def _region(reason: dict[str, Any]) -> str:
    return _("Both are of the same region: %(region)s") % {"region": Region(reason["region"]).label}


def _practice(reason: dict[str, Any]) -> str:
    known = labels.states()
    state = known[reason["state"]].name if reason["state"] in known else reason["state"]
    words = {
        "state": state,
        "count": numbers.number(reason["count"]),
        "topics": topics_in_words(reason["topics"]),
    }
    return (
        ngettext(
            "%(state)s has published %(count)s practice on it: %(topics)s",
            "%(state)s has published %(count)s practices on it: %(topics)s",
            reason["count"],
        )
        % words
    )


def _dates(reason: dict[str, Any]) -> str:
    return _("The dates of both overlap")


def _staff(reason: dict[str, Any]) -> str:
    return _("The Secretariat sees that the two fit")


WORDS = {
    "topic": _topics,
    "language": _languages,
    "region": _region,
    "practice": _practice,
    "dates": _dates,
    "staff": _staff,
}
