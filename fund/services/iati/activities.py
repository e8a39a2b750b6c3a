"""activities.xml: one activity for the Fund, one for each project; elements in the order of the XSD."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from network.ui.addresses import absolute

from ...choices import ProjectState
from ...models import Donor, Entry, Fund, Project
from ..reference import NAME, the_fund
from . import codes
from .movements import of_fund, of_project, promises
from .reporting import identifier, in_languages, participating, passages, reporting_org
from .writing import DECLARATION, coded, element, narrative, narratives, opened

ABOUT = gettext_noop(
    "Receives voluntary contributions of states and organizations, and pays for projects of the Network that"
    " prevent violence and crime. Every transaction names the entry of the public ledger that it is."
)
SAMPLE = "<!-- Examples of a demonstration, not data of the Organization -->\n"


def activities() -> Iterator[str]:
    """The file in pieces."""
    fund = the_fund()
    newest = Entry.objects.values_list("posted_at", flat=True).first() or timezone.now()
    yield DECLARATION + (SAMPLE if settings.DEMO else "")
    yield opened("iati-activities", {"version": codes.VERSION, "generated-datetime": _moment(newest)})
    yield from _fund(fund, newest)
    for project in Project.objects.prefetch_related("states", "topics").order_by("identifier"):
        yield from _project(project, fund, newest)
    yield "</iati-activities>\n"


def _fund(fund: Fund, newest: datetime) -> Iterator[str]:
    began = Entry.objects.aggregate(first=Min("event_on"))["first"]
    yield _beginning(fund.code, fund, newest, hierarchy=1)
    yield element("title", None, narratives(in_languages(NAME)))
    yield element("description", {"type": "1"}, narratives(in_languages(ABOUT)))
    for donor in Donor.objects.select_related("organization").order_by("pk"):
        attributes = {"role": codes.FUNDING, "type": codes.type_of_donor(donor)}
        yield element("participating-org", attributes, narrative(donor.name, donor.name_language))
    yield participating(codes.ACCOUNTABLE)
    yield coded("activity-status", codes.STATUS[ProjectState.ACTIVE])
    yield _date(codes.ACTUAL_START if began else codes.PLANNED_START, began or newest.date())
    yield coded("activity-scope", codes.REGIONAL_SCOPE)
    yield coded("recipient-region", codes.AMERICAS, vocabulary="1", percentage="100")
    yield _sector()
    yield coded("default-finance-type", codes.GRANT)
    yield from promises()
    yield from of_fund()
    yield _page(reverse("fund:overview"), in_languages(NAME))
    for name in Project.objects.order_by("identifier").values_list("identifier", flat=True):
        yield element("related-activity", {"ref": identifier(name), "type": codes.CHILD})
    yield "</iati-activity>\n"


def _project(project: Any, fund: Fund, newest: datetime) -> Iterator[str]:
    titles = passages(project, "title")
    yield _beginning(project.identifier, fund, newest, hierarchy=2, language=project.source_language)
    yield element("title", None, narratives(_marked(project, titles)))
    yield element("description", {"type": "1"}, narratives(passages(project, "summary")))
    yield participating(codes.FUNDING, **{"activity-id": identifier(fund.code)})
    yield participating(codes.ACCOUNTABLE)
    if project.implementer:
        yield element("participating-org", {"role": codes.IMPLEMENTING}, narrative(project.implementer))
    yield coded("activity-status", codes.STATUS[project.state])
    yield from _dates(project)
    yield from _places(project)
    yield _sector()
    topics = sorted(project.topics.all(), key=lambda topic: topic.pk)
    for topic, share in zip(topics, codes.shares(len(topics)), strict=True):
        said = {"vocabulary": codes.OWN_WORDS, "vocabulary-uri": _address("/api/v1/topics/")}
        yield element(
            "sector", said | {"code": topic.pk, "percentage": share}, narrative(topic.name_en, "en")
        )
    yield coded("default-finance-type", codes.GRANT)
    yield from of_project(project)
    yield _page(reverse("fund:project", args=[project.identifier]), titles)
    yield element("related-activity", {"ref": identifier(fund.code), "type": codes.PARENT})
    yield "</iati-activity>\n"


def _marked(project: Project, titles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """An example says so in its title."""
    if not project.is_demonstration:
        return titles
    return [(text if text.startswith("◇") else f"◇ {text}", language) for text, language in titles]


def _beginning(code: str, fund: Fund, newest: datetime, *, hierarchy: int, language: str = "en") -> str:
    attributes = {
        "xml:lang": language,
        "default-currency": fund.base_currency_id,
        "last-updated-datetime": _moment(newest),
        "hierarchy": hierarchy,
        "humanitarian": "0",
    }
    return (
        opened("iati-activity", attributes)
        + element("iati-identifier", None, identifier(code))
        + reporting_org()
    )


def _dates(project: Project) -> Iterator[str]:
    """When it began and ends; what lies ahead, and what never came about, is planned."""
    today = timezone.localdate()
    went = project.state in (ProjectState.ACTIVE, ProjectState.CLOSED)
    begun = went and project.starts_on <= today
    yield _date(codes.ACTUAL_START if begun else codes.PLANNED_START, project.starts_on)
    if project.ends_on:
        over = project.state == ProjectState.CLOSED and project.ends_on <= today
        yield _date(codes.ACTUAL_END if over else codes.PLANNED_END, project.ends_on)


def _places(project: Any) -> Iterator[str]:
    """Its states in equal parts, as nothing else is known; without states the Americas."""
    states = sorted(project.states.all(), key=lambda state: state.pk)
    for state, share in zip(states, codes.shares(len(states)), strict=True):
        yield coded("recipient-country", state.pk, percentage=share)
    if not states:
        yield coded("recipient-region", codes.AMERICAS, vocabulary="1", percentage="100")


def _sector() -> str:
    return coded("sector", codes.GOVERNANCE, vocabulary=codes.DAC_SECTORS, percentage="100")


def _date(kind: str, day: date) -> str:
    return element("activity-date", {"type": kind, "iso-date": day.isoformat()})


def _page(path: str, titles: list[tuple[str, str]]) -> str:
    """The page for people, in English; it leads to the other languages."""
    path = f"/en/{path.lstrip('/').partition('/')[2]}"
    return element(
        "document-link",
        {"url": _address(path), "format": "text/html"},
        element("title", None, narratives(titles)),
        coded("category", codes.WEB_PAGE),
        *(coded("language", code) for code in ("en", "es", "fr", "pt")),
    )


def _address(path: str) -> str:
    return absolute(path)


def _moment(at: datetime) -> str:
    return at.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")
