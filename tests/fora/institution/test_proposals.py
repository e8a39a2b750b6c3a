"""Topics for a forum: who proposes, supports, schedules and declines, by the pages."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fora.choices import ProposalState, SpaceKind, SpaceState
from fora.models import Space, TopicProposal
from fora.services.proposals import support, withdraw_proposal
from network.models import MemberState, User
from network.notifications.models import Notification

pytestmark = pytest.mark.django_db
NEW = "/en/fora/proposals/new/"
WORDS = {
    "country": "GT",
    "source_language": "es",
    "title": "Jóvenes y prevención",
    "rationale": "Porque la escuela detecta primero.",
    "forum_format": "virtual",
}
HOURS = {"opens_at": "2027-02-01T09:00", "closes_at": "2027-02-22T18:00", "time_zone": "America/New_York"}


def test_a_focal_point_proposes_and_the_staff_are_told(
    signed_in: Any, focal_point_of_guatemala: User, staff_manager: User
) -> None:
    answer = signed_in(focal_point_of_guatemala).post(NEW, WORDS)
    proposal = TopicProposal.objects.get()
    assert answer.url == f"/en/fora/proposals/{proposal.pk}/"
    assert (proposal.country_id, proposal.original("title")) == ("GT", "Jóvenes y prevención")
    assert Notification.objects.filter(recipient=staff_manager, verb="fora.proposed").exists()


def test_a_proposal_sent_twice_is_one(signed_in: Any, focal_point_of_guatemala: User) -> None:
    mine = signed_in(focal_point_of_guatemala)
    assert mine.post(NEW, WORDS).url == mine.post(NEW, WORDS).url
    assert TopicProposal.objects.count() == 1


def test_nobody_proposes_for_another_state(signed_in: Any, focal_point_of_chile: User, member: User) -> None:
    assert signed_in(focal_point_of_chile).post(NEW, WORDS).status_code == 422
    assert signed_in(member).post(NEW, WORDS).status_code == 404
    assert not TopicProposal.objects.exists()


def test_a_visitor_is_asked_to_sign_in_before_acting(client: Client, proposal: TopicProposal) -> None:
    for page in ("new/", f"{proposal.pk}/schedule/", f"{proposal.pk}/decline/"):
        assert client.get(f"/en/fora/proposals/{page}").status_code == 302


def test_everyone_reads_what_a_state_proposes_until_it_is_taken_back(
    client: Client, proposal: TopicProposal, focal_point_of_chile: User, member: User
) -> None:
    for person in (focal_point_of_chile, member):
        support(proposal=proposal, by=person)
    page = client.get(f"/es/fora/proposals/{proposal.pk}/").content.decode()
    assert "Chile" in page
    assert not any(name in page for name in (focal_point_of_chile.full_name, member.full_name))
    assert proposal.original("title") in client.get("/es/fora/proposals/").content.decode()
    withdraw_proposal(proposal=proposal, by=proposal.proposed_by)
    assert client.get(f"/es/fora/proposals/{proposal.pk}/").status_code == 404
    assert (
        proposal.original("title") not in client.get("/es/fora/proposals/?state=withdrawn").content.decode()
    )


def test_a_topic_without_words_is_asked_for_again_and_nothing_typed_is_lost(
    signed_in: Any, focal_point_of_guatemala: User
) -> None:
    answer = signed_in(focal_point_of_guatemala).post(NEW, WORDS | {"rationale": " "})
    assert answer.status_code == 422
    assert "Jóvenes y prevención" in answer.content.decode()


def test_another_state_supports_once_and_can_take_it_back(
    signed_in: Any, proposal: TopicProposal, focal_point_of_chile: User
) -> None:
    mine, address = signed_in(focal_point_of_chile), f"/en/fora/proposals/{proposal.pk}/support/"
    mine.post(address)
    mine.post(address)
    assert proposal.supports.filter(country="CL").count() == 1
    mine.post(address, {"back": "1"})
    assert not proposal.supports.filter(country="CL").exists()


def test_staff_make_a_virtual_forum_of_a_proposal_and_who_proposed_leads_it(
    signed_in: Any, proposal: TopicProposal, staff_manager: User, focal_point_of_guatemala: User
) -> None:
    answer = signed_in(staff_manager).post(f"/en/fora/proposals/{proposal.pk}/schedule/", HOURS)
    space = Space.objects.unfiltered().get(proposal=proposal)
    assert answer.url == f"/en/fora/{space.slug}/prepare/"
    assert (space.kind, space.state) == (SpaceKind.VIRTUAL, SpaceState.PREPARATION)
    assert space.opens_at is not None
    assert space.opens_at.isoformat() == "2027-02-01T14:00:00+00:00"
    told = Notification.objects.filter(recipient=focal_point_of_guatemala, verb="fora.proposal_scheduled")
    assert told.exists()
    assert signed_in(focal_point_of_guatemala).get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("hours", "field"),
    [
        ({"opens_at": "2027-02-22T18:00", "closes_at": "2027-02-01T09:00"}, "closes_at"),
        ({"opens_at": "2020-01-01T09:00", "closes_at": "2020-02-01T09:00"}, "closes_at"),
        ({"closes_at": ""}, "closes_at"),
        ({"opens_at": "tomorrow"}, "opens_at"),
        ({"opens_at": "2027-03-14T02:30"}, "opens_at"),  # the clocks are put forward in Washington
        ({"closes_at": "2027-11-07T01:30"}, "closes_at"),  # they are put back
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
    ],
)
def test_hours_that_cannot_be_are_asked_for_again(
    signed_in: Any, proposal: TopicProposal, staff_manager: User, hours: dict[str, str], field: str
) -> None:
    answer = signed_in(staff_manager).post(f"/en/fora/proposals/{proposal.pk}/schedule/", HOURS | hours)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Space.objects.unfiltered().exists()


def test_a_proposal_that_is_declined_says_why_and_is_not_decided_twice(
    signed_in: Any, proposal: TopicProposal, staff_manager: User, focal_point_of_guatemala: User
) -> None:
    mine, address = signed_in(staff_manager), f"/en/fora/proposals/{proposal.pk}/decline/"
    assert mine.post(address, {"reason": ""}).status_code == 422
    mine.post(address, {"reason": "It was discussed last year."})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.DECLINED
    assert Notification.objects.filter(recipient=focal_point_of_guatemala).exists()
    assert mine.post(f"/en/fora/proposals/{proposal.pk}/schedule/", HOURS).status_code == 422
    page = signed_in(focal_point_of_guatemala).get(f"/en/fora/proposals/{proposal.pk}/")
    assert "It was discussed last year." in page.content.decode()


@pytest.mark.parametrize("action", ["schedule", "decline"])
def test_only_staff_decide(
    signed_in: Any, proposal: TopicProposal, focal_point_of_guatemala: User, member: User, action: str
) -> None:
    for person in (focal_point_of_guatemala, member):
        answer = signed_in(person).post(
            f"/en/fora/proposals/{proposal.pk}/{action}/", HOURS | {"reason": "No."}
        )
        assert answer.status_code == 404
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.PROPOSED


def test_only_the_state_withdraws(
    signed_in: Any, proposal: TopicProposal, focal_point_of_chile: User, focal_point_of_guatemala: User
) -> None:
    address = f"/en/fora/proposals/{proposal.pk}/withdraw/"
    assert signed_in(focal_point_of_chile).post(address).status_code == 404
    assert signed_in(focal_point_of_guatemala).post(address).status_code == 302
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(
    signed_in: Any, member: User, guatemala: MemberState, focal_point_of_guatemala: User, count: int
) -> None:
    for number in range(count):
        TopicProposal.objects.create(
            country=guatemala,
            proposed_by=focal_point_of_guatemala,
            source_language="en",
            title_en=f"Topic {number}",
            rationale_en="Why",
        )
    mine = signed_in(member)
    mine.get("/en/fora/proposals/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = mine.get("/en/fora/proposals/").content.decode()
    assert page.count("record__title") == count
    assert len(asked) <= LIST_QUERIES, [each["sql"][:90] for each in asked]


LIST_QUERIES = 8
