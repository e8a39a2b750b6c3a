"""From a proposed topic to a final report: who may, and what is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fora.choices import Capacity, Following, ProposalState, ReportState, SpaceState
from fora.models import Citation, FinalReport, PostRevision, Space, SpaceGrant
from fora.services.errors import ConflictError
from fora.services.following import subscribe
from fora.services.moderating import hide
from fora.services.posting import start_thread
from fora.services.proposals import decline, propose_topic, schedule, support
from fora.services.reports import cite, publish_report, write_report
from fora.services.spaces import change_space, close_spaces, grant_in_space, revoke_in_space
from network.choices import Role
from network.models import User
from network.moderation.choices import Reason
from network.notifications.models import Notification
from tests.factories import SpaceFactory, UserFactory, let_in

pytestmark = pytest.mark.django_db
WORDS: dict[str, Any] = {"title": "Emergency numbers", "rationale": "Many have several.", "language": "en"}


def hours(first: int, last: int) -> dict[str, Any]:
    """From so many days from now until so many."""
    now = timezone.now()
    return {"opens_at": now + timedelta(days=first), "closes_at": now + timedelta(days=last)}


def verbs_told(user: User) -> set[str]:
    """What somebody was told of the fora."""
    told = Notification.objects.filter(recipient=user, verb__startswith="fora.")
    return set(told.values_list("verb", flat=True))


def test_a_state_proposes_others_support_staff_schedule(
    guatemala: Any,
    focal_point_of_guatemala: User,
    focal_point_of_chile: User,
    member: User,
    staff_manager: User,
) -> None:
    proposal = propose_topic(country=guatemala, by=focal_point_of_guatemala, **WORDS)
    assert support(proposal=proposal, by=focal_point_of_chile).country_id == "CL"
    assert support(proposal=proposal, by=member).country_id is None
    support(proposal=proposal, by=member)
    assert proposal.supports.count() == 3
    with pytest.raises(PermissionDenied):
        schedule(proposal=proposal, by=focal_point_of_guatemala, slug="emergency", **hours(1, 8))
    space = schedule(proposal=proposal, by=staff_manager, slug="emergency", **hours(1, 8))
    proposal.refresh_from_db()
    assert (proposal.state, proposal.space) == (ProposalState.SCHEDULED, space)
    assert SpaceGrant.objects.get(space=space).user == focal_point_of_guatemala
    assert not Space.objects.visible_to(focal_point_of_chile).exists()
    assert verbs_told(focal_point_of_chile) == {"fora.proposal_scheduled"}
    with pytest.raises(ConflictError):
        support(proposal=proposal, by=UserFactory(roles=[Role.MEMBER]))


def test_only_focal_points_propose_and_only_for_their_state(
    guatemala: Any, focal_point_of_chile: User, member: User, staff_manager: User
) -> None:
    for person in (focal_point_of_chile, member, staff_manager):
        with pytest.raises(PermissionDenied):
            propose_topic(country=guatemala, by=person, **WORDS)


def test_a_topic_is_declined_with_a_reason(
    guatemala: Any, focal_point_of_guatemala: User, staff_manager: User
) -> None:
    proposal = propose_topic(country=guatemala, by=focal_point_of_guatemala, **WORDS)
    decline(proposal=proposal, by=staff_manager, reason="It is on the agenda of another forum.")
    assert verbs_told(focal_point_of_guatemala) == {"fora.proposal_declined"}
    with pytest.raises(ConflictError):
        decline(proposal=proposal, by=staff_manager, reason="Again.")


def test_who_leads_changes_the_words_and_lets_members_in_but_no_more(
    member: User, staff_manager: User
) -> None:
    space = SpaceFactory(access="private")
    chair = let_in(UserFactory(), space, Capacity.CHAIR)
    change_space(space=space, by=chair, description_en="What we do.")
    with pytest.raises(PermissionDenied):
        change_space(space=space, by=chair, access="public")
    grant = grant_in_space(space=space, user=member, capacity=Capacity.MEMBER, by=chair, reason="Expert")
    assert Space.objects.visible_to(member).get() == space
    with pytest.raises(PermissionDenied):
        grant_in_space(space=space, user=member, capacity=Capacity.MODERATOR, by=chair, reason="?")
    with pytest.raises(PermissionDenied):
        grant_in_space(space=space, user=chair, capacity=Capacity.MEMBER, by=chair, reason="Myself")
    revoke_in_space(grant=grant, by=chair)
    assert not Space.objects.visible_to(User.objects.get(pk=member.pk)).exists()


def test_a_forum_that_is_over_is_announced_once_and_reported_on(member: User, staff_manager: User) -> None:
    forum = SpaceFactory(kind="virtual", state=SpaceState.OPEN, **hours(-8, 1))
    leader = let_in(UserFactory(full_name="Fa Cilitator"), forum, Capacity.FACILITATOR)
    subscribe(by=member, space=forum, frequency=Following.DAILY)
    post = start_thread(space=forum, by=leader, title="T", text="The school is first.", language="en")
    report: dict[str, Any] = {"language": "en", "title": "Report", "summary": "", "body": "We learned [[1]]."}
    with pytest.raises(PermissionDenied):
        write_report(space=forum, by=leader, **report)
    Space.objects.filter(pk=forum.pk).update(**hours(-8, -1))
    assert [close_spaces(), close_spaces()] == [1, 0]
    assert verbs_told(member) >= {"fora.closed"}
    assert "fora.report_due" in verbs_told(leader)
    written = write_report(space=forum, by=leader, **report)
    citation = cite(
        report=written, revision=PostRevision.objects.get(post=post), by=leader, starts=0, ends=10
    )
    assert (citation.number, FinalReport.objects.visible_to(member).count()) == (1, 0)
    with pytest.raises(ConflictError):
        write_report(space=forum, by=leader, seen_revision=0, **report)
    publish_report(report=written, by=leader)
    assert FinalReport.objects.visible_to(member).get().state == ReportState.PUBLISHED
    assert Citation.objects.visible_to(member).count() == 1
    hide(post=post, by=staff_manager, reason=Reason.OTHER)
    assert Citation.objects.visible_to(member).count() == 0


def test_only_what_readers_of_the_forum_read_is_cited(member: User, staff_manager: User) -> None:
    forum, other = SpaceFactory(**hours(-8, 1)), SpaceFactory()
    leader = let_in(UserFactory(), forum, Capacity.FACILITATOR)
    elsewhere = start_thread(space=other, by=member, title="T", text="Elsewhere", language="en")
    Space.objects.filter(pk=forum.pk).update(**hours(-8, -1))
    report = write_report(space=forum, by=leader, language="en", title="R", summary="", body="B")
    with pytest.raises(PermissionDenied):
        cite(report=report, revision=PostRevision.objects.get(post=elsewhere), by=leader)
