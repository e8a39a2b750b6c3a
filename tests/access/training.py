"""The catalogue in the access matrix: a course of Guatemala's office in each place of its way."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from network.imports.choices import ImportState
from network.imports.models import Import, SourceLink
from network.imports.querysets import owner_of
from network.models import Organization, User
from tests.factories import CourseFactory, MatchFactory, OfferFactory, RequestFactory, SessionFactory
from training_catalogue.choices import CourseState
from training_catalogue.choices.assistance import AssistanceState
from training_catalogue.choices.cooperation import CooperationState
from training_catalogue.models import (
    Application,
    ApplicationStep,
    Assistance,
    AssistanceStep,
    Cooperation,
    CooperationReport,
    CooperationStep,
    CourseStepEvent,
    DocumentedNeed,
    HarvestSource,
    Inquiry,
    NeedsAnswer,
    RankedTopic,
    SurveyRound,
)

STEPS = (
    ("submit", "draft"),
    ("approve", "submitted"),
    ("withdraw", "published"),
    ("confirm", "hidden"),
    ("cancel", "published"),
)


def make_training(people: dict[str, User], office: Organization) -> dict[str, dict[str, Any]]:
    """Courses by state, each with a session and a step."""
    found = {}
    for state in CourseState:
        course = CourseFactory(
            provider=office, author=people["author"], state=state, title_es=f"Curso {state.value}"
        )
        session = SessionFactory(course=course)
        CourseStepEvent.objects.create(course=course, verb="start", to_state=state, reason="why")
        found[f"course_{state.value}"] = {
            "uuid": course.uuid,
            "identifier": course.identifier or "TC-1999-0001",
            "pk": session.pk,
            "session": session.uuid,
            "verb": "cancel",
        }
        found[f"session_{state.value}"] = {"uuid": session.uuid}
    for verb, state in STEPS:
        found[f"{verb}_{state}"] = {**found[f"course_{state}"], "verb": verb}
    found["nonsense_step"] = {**found["course_draft"], "verb": "fly"}
    found["course_nonsense"] = {"identifier": "TC-1999-0001"}
    return found


def make_imports(people: dict[str, User], office: Organization) -> dict[str, dict[str, Any]]:
    """A table of Guatemala's office, looked at, with a row and what came of an earlier one."""
    batch = Import.objects.create(
        kind="training.courses",
        owner=owner_of(office),
        by=people["author"],
        language="es",
        state=ImportState.READY,
        file_name="cursos.xlsx",
    )
    batch.rows.create(number=2, key="A", values={"main": {"title": "Curso"}}, verdict="faulty")
    SourceLink.objects.create(
        kind=batch.kind, owner=batch.owner, key="A", object_id=0, seen_at=timezone.now()
    )
    source = HarvestSource.objects.create(
        provider=office, address="https://office.example/courses", language="es", by=people["focal"]
    )
    step = {"uuid": source.uuid, "verb": "read"}
    return {
        "source": step,
        "import": {"uuid": batch.uuid, "kind": batch.kind, "form": "csv"},
        "questionnaire": {"kind": "practices.questionnaire", "form": "csv"},
    }


def make_applications(people: dict[str, User], office: Organization) -> dict[str, dict[str, Any]]:
    """A member applies to Guatemala's office: directly, and where Chile's focal point clears."""
    found: dict[str, dict[str, Any]] = {}
    for name, needs_clearance in (("direct", False), ("to_clear", True)):
        course = CourseFactory(provider=office, author=people["author"], state=CourseState.PUBLISHED)
        session = SessionFactory(course=course, takes_applications=True)
        application = Application.objects.create(
            session=session,
            applicant=people["member"],
            country_id="CL" if needs_clearance else None,
            needs_clearance=needs_clearance,
            language="en",
            motivation=name,
        )
        ApplicationStep.objects.create(application=application, verb="apply", to_state="applied")
        verb = "clear" if needs_clearance else "accept"
        found[f"application_{name}"] = {"uuid": application.uuid, "verb": verb, "session": session.uuid}
    found["session_taking"] = {"session": found["application_direct"]["session"]}
    found["session_none"] = {"session": uuid4()}
    found["application_withdraw"] = found["application_direct"] | {"verb": "withdraw"}
    found["application_decline"] = found["application_direct"] | {"verb": "decline"}
    found["application_refuse"] = found["application_to_clear"] | {"verb": "refuse"}
    return found


