"""Where a practice was adapted, and what it is based on: sections of its page, on the map and as a table."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models.text import Passage
from network.search import labels
from network.ui import numbers
from network.ui.map import Place
from network.ui.markdown import excerpt

from ...choices import PracticeState
from ...models import Adaptation, Practice
from ...rules import can_adapt


@dataclass(frozen=True)
class Line:
    """An adaptation in the table; `practice` is at its other end, its title None when it is not public."""

    adaptation: Adaptation
    title: Passage
    period: str
    result: Passage
    practice: Practice | None
    practice_title: Passage | None


def lineage_of(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    """What the page of a practice shows; one query, and none where there is nothing.

    `practice.is_in_lineage` says whether there is anything (practices/querysets/whole.py).
    """
    may = request.user.is_authenticated and can_adapt(request.user, practice)
    if not practice.is_in_lineage:
        return {"may_adapt": may}
    found = Adaptation.objects.of_practice(practice.pk).for_page()
    away = [each for each in found if each.origin_id == practice.pk]
    return {
        "may_adapt": may,
        "adapted_in": [_line(each, each.resulting_practice) for each in away],
        "based_on": [_line(each, each.origin) for each in found if each.origin_id != practice.pk],
        "adaptation_places": _places(practice, away) if away else [],
    }


def _line(adaptation: Adaptation, other: Practice | None) -> Line:
    return Line(
        adaptation=adaptation,
        title=adaptation.passage("title"),
        period=period_of(adaptation),
        result=_short(adaptation.passage("result")),
        practice=other,
        practice_title=other.passage("title") if is_readable(other) else None,  # type: ignore[union-attr]
    )


def _short(passage: Passage) -> Passage:
    return passage._replace(text=excerpt(passage.text))


def is_readable(practice: Practice | None) -> bool:
    """Whether everyone reads it now: of one that was withdrawn, nothing but the identifier is said."""
    return practice is not None and practice.state == PracticeState.PUBLISHED


def period_of(adaptation: Adaptation) -> str:
    """From when to when, or still running."""
    start, end = adaptation.started_on, adaptation.ended_on
    words = {"start": numbers.partial_day(start), "end": numbers.partial_day(end)}
    if end:
        return _("%(start)s to %(end)s") % words
    return _("Since %(start)s, still running") % words


def _places(practice: Practice, away: list[Adaptation]) -> list[Place]:
    """Every state of the map: how many adaptations it has, and where the practice comes from."""
    counts = Counter(each.country_id for each in away)
    found = []
    for state in labels.states().values():
        count = counts.get(state.iso2, 0)
        label = _("%(state)s: %(figure)s") % {"state": state.name, "figure": _figure(count)}
        if state.iso2 == practice.country_id:
            label = _("%(state)s: origin of the practice") % {"state": state.name}
        url = reverse("network:state", args=[state.iso2])
        found.append(Place(state.iso3, state.name, count, url, label))
    return found


def _figure(count: int) -> str:
    return ngettext("%(count)s adaptation", "%(count)s adaptations", count) % {"count": numbers.number(count)}
