"""Invented offers, cooperations, a round of needs and applications, brought on their way by the services."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from network.models import MemberState, Topic, User
from network.services.demonstration import load_demonstration_accounts

from ..choices import SessionState
from ..models import Application, Assistance, Cooperation, Course, Session, SurveyRound
from .applying.way import apply_for
from .applying.way import take_step as move_application
from .assistance.way import is_trusted, take_step
from .assistance.writing import AssistanceWords, start_assistance
from .cooperating.reporting import ReportWords, write_report
from .cooperating.terms import Terms, write_terms
from .cooperating.way import move_cooperation
from .matching.answering import agree_to_match
from .matching.proposing import propose_by_hand
from .needs.surveying import RoundWords, answer_survey, save_round
from .sessions import save_session

DATA = Path(__file__).resolve().parents[1] / "data" / "demonstration_assistance.json"
TEXTS, VALUES = ("title", "description"), ("modalities", "languages", "cost_sharing", "priority")
MANAGER = "manager@demo.example"


@transaction.atomic
def load_demonstration_assistance() -> int:
    """Make what is missing of them, all or nothing; returns how many offers and requests are new.

    The demonstration's courses are there already. Raises RuntimeError where DEMO is off.
    """
    if not settings.DEMO:
        raise RuntimeError("Demonstration assistance exists only where DEMO=1.")
    data = json.loads(DATA.read_text(encoding="utf-8"))
    if SurveyRound.objects.filter(is_demonstration=True).exists():
        return 0
    load_demonstration_accounts()
    people = _People()
    records = {record["key"]: _record(record, people) for record in data["records"]}
    for each in data["cooperations"]:
        _cooperation(each, records, people)
    _round(data["round"], people)
    _applications(data["applications"], people)
    return len(records)


class _People(dict[str, User]):
    """Accounts of the demonstration by their addresses."""

    def __missing__(self, email: str) -> User:
        self[email] = User.objects.get(email=email)
        return self[email]


def _day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def _topics(keys: list[str]) -> tuple[Topic, ...]:
    return tuple(Topic.objects.filter(pk__in=keys))


def _record(data: dict[str, Any], people: _People) -> Assistance:
    """Written by its state; the first one is published by the Secretariat, the next by the state."""
    by = people[data["by"]]
    words = AssistanceWords(
        data["language"],
        {name: data[name] for name in TEXTS},
        {name: data[name] for name in VALUES if name in data},
        _topics(data["topics"]),
    )
    country = MemberState.objects.get(pk=data["country"])
    record = start_assistance(by=by, kind=data["kind"], words=words, country=country)
    if is_trusted(record):
        return take_step(record=record, by=by, verb="publish_own")
    record = take_step(record=record, by=by, verb="submit")
    return take_step(record=record, by=people[MANAGER], verb="publish")


def _cooperation(data: dict[str, Any], records: dict[str, Assistance], people: _People) -> None:
    """Agreed and begun by both sides; completed where there is a report."""
    offer, request = records[data["offer"]], records[data["request"]]
    giver, asker = offer.author, request.author
    match = propose_by_hand(offer=offer, request=request, by=people[MANAGER])
    for by in (giver, asker):
        match = agree_to_match(match=match, by=by)
    terms = Terms(
        data["language"],
        data["title"],
        data["objective"],
        data["activities"],
        _day(data["starts"]),
        _day(data["ends"]),
    )
    made = Cooperation.objects.get(match=match)
    made = write_terms(cooperation=made, by=asker, terms=terms, revision=made.revision)
    for by, verb in ((giver, "agree"), (asker, "begin")):
        made = move_cooperation(cooperation=made, by=by, verb=verb)
    if "report" in data:
        words = ReportWords(data["language"], data["result"], data["report"])
        write_report(cooperation=made, by=asker, words=words)
        move_cooperation(cooperation=made, by=giver, verb="complete")


def _round(data: dict[str, Any], people: _People) -> None:
    words = RoundWords(
        data["language"], data["title"], data["introduction"], _day(data["opens"]), _day(data["closes"])
    )
    made = save_round(by=people[data["by"]], words=words)
    for answer in data["answers"]:
        answer_survey(
            round=made,
            country=MemberState.objects.get(pk=answer["country"]),
            by=people[answer["by"]],
            language=answer["language"],
            ranked=[(Topic.objects.get(pk=topic), need) for topic, need in answer["ranks"]],
        )


def _applications(data: dict[str, Any], people: _People) -> None:
    """One seated, one on the waiting list, one that its focal point has yet to clear."""
    course = Course.objects.get(is_demonstration=True, title_es=data["course"])
    found = Session.objects.filter(course=course, state=SessionState.OPEN).select_related("course__provider")
    session = found.order_by("starts_at").first()
    if session is None:
        return
    editor = people["provider@demo.example"]
    seats = session.seats_taken + data["seats"]
    session = save_session(session=session, by=editor, takes_applications=True, seats=seats)
    for each in data["people"]:
        made = apply_for(
            session=session,
            by=people[each["by"]],
            motivation=each["why"],
            language=each["language"],
            country=MemberState.objects.get(pk=each["country"]),
        )
        for email, verb in each["steps"]:
            made = Application.objects.select_related("session__course__provider").get(pk=made.pk)
            move_application(application=made, by=people[email], verb=verb)
