"""Invented courses of the demonstration, brought on their way by the services that people use."""

import json
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.choices import Role
from network.models import Membership, Organization, Topic, User
from network.services.roles import grant_role
from network.services.secretariat import secretariat_account

from ..choices import CourseState
from ..models import Course, Session
from . import sessions, way
from .clock import turn_sessions
from .seats import seat

DATA = Path(__file__).resolve().parents[1] / "data" / "demonstration.json"
TEXTS = ("title", "summary", "outcomes", "audience", "grants_note")
EDITOR = {"email": "provider@demo.example", "name": "Rosa Soto Paredes", "language": "es", "of": "andes"}


@transaction.atomic
def load_demonstration_courses() -> int:
    """Make the demonstration's courses that are missing; returns how many are new. Only where DEMO is on.

    A course is known by its title, so that what people did with it since is kept. Sessions are counted from
    today, by the hours of their place.
    """
    if not settings.DEMO:
        raise RuntimeError("Demonstration courses exist only where DEMO=1.")
    data = json.loads(DATA.read_text(encoding="utf-8"))
    known = {course.original("title") for course in Course.objects.filter(is_demonstration=True)}
    new = [record for record in data["courses"] if record["title"] not in known]
    if new:
        providers = {key: _provider(record) for key, record in data["providers"].items()}
        _editor(providers[EDITOR["of"]])
        for record in new:
            _make(record, providers[record["provider"]])
        turn_sessions()
    return len(new)


def _provider(record: dict[str, Any]) -> Organization:
    return Organization.objects.get_or_create(
        name=record["name"],
        state_id=record["state"],
        defaults={
            "name_language": record["language"],
            "kind": record["kind"],
            "website": record["website"],
            "is_verified": True,
            "is_demonstration": True,
        },
    )[0]


def _editor(provider: Organization) -> None:
    """An account that edits what a university offers."""
    if User.objects.filter(email=EDITOR["email"]).exists():
        return
    user = User.objects.create_user(
        EDITOR["email"], full_name=EDITOR["name"], language=EDITOR["language"], is_demonstration=True
    )
    grant_role(user=user, role=Role.PROVIDER_EDITOR, organization=provider, reason="Demonstration", by=None)
    Membership.objects.create(user=user, organization=provider)


def _make(record: dict[str, Any], provider: Organization) -> None:
    by, language = secretariat_account(), record["source_language"]
    values = {name: value for name, value in record.items() if name not in ("provider", "sessions", *TEXTS)}
    values.pop("source_language")
    if "fee_amount" in values:
        values["fee_amount"] = Decimal(values["fee_amount"])
    course = way.start_course(
        provider=provider,
        by=by,
        language=language,
        **values
        | {f"{name}_{language}": record[name] for name in TEXTS if name in record}
        | {
            "topics": list(Topic.objects.filter(pk__in=record["topics"])),
            "link": provider.website,
            "is_demonstration": True,
        },
    )
    for each in record["sessions"]:
        _schedule(course, each, by)
    course = way.submit_course(course=course, by=by)
    if course.state == CourseState.SUBMITTED:
        way.approve_course(course=course, by=by)


def _schedule(course: Course, record: dict[str, Any], by: User) -> Session:
    state, language = record["state"], course.source_language
    fields: dict[str, Any] = {
        "time_zone": record["zone"],
        f"place_{language}": record.get("place", ""),
        "seats": record.get("seats"),
    }
    fields |= {"is_any_time": True} if record.get("any_time") else _hours(record)
    session = sessions.add_session(course=course, by=by, is_open=state != "announced", **fields)
    if taken := record.get("taken"):
        seat(session, taken)
    if state == "closed":
        sessions.move_session(session=session, by=by, verb="close")
    if state == "cancelled":
        sessions.move_session(
            session=session, by=by, verb="cancel", reason="The venue is not available; a new date follows."
        )
    return session


def _hours(record: dict[str, Any]) -> dict[str, datetime]:
    """From a day and an hour of the place to the last day, at five in the afternoon or three hours later."""
    zone = ZoneInfo(record["zone"])
    first = timezone.now().astimezone(zone).date() + timedelta(days=record["start"])
    last, hour = first + timedelta(days=record["days"] - 1), record["hour"]
    ends = hour + 3 if hour > 14 else 17
    until = first - timedelta(days=record["deadline"])
    return {
        "starts_at": datetime(first.year, first.month, first.day, hour, tzinfo=zone),
        "ends_at": datetime(last.year, last.month, last.day, ends, tzinfo=zone),
        "deadline_at": datetime(until.year, until.month, until.day, 23, 59, tzinfo=zone),
    }
