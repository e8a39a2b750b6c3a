"""The needs survey and the view of what is missing."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from network.models import MemberState, Topic, User
from network.notifications.models import Notification
from tests.factories import CourseFactory, OfferFactory, RequestFactory
from training_catalogue.choices.needs import GapSituation
from training_catalogue.models import NeedsAnswer, RankedTopic, SurveyRound
from training_catalogue.services.errors import EmptyError, NotOpenError
from training_catalogue.services.following import follow_course
from training_catalogue.services.needs.gaps import Gap, gaps
from training_catalogue.services.needs.results import results_of
from training_catalogue.services.needs.surveying import (
    RoundWords,
    answer_survey,
    save_round,
    tell_opened_rounds,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def open_round(by: User, first: int = 0, last: int = 9) -> SurveyRound:
    today = timezone.localdate()
    return save_round(by=by, words=RoundWords("en", "Needs", "", today + first * DAY, today + last * DAY))


def topics(*slugs: str) -> list[tuple[Topic, str]]:
    return [(Topic.objects.get(pk=slug), f"Need of {slug}") for slug in slugs]


def answer(round: SurveyRound, by: User, iso2: str, *slugs: str) -> NeedsAnswer:
    country = MemberState.objects.get(pk=iso2)
    return answer_survey(round=round, country=country, by=by, language="en", ranked=topics(*slugs))


def test_staff_open_a_round_and_focal_points_hear_of_it_once_on_its_first_day(
    staff_manager: User, antigua: User, focal_point_of_chile: User
) -> None:
    """A round to come is told when it opens."""
    round = open_round(staff_manager, first=2)
    assert not Notification.objects.filter(verb="assistance.round_opened").exists()
    SurveyRound.objects.filter(pk=round.pk).update(opens_on=timezone.localdate())
    assert tell_opened_rounds() == 1
    assert tell_opened_rounds() == 0
    told = Notification.objects.filter(verb="assistance.round_opened")
    assert {notice.recipient for notice in told} == {antigua, focal_point_of_chile}


def test_only_staff_open_rounds_with_days_in_order(staff_manager: User, antigua: User) -> None:
    """Nobody else does."""
    with pytest.raises(PermissionDenied):
        open_round(antigua)
    with pytest.raises(ValidationError):
        open_round(staff_manager, first=3, last=1)


def test_a_state_answers_for_itself_and_the_last_answer_counts(
    staff_manager: User, antigua: User, focal_point_of_chile: User, writer_of_antigua: User
) -> None:
    """Not another's focal point, not a contributor, not outside the days, no topic twice."""
    round = open_round(staff_manager)
    for outsider in (focal_point_of_chile, writer_of_antigua, staff_manager):
        with pytest.raises(PermissionDenied):
            answer(round, outsider, "AG", "youth")
    with pytest.raises(EmptyError):
        answer(round, antigua, "AG")
    with pytest.raises(ValidationError):
        answer(round, antigua, "AG", "youth", "youth")
    answer(round, antigua, "AG", "youth", "borders")
    answer(round, antigua, "AG", "borders")
    answer(round, focal_point_of_chile, "CL", "youth", "borders")
    assert list(RankedTopic.objects.order_by("answer__country", "rank").values_list("topic", "rank")) == [
        ("borders", 1),
        ("youth", 1),
        ("borders", 2),
    ]
    found = results_of(round)
    assert found.answers == 2
    assert [(row.topic, row.states, row.mean_rank) for row in found.topics] == [
        ("borders", 2, 1.5),
        ("youth", 1, 1.0),
    ]
    closed = open_round(staff_manager, first=-9, last=-1)
    with pytest.raises(NotOpenError):
        answer(closed, antigua, "AG", "youth")


def test_a_focal_point_answers_by_the_form_and_who_said_what_stays_between_them(
    client: Client, staff_manager: User, antigua: User, focal_point_of_chile: User
) -> None:
    """The numbers are public."""
    round = open_round(staff_manager)
    address = f"/en/training/needs/{round.pk}/"
    client.force_login(antigua)
    assert "Answer the needs survey" in client.get("/en/me/").content.decode()
    sent = {"country": "AG", "source_language": "en", "topic_1": "youth", "need_1": "Mediators for schools"}
    assert client.post(f"{address}answer/", sent | {"topic_2": "youth"}).status_code == 422
    assert client.post(f"{address}answer/", sent | {"need_2": "What?"}).status_code == 422
    assert client.post(f"{address}answer/", sent | {"country": "CL"}).status_code == 422
    assert client.post(f"{address}answer/", sent).status_code == 302
    assert "Mediators for schools" in client.get(address).content.decode()
    for outsider in (focal_point_of_chile, None):
        client.logout()
        if outsider:
            client.force_login(outsider)
        page = client.get(address).content.decode()
        assert "1 state has answered" in page
        assert "Mediators for schools" not in page


@pytest.mark.parametrize(
    ("needs", "courses", "offers", "situation"),
    [
        (3, 1, 4, GapSituation.PARTLY),
        (2, 2, 0, GapSituation.PARTLY),
        (3, 0, 2, GapSituation.GAP),
        (1, 0, 0, GapSituation.GAP),
        (1, 1, 1, GapSituation.COVERED),
        (0, 0, 1, GapSituation.UNASKED),
        (0, 0, 0, GapSituation.NOTHING),
    ],
)
def test_a_topic_is_a_gap_where_there_is_less_than_is_needed(
    needs: int, courses: int, offers: int, situation: GapSituation
) -> None:
    """Covered by as many courses and as many offers as needs."""
    assert Gap("youth", "Youth", needs, 0, 0, courses, offers, 0).situation == situation


def test_needs_come_from_documents_survey_and_requests_and_states_that_take_no_part_do_not_count(
    staff_manager: User, antigua: User, client: Client
) -> None:
    """Courses from the catalogue."""
    answer(open_round(staff_manager), antigua, "AG", "youth")
    RequestFactory(topics=["youth"])
    RequestFactory(topics=["youth"], country_id="NI")
    OfferFactory(topics=["youth"])
    OfferFactory(topics=["youth"], country_id="VE")
    course = CourseFactory(state="published", topics=["youth"])
    follow_course(course)
    (row,) = (gap for gap in gaps() if gap.topic == "youth")
    assert (row.ranked, row.requests, row.courses, row.offers) == (1, 1, 1, 1)
    page: Any = client.get("/fr/training/gaps/").content.decode()
    assert "Jeunesse" in page
