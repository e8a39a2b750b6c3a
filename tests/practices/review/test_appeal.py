"""Appeals: once, in time, heard by somebody who did not decide before, judged by others."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from network.choices import Role
from practices.choices import PracticeState, ReviewEnd
from practices.models import ReviewRound
from practices.services import appealing, naming, scoring, way
from practices.services.errors import (
    AppealedBeforeError,
    AppealTooLateError,
    CommentNeededError,
    ConflictOfInterestError,
    NewVersionOpenError,
)
from practices.services.versions import start_new_version
from tests.factories import UserFactory

from .people import begin, in_days, public_to_judge, reviewer, settled, submit, to_judge

pytestmark = pytest.mark.django_db


@pytest.fixture
def declined(screener):
    return way.decline_practice(practice=settled(to_judge(), screener), by=screener, comment="Weak.")


def test_a_granted_appeal_is_judged_by_two_who_have_not_judged_it(
    declined, focal_point_of_guatemala, staff_manager, screener
):
    former = ReviewRound.objects.get().reviews.first().reviewer
    appealed = appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="New data.")
    assert appealed.state == PracticeState.UNDER_APPEAL
    upheld = appealing.uphold_appeal(practice=appealed, by=staff_manager, comment="They are right.")
    assert upheld.state == PracticeState.IN_REVIEW
    with pytest.raises(ConflictOfInterestError) as caught:
        naming.name_reviewer(practice=upheld, by=screener, reviewer=former, due_on=in_days(9))
    assert caught.value.reason == ReviewEnd.JUDGED
    for _ in range(2):
        person = reviewer()
        review = naming.name_reviewer(practice=upheld, by=screener, reviewer=person, due_on=in_days(9))
        scoring.accept_review(review=review, by=person)
        submit(review, upheld)
    public = way.publish_practice(practice=upheld, by=screener, comment="Now yes.")
    assert public.outcomes.get().strength == "moderate"
    assert [each.closed_with for each in public.review_rounds.order_by("number")] == ["decline", "publish"]


def test_an_appeal_is_made_once(declined, focal_point_of_guatemala, staff_manager, screener):
    appealed = appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Why?")
    upheld = appealing.uphold_appeal(practice=appealed, by=staff_manager, comment="Yes.")
    for _ in range(2):
        person = reviewer()
        review = naming.name_reviewer(practice=upheld, by=screener, reviewer=person, due_on=in_days(9))
        scoring.accept_review(review=review, by=person)
        submit(review, upheld, "limited")
    again = way.decline_practice(practice=upheld, by=screener, comment="Still weak.")
    with pytest.raises(AppealedBeforeError):
        appealing.appeal(practice=again, by=focal_point_of_guatemala, comment="Again.")


def test_after_the_days_of_the_settings_it_is_too_late(declined, focal_point_of_guatemala, settings):
    declined.transitions.update(at=timezone.now() - timedelta(days=settings.PRACTICE_APPEAL_DAYS))
    appealing.check_appeal(declined)
    declined.transitions.update(at=timezone.now() - timedelta(days=settings.PRACTICE_APPEAL_DAYS + 1))
    with pytest.raises(AppealTooLateError):
        appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Late.")


def test_reasons_are_needed_at_each_step(declined, focal_point_of_guatemala, staff_manager):
    with pytest.raises(CommentNeededError):
        appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment=" ")
    appealed = appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Why?")
    for service in (appealing.uphold_appeal, appealing.dismiss_appeal):
        with pytest.raises(CommentNeededError):
            service(practice=appealed, by=staff_manager, comment="")


def test_who_decided_before_does_not_hear_the_appeal(focal_point_of_guatemala):
    both = UserFactory(roles=[Role.SCREENER, Role.STAFF_MANAGER])
    declined = way.decline_practice(practice=to_judge(), by=both, comment="Scope.")
    appealed = appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Why?")
    with pytest.raises(PermissionDenied):
        appealing.dismiss_appeal(practice=appealed, by=both, comment="No.")
    other = UserFactory(roles=[Role.STAFF_MANAGER])
    done = appealing.dismiss_appeal(practice=appealed, by=other, comment="No.")
    assert done.state == PracticeState.DECLINED_FOR_GOOD


def test_another_state_cannot_appeal(declined, focal_point_of_chile):
    with pytest.raises(PermissionDenied):
        appealing.appeal(practice=declined, by=focal_point_of_chile, comment="Why?")


def test_a_refused_copy_cannot_be_appealed_while_a_new_version_is_written(screener, focal_point_of_guatemala):
    public = public_to_judge()
    copy, reviews = begin(public, screener)
    for each in reviews:
        submit(each, copy)
    declined = way.decline_practice(practice=copy, by=screener, comment="Weak.")
    start_new_version(practice=public, by=focal_point_of_guatemala)
    with pytest.raises(NewVersionOpenError):
        appealing.appeal(practice=declined, by=focal_point_of_guatemala, comment="Why?")
    public.refresh_from_db()
    assert public.state == PracticeState.PUBLISHED
