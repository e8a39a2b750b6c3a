"""What machines read in the pages of courses: schema.org Course, CourseInstance and lists of them (JSON-LD).

Fields as schema.org and Google's guide for Course info and Course lists ask for them.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.search.models import SearchRow
from network.ui import languages
from network.ui.addresses import absolute

from ..choices import Certificate, Mode, SessionState
from ..models import Course, Session
from . import times, words

IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
MODES = {
    Mode.IN_PERSON: "Onsite",
    Mode.ONLINE_SELF_PACED: "Online",
    Mode.ONLINE_FACILITATED: "Online",
    Mode.BLENDED: "Blended",
}
GONE = (SessionState.ENDED, SessionState.CANCELLED)


def permanent_url(course: Course) -> str:
    """Address with host, in the language of the page."""
    return absolute(course.get_absolute_url())


def course_data(course: Course, sessions: Iterable[Session]) -> SafeString:
    """The course and its sessions, safe inside a script element.

    It is a data block, which browsers do not run: a strict content security policy lets it be.
    """
    return _script({"@context": "https://schema.org", **course_record(course, sessions)})


def course_list_data(rows: Iterable[SearchRow]) -> SafeString:
    """The courses of a page of the list, in order, by their addresses."""
    base, code = settings.PUBLIC_URL.rstrip("/"), languages.active()
    items = [
        {"@type": "ListItem", "position": place, "url": f"{base}/{code}/{row.address}"}
        for place, row in enumerate(rows, 1)
    ]
    if not items:
        return mark_safe("")
    return _script({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items})


def course_record(course: Course, sessions: Iterable[Session]) -> dict[str, Any]:
    """The course as a schema.org Course."""
    title, summary = course.passage("title"), course.passage("summary")
    instances = [_instance(course, session) for session in sessions if session.state not in GONE]
    provider = {"@type": "Organization", "name": course.provider.name, "sameAs": course.provider.website}
    return _filled(
        {
            "@type": "Course",
            "@id": permanent_url(course),
            "url": permanent_url(course),
            "identifier": course.identifier,
            "courseCode": course.identifier,
            "name": title.text,
            "description": summary.text,
            "inLanguage": summary.language,
            "availableLanguage": course.languages,
            "provider": _filled(provider),
            "publisher": {"@type": "Organization", "name": _("Inter-American Network"), "url": absolute("/")},
            "financialAidEligible": _aid(course),
            "offers": [_offer(course)],
            "hasCourseInstance": instances or [_instance(course, None)],
            "about": [topic.name for topic in course.topics.all()],
            "teaches": course.passage("outcomes").text,
            "coursePrerequisites": course.passage("requirements").text,
            "audience": _filled({"@type": "Audience", "audienceType": course.passage("audience").text}),
            "educationalLevel": course.get_level_display(),  # type: ignore[attr-defined]
            "educationalCredentialAwarded": _credential(course),
            "isAccessibleForFree": course.costs_nothing or None,
            "dateModified": course.changed_at.date().isoformat(),
            "datePublished": course.published_at and course.published_at.date().isoformat(),
        }
    )


def _aid(course: Course) -> str:
    """What grants cover, in the provider's words where there are any."""
    if not course.has_grants:
        return ""
    note = course.passage("grants_note")
    return note.text if note else str(capfirst(Course._meta.get_field("has_grants").verbose_name))


def _credential(course: Course) -> str:
    if course.certificate in ("", Certificate.NONE):
        return ""
    return words.label(Certificate, course.certificate)


def _offer(course: Course) -> dict[str, Any]:
    """What it costs; a price is named where there is one."""
    offer = {"@type": "Offer", "category": "Free" if course.costs_nothing else "Paid", "url": course.link}
    if course.fee_amount is not None or course.costs_nothing:
        amount = course.fee_amount or 0
        offer |= {"price": f"{amount:f}", "priceCurrency": course.fee_currency or "USD"}
    if not course.costs_nothing and course.has_grants:
        offer["category"] = "Partially Free"
    return _filled(offer)


def _instance(course: Course, session: Session | None) -> dict[str, Any]:
    """A session as a CourseInstance; without one, what every run of the course has in common."""
    found: dict[str, Any] = {
        "@type": "CourseInstance",
        "courseMode": MODES.get(Mode(course.mode)) if course.mode else None,
        "inLanguage": course.languages,
        "courseWorkload": f"PT{course.hours}H" if course.hours else None,
        "courseSchedule": _schedule(course),
    }
    if session is not None:
        found |= _dated(course, session)
    return _filled(found)


def _dated(course: Course, session: Session) -> dict[str, Any]:
    zone = times.zone_of(session.time_zone)
    place = session.passage("place").text
    return {
        "@id": f"{permanent_url(course)}#session-{session.pk}",
        "startDate": session.starts_at and session.starts_at.astimezone(zone).isoformat(),
        "endDate": session.ends_at and session.ends_at.astimezone(zone).isoformat(),
        "location": {"@type": "Place", "name": place, "address": place} if place else None,
        "maximumAttendeeCapacity": session.seats,
        "remainingAttendeeCapacity": session.seats_left,
    }


def _schedule(course: Course) -> dict[str, Any] | None:
    """So many hours a week for so many weeks, as Google's guide wants the volume."""
    if not (course.hours_a_week and course.weeks):
        return None
    return {
        "@type": "Schedule",
        "repeatFrequency": "Weekly",
        "repeatCount": course.weeks,
        "duration": f"PT{course.hours_a_week}H",
    }


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def _script(data: dict[str, Any]) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
    return mark_safe(text)  # noqa: S308 - the three signs that could end the element are escaped
