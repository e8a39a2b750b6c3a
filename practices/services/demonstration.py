"""Invented practices of the demonstration, brought on their way by the services that people use."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from network.imports.services.starting import start_import
from network.models import IccsSection, MemberState, Topic, User

from ..models import Practice, Review
from . import way
from .commenting import comment_on_field
from .drafting import SectionData, save_section, start_practice
from .importing import KIND
from .naming import start_review
from .parts import Row
from .scores import OutcomeScores, Scores
from .scoring import accept_review, submit_scores

QUESTIONNAIRE = Path(__file__).resolve().parents[1] / "data" / "demonstration_questionnaire.csv"
CONTRIBUTOR = "contributor.gt@demo.example"
DATA = Path(__file__).resolve().parents[1] / "data" / "demonstration.json"
SECTION_OF_PARTS = {
    "building_blocks": "action",
    "partners": "means",
    "outcomes": "results",
    "evaluations": "results",
}
MANY = {"topics": Topic, "iccs_sections": IccsSection}


@transaction.atomic
def load_demonstration_practices() -> int:
    """Make the demonstration's practices that are missing; returns how many are new. Only where DEMO is on.

    A practice is known by its title, so that what people did with it since is kept.
    """
    if not settings.DEMO:
        raise RuntimeError("Demonstration practices exist only where DEMO=1.")
    records = json.loads(DATA.read_text(encoding="utf-8"))["practices"]
    known = {practice.original("title") for practice in Practice.objects.filter(is_demonstration=True)}
    new = [record for record in records if record["sections"]["identity"]["title"] not in known]
    if new:
        people = {user.email: user for user in User.objects.filter(is_demonstration=True)}
        for record in new:
            _make(record, people)
        _hand_in(people[CONTRIBUTOR])
    return len(new)


def _hand_in(by: User) -> None:
    """A questionnaire of three rows, one with an error, that waits to be taken over."""
    file = ContentFile(QUESTIONNAIRE.read_bytes())
    name = "◇ cuestionario-de-ejemplo.csv"
    start_import(
        kind=KIND, owner="state:GT", by=by, language="es", file=file, media_type="text/csv", name=name
    )


def _make(record: dict[str, Any], people: dict[str, User]) -> None:
    author = people[record["author"]]
    practice = start_practice(
        by=author,
        country=MemberState.objects.get(pk=record["state"]),
        source_language=record["source_language"],
        depth=record["depth"],
    )
    parts = record.get("parts", {})
    slugs = dict.fromkeys([*record["sections"], *(SECTION_OF_PARTS[name] for name in parts)])
    for slug in slugs:
        rows = {
            name: [Row(None, values) for values in parts[name]]
            for name in parts
            if SECTION_OF_PARTS[name] == slug
        }
        data = SectionData(values=_values(record["sections"].get(slug, {})), parts=rows)
        practice = save_section(
            practice=practice, by=author, section=slug, data=data, revision=practice.revision
        )
    _go(practice, record, people)


def _values(values: dict[str, Any]) -> dict[str, Any]:
    """Values as the form cleans them: slugs and codes become rows."""
    return {
        name: list(MANY[name].objects.filter(pk__in=value)) if name in MANY else value
        for name, value in values.items()
    }


def _go(practice: Practice, record: dict[str, Any], people: dict[str, User]) -> None:
    by = people[record["author"]]
    for verb, email in record["steps"]:
        by = people[email]
        match verb:
            case "ask_clearance":
                practice = way.ask_clearance(practice=practice, by=by)
            case "submit":
                practice = way.submit_practice(practice=practice, by=by)
            case "claim":
                practice = way.claim_practice(practice=practice, by=by)
            case "return":
                practice = way.return_practice(practice=practice, by=by, comments=record["comments"])
    for section, field, text in record.get("kept", ()):
        comment_on_field(practice=practice, by=by, section=section, field=field, text=text)
    if review := record.get("review"):
        _judge(practice, by, review, people)


def _judge(practice: Practice, by: User, review: dict[str, Any], people: dict[str, User]) -> None:
    """Before two reviewers; where the record says what they score, they agree and it is published."""
    due_on = timezone.localdate() + timedelta(days=settings.PRACTICE_REVIEW_DAYS)
    two = [people[email] for email in review["reviewers"]]
    practice = start_review(practice=practice, by=by, reviewers=two, due_on=due_on)
    if "outcomes" not in review:
        return
    outcomes = zip(practice.outcomes.all(), review["outcomes"], strict=True)
    scores = Scores(
        relevance="good",
        replicability="good",
        language=practice.source_language,
        notes=review["notes"],
        outcomes={each.pk: OutcomeScores(each.original("indicator"), **given) for each, given in outcomes},
    )
    for each in Review.objects.filter(round__practice=practice):
        accept_review(review=each, by=each.reviewer)
        submit_scores(review=each, by=each.reviewer, scores=scores)
    way.publish_practice(practice=practice, by=by, comment=review["reasons"])
