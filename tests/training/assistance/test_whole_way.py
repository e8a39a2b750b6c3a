"""A request of Antigua and Barbuda from its draft to the report that both states' pages show."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from network.models import MemberState, Topic, User
from network.notifications.models import Notification, OutboxEntry
from network.search.services import index_objects
from network.services.inspecting import check_file
from tests.factories import OfferFactory, PublishedPracticeFactory
from training_catalogue.choices.cooperation import MatchState
from training_catalogue.models import Assistance, Cooperation, Match
from training_catalogue.services.assistance.way import take_step
from training_catalogue.services.assistance.writing import AssistanceWords, start_assistance
from training_catalogue.services.cooperating.reporting import ReportWords, write_report
from training_catalogue.services.cooperating.terms import Terms, write_terms
from training_catalogue.services.cooperating.way import move_cooperation
from training_catalogue.services.matching.answering import agree_to_match
from training_catalogue.services.matching.proposing import find_matches
from training_catalogue.services.needs.gaps import gaps

pytestmark = pytest.mark.django_db
DATA = "data-and-observatories"


def told(person: User) -> list[str]:
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("verb", flat=True))


def row_of(topic: str) -> Any:
    return next(gap for gap in gaps() if gap.topic == topic)


def test_a_request_is_matched_agreed_carried_out_and_reported(  # noqa: PLR0915 - one way, in its order
    client: Client,
    antigua: User,
    writer_of_antigua: User,
    focal_point_of_guatemala: User,
    focal_point_of_chile: User,
    screener: User,
) -> None:
    """The whole way, by the services that the pages call; each page read by whoever may."""
    offer = OfferFactory(languages=["en", "es"], title_es="Apoyo para un observatorio")
    OfferFactory(country_id="CL", topics=["youth"])
    index_objects("offer", Assistance.objects.values_list("pk", flat=True))
    PublishedPracticeFactory(title_es="Observatorio de violencia").topics.set([DATA])
    from practices.models import Practice

    index_objects("practice", Practice.objects.values_list("pk", flat=True))

    request = start_assistance(
        by=writer_of_antigua,
        kind="request",
        country=MemberState.objects.get(pk="AG"),
        words=AssistanceWords(
            "en",
            {"title": "Help with crime data", "description": "To collect and use data better."},
            {"languages": ["en"], "priority": "high"},
            tuple(Topic.objects.filter(pk=DATA)),
        ),
    )
    request = take_step(record=request, by=writer_of_antigua, verb="ask_clearance")
    assert client.get(f"/en/training/assistance/{request.pk}/").status_code == 404
    request = take_step(record=request, by=antigua, verb="submit")
    request = take_step(record=request, by=screener, verb="publish")
    assert client.get(f"/en/training/assistance/{request.pk}/").status_code == 200
    assert OutboxEntry.objects.filter(task="training.find_matches", args={"record": request.pk}).exists()
    before = row_of(DATA)
    assert (before.requests, before.offers, before.completed) == (1, 1, 0)

    (match,) = find_matches(record=request.pk)
    assert (match.offer, match.request) == (offer, request)
    assert {reason["code"]: reason["points"] for reason in match.reasons} == {
        "topic": 40,
        "language": 15,
        "practice": 10,
    }
    assert match.score == 65
    assert "assistance.matched" in told(antigua)
    assert "assistance.matched" in told(focal_point_of_guatemala)
    assert find_matches(record=request.pk) == []

    client.force_login(focal_point_of_guatemala)
    text = client.get(f"/es/training/matches/{match.pk}/").content.decode()
    assert "Guatemala" in text
    client.force_login(focal_point_of_chile)
    assert client.get(f"/es/training/matches/{match.pk}/").status_code == 404

    match = agree_to_match(match=match, by=focal_point_of_guatemala)
    assert match.state == MatchState.AWAITING_REQUESTER
    match = agree_to_match(match=match, by=antigua)
    cooperation = Cooperation.objects.get(match=match)
    assert str(cooperation) == "Help with crime data"

    terms = Terms("en", "Help with crime data", "A first count", "- Visit\n- Training", dt.date(2026, 12, 1))
    cooperation = write_terms(cooperation=cooperation, by=antigua, terms=terms, revision=1)
    assert "assistance.terms_written" in told(focal_point_of_guatemala)
    address = f"/en/training/cooperations/{cooperation.pk}/"
    assert client.get(address).status_code == 404
    cooperation = move_cooperation(cooperation=cooperation, by=focal_point_of_guatemala, verb="agree")
    assert Client().get(address).status_code == 200
    cooperation = move_cooperation(cooperation=cooperation, by=antigua, verb="begin")
    upload = SimpleUploadedFile("report.txt", b"What was done.")
    words = ReportWords(
        "en",
        "Data are collected monthly.",
        "Two visits.",
        check_file(upload=upload, name="report.txt"),
        "report.txt",
    )
    report = write_report(cooperation=cooperation, by=antigua, words=words)
    assert Client().get(f"/en/training/cooperations/files/{report.uuid}/").status_code == 404
    assert "Two visits." not in Client().get(address).content.decode()
    cooperation = move_cooperation(cooperation=cooperation, by=focal_point_of_guatemala, verb="complete")
    assert "Two visits." in Client().get(address).content.decode()
    assert Client().get(f"/en/training/cooperations/files/{report.uuid}/").status_code == 200
    report.file.storage.delete(report.file.name)

    for iso2 in ("AG", "GT"):
        page = Client().get(f"/en/states/{iso2}/").content.decode()
        assert "Data are collected monthly." in page
    request.refresh_from_db()
    assert request.state == "closed"
    after = row_of(DATA)
    assert (after.requests, after.offers, after.completed) == (0, 1, 1)
    assert told(antigua)[-1] == "assistance.cooperation_completed"
    assert set(told(focal_point_of_chile)) == set()
    assert Match.objects.count() == 1
