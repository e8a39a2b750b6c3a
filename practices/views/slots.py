"""What practices put on the Network's own pages: home, member states, topics."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.models import MemberState, Topic
from network.search import labels
from network.search.services.counts import counts_of
from network.search.services.figures import Figures, count
from network.search.services.finding import Choice, Wanted, newest
from network.search.services.of_subject import newest_of_subject, show
from network.ui import languages, slots
from network.ui.map import Place

from ..choices import PreventionLevel
from ..services.indexing import KIND
from .cards import cards
from .listing import in_words

NEWEST_AT_HOME, NEWEST_OF_SUBJECT, BROWSED, FREQUENT = 3, 5, 4, 5
BROWSED_GROUPS = ("violence-and-crime", "population-groups")


def register_slots() -> None:
    """Take our places; called when the apps are ready."""
    show(KIND, NEWEST_OF_SUBJECT)
    count(KIND)
    slots.register("home.tasks", template="practices/slots/find.html", order=10)
    slots.register("home.tasks", template="practices/slots/share.html", order=30)
    slots.register("home.map", context=home_map)
    slots.register("home.browse", template="practices/slots/browse.html", context=home_browse)
    slots.register("home.newest", template="practices/slots/newest.html", context=home_newest)
    slots.register("home.way", template="practices/slots/way.html")
    slots.register("states.counts", context=states_counts)
    slots.register("state.practices", template="practices/slots/of_subject.html", context=of_state)
    slots.register("state.figures", template="practices/slots/figures.html", context=in_figures, order=10)
    slots.register("topics.counts", context=topics_counts)
    slots.register("topic.practices", template="practices/slots/of_subject.html", context=of_topic)


def home_map(request: HttpRequest) -> dict[str, Any] | None:
    """Figures by member state for the map of the home page."""
    counts = _counts(request)
    total = counts.get("", 0)
    if not total:
        return None
    return {
        "title": in_words(total),
        "places": _places(counts),
        "caption": _("Practices published, by member state"),
        "unit": _("Practices"),
    }


def home_browse(request: HttpRequest) -> dict[str, Any] | None:
    """The most frequent problems, populations and levels of prevention, with their figures."""
    counts = _counts(request)
    columns = [(labels.topics()[slug].name, _topics_under(slug, counts)) for slug in BROWSED_GROUPS]
    url = reverse("practices:list")
    levels = [
        (str(level.label), f"{url}?level={level.value}", counts.get(f"level:{level.value}", 0))
        for level in PreventionLevel
    ]
    columns.append((_("Prevention level"), [each for each in levels if each[2]]))
    return {"columns": [column for column in columns if column[1]]} if counts else None


def home_newest(request: HttpRequest) -> dict[str, Any] | None:
    """The latest published."""
    found = newest(_wanted(request), size=NEWEST_AT_HOME).rows
    return {"cards": cards(found), "url": reverse("practices:list")} if found else None


def states_counts(request: HttpRequest) -> dict[str, Any]:
    """How many practices each member state has published."""
    return _labelled(request, "state")


def topics_counts(request: HttpRequest) -> dict[str, Any]:
    """How many practices there are on each topic."""
    return _labelled(request, "topic")


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """The latest practices of a member state."""
    return _of_subject(request, Choice("state", (state.iso2,)), gettext_lazy("Good practices"))


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """The latest practices on a topic, or on any of a group of topics."""
    group = "topic" if topic.parent_id else "theme"
    return _of_subject(request, Choice(group, (topic.slug,), all_of=True), gettext_lazy("Good practices"))


def in_figures(request: HttpRequest, state: MemberState, figures: Figures) -> dict[str, Any] | None:
    """How many practices a member state has published, what they offer, and their most frequent topics."""
    counts = figures.get(KIND, {})
    if not counts.get(""):
        return None
    url = f"{reverse('practices:list')}?state={state.iso2}"
    topics = [(topic, counts.get(f"topic:{topic.slug}", 0)) for topic in labels.topics().values()]
    frequent = sorted((each for each in topics if each[1]), key=lambda each: -each[1])[:FREQUENT]
    return {
        "total": counts[""],
        "url": url,
        "evaluated": counts.get("evaluated:yes", 0),
        "assistance": counts.get("assistance:yes", 0),
        "topics": [(topic.name, f"{url}&topic={topic.slug}", figure) for topic, figure in frequent],
    }


def _of_subject(request: HttpRequest, choice: Choice, title: Any) -> dict[str, Any] | None:
    found, total = newest_of_subject(KIND, _wanted(request, choice), request.__dict__)
    if not found:
        return None
    query = QueryDict(mutable=True)
    query[choice.group] = choice.values[0]
    has_list = choice.group != "theme"
    url = f"{reverse('practices:list')}?{query.urlencode()}" if has_list else ""
    return {"title": title, "cards": cards(found), "total": in_words(total), "url": url}


def _wanted(request: HttpRequest, *choices: Choice) -> Wanted:
    return Wanted(KIND, request.user, languages.active(), choices)


def _counts(request: HttpRequest) -> dict[str, int]:
    """Counts among all practices, read once per request: map and lists of one page share them."""
    kept = getattr(request, "practice_counts", None)
    if kept is None:
        kept = counts_of(KIND, request.user, [""])[""]
        request.practice_counts = kept
    return kept


def _labelled(request: HttpRequest, group: str) -> dict[str, Any]:
    url, prefix = reverse("practices:list"), f"{group}:"
    return {
        facet.removeprefix(prefix): {
            "label": in_words(count),
            "url": f"{url}?{group}={facet.removeprefix(prefix)}",
        }
        for facet, count in _counts(request).items()
        if facet.startswith(prefix)
    }


def _places(counts: dict[str, int]) -> list[Place]:
    """Each state leads to its practices; one that has none yet, to its own page."""
    to_list, shape = reverse("practices:list"), _("%(state)s: %(figure)s")
    found = []
    for state in labels.states().values():
        count = counts.get(f"state:{state.iso2}", 0)
        url = f"{to_list}?state={state.iso2}" if count else reverse("network:state", args=[state.iso2])
        label = shape % {"state": state.name, "figure": in_words(count)}
        found.append(Place(state.iso3, state.name, count, url, label))
    return found


def _topics_under(group: str, counts: dict[str, int]) -> list[tuple[str, str, int]]:
    found = [
        (topic, count)
        for topic in labels.topics().values()
        if topic.parent == group and (count := counts.get(f"topic:{topic.slug}", 0))
    ]
    return [
        (topic.name, reverse("network:topic", args=[topic.slug]), count)
        for topic, count in sorted(found, key=lambda each: -each[1])[:BROWSED]
    ]
