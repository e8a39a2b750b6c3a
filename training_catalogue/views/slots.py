"""What the catalogue puts on the Network's own pages: home, member states, topics, organizations."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import MemberState, Organization, Topic
from network.search.models import SearchRow
from network.search.services.figures import Figures, count
from network.search.services.finding import Choice, Wanted, in_language, newest
from network.search.services.of_subject import newest_of_subject, show
from network.ui import languages, slots

from ..models import Course
from ..services.assistance.indexing import OFFER, REQUEST
from ..services.indexing import KIND
from .cards import cards
from .listing import in_words

AT_HOME, OF_SUBJECT = 3, 5
OPEN = Choice("open", ("yes",))


def register_slots() -> None:
    """Take our places; called when the apps are ready."""
    show(KIND, OF_SUBJECT)
    slots.register("home.agenda", template="training_catalogue/slots/home.html", context=home, order=20)
    for kind in (KIND, OFFER, REQUEST):
        count(kind)
    slots.register(
        "state.figures", template="training_catalogue/slots/figures.html", context=in_figures, order=20
    )
    slots.register(
        "state.sections", template="training_catalogue/slots/of_subject.html", context=of_state, order=20
    )
    slots.register(
        "topic.sections", template="training_catalogue/slots/of_subject.html", context=of_topic, order=20
    )
    slots.register(
        "organization.sections",
        template="training_catalogue/slots/of_subject.html",
        context=of_organization,
        order=20,
    )


def home(request: HttpRequest) -> dict[str, Any] | None:
    """The newest courses that one can apply for."""
    found = newest(_wanted(request, OPEN), size=AT_HOME).rows
    return {"cards": cards(found), "url": f"{reverse('training:courses')}?open=yes"} if found else None


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """The latest courses of the providers of a member state."""
    return _of_subject(request, Choice("state", (state.iso2,)))


def in_figures(request: HttpRequest, state: MemberState, figures: Figures) -> dict[str, Any] | None:
    """How many courses, offers and requests there are of a member state and its organizations."""
    courses, assistance = reverse("training:courses"), reverse("training:assistance_list")
    named = (
        (KIND, _("Courses"), f"{courses}?state={state.iso2}"),
        (OFFER, _("Offers"), f"{assistance}?state={state.iso2}"),
        (REQUEST, _("Requests"), f"{assistance}?kind={REQUEST}&state={state.iso2}"),
    )
    found = [(name, figures[kind][""], url) for kind, name, url in named if figures.get(kind, {}).get("")]
    return {"figures": found} if found else None


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """The latest courses on a topic, or on any of a group of topics."""
    return _of_subject(request, Choice("topic" if topic.parent_id else "theme", (topic.slug,), all_of=True))


def of_organization(request: HttpRequest, organization: Organization) -> dict[str, Any] | None:
    """The latest courses of an organization."""
    courses = Course.objects.visible_to(request.user).published().filter(provider=organization)
    keys = list(courses.values_list("pk", flat=True)[:OF_SUBJECT])
    if not keys:
        return None
    wanted = _wanted(request)
    rows = SearchRow.objects.visible_to(request.user).originals().filter(kind=KIND, object_id__in=keys)
    return {"cards": cards(in_language(list(rows.order_by("-published_at")), wanted))}


def _of_subject(request: HttpRequest, choice: Choice) -> dict[str, Any] | None:
    found, total = newest_of_subject(KIND, _wanted(request, choice), request.__dict__)
    if not found:
        return None
    if choice.group == "theme":
        return {"cards": cards(found)}
    url = f"{reverse('training:courses')}?{urlencode({choice.group: choice.values[0]})}"
    return {"cards": cards(found), "total": in_words(total), "url": url}


def _wanted(request: HttpRequest, *choices: Choice) -> Wanted:
    return Wanted(KIND, request.user, languages.active(), choices)