def make_assistance(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """Guatemala's offers in each place of their way, matched with a request of Jamaica, where nobody is
    here; a cooperation in each place; a round of the survey that Guatemala and Jamaica answered."""
    found = {}
    for state in AssistanceState:
        record = OfferFactory(author=people["author"], state=state, title_es=f"Oferta {state.value}")
        AssistanceStep.objects.create(
            assistance=record, verb="start", to_state=state, by=people["author"], comment=state.value
        )
        found[f"offer_{state.value}"] = {"pk": record.pk, "verb": "close"}
    offer = Assistance.objects.get(pk=found["offer_published"]["pk"])
    Inquiry.objects.create(assistance=offer, sender=people["member"], language="en", text="Hello")
    asked = RequestFactory(country_id="JM", author=people["manager"], title_en="Request published")
    found["request_published"] = {"pk": asked.pk, "verb": "close"}
    match = MatchFactory(offer=offer, request=asked)
    found["match"] = {"pk": match.pk, "verb": "decline"}
    found["match_agree"] = {"pk": match.pk, "verb": "agree"}
    found["why_withdraw"] = found["offer_published"] | {"verb": "withdraw"}
    found["why_return"] = found["offer_submitted"] | {"verb": "return"}
    for place, state in enumerate(CooperationState):
        found |= _cooperate(state, offer, place, people)
    found |= _survey(people)
    return found


def _cooperate(
    state: CooperationState, offer: Assistance, place: int, people: dict[str, User]
) -> dict[str, dict[str, Any]]:
    now = timezone.now()
    other = RequestFactory(country_id="JM", author=people["manager"], state="closed", title_en=f"{place}")
    match = MatchFactory(
        offer=offer, request=other, state="agreed", provider_agreed_at=now, requester_agreed_at=now
    )
    cooperation = Cooperation.objects.create(
        match=match,
        state=state,
        source_language="en",
        title_en=f"Cooperation {state.value}",
        objective_en="To know",
        activities_en="Work",
        starts_on=now.date(),
        terms_side="requester",
        completed_at=now,
    )
    CooperationStep.objects.create(
        cooperation=cooperation, verb="start", to_state=state, by=people["focal"], comment=state.value
    )
    report = CooperationReport.objects.create(
        cooperation=cooperation,
        source_language="en",
        result_en=f"Report {state.value}",
        body_en="Text",
        file=ContentFile(b"text", name="report.txt"),
        file_name="report.txt",
        media_type="text/plain",
    )
    return {
        f"cooperation_{state.value}": {"pk": cooperation.pk, "uuid": report.uuid, "verb": "begin"},
        f"file_of_cooperation_{state.value}": {"uuid": report.uuid},
    }


def _survey(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    today = timezone.localdate()
    day = timedelta(days=1)
    rounds = {
        name: SurveyRound.objects.create(
            source_language="en",
            title_en=f"Round {name}",
            opens_on=today + first * day,
            closes_on=today + last * day,
        )
        for name, first, last in (("open", -1, 1), ("coming", 5, 9))
    }
    for iso2 in ("GT", "JM"):
        answer = NeedsAnswer.objects.create(
            round=rounds["open"], country_id=iso2, answered_by=people["focal"]
        )
        RankedTopic.objects.create(
            answer=answer, topic_id="youth", rank=1, source_language="en", need_en=f"Need {iso2}"
        )
    need = DocumentedNeed.objects.create(
        code="NEED-TEST", source_language="en", subject_en="Subject", kind="learning", source="A document"
    )
    need.topics.set(["youth"])
    return {f"round_{name}": {"pk": round.pk} for name, round in rounds.items()}
