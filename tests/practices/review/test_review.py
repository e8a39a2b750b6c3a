"""Review by two: who may judge, what comes of two people's scores, and that nothing is lost or told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from network.choices import Role
from network.models import Membership
from network.notifications.models import Notification
from network.search.models import SearchRow
from network.services.roles import grant_role
from practices.choices import PracticeState, ReviewEnd
from practices.models import Practice, Review, ReviewRound, TransitionEvent
from practices.services import naming, scoring, way
from practices.services.errors import (
    AlreadyRatedError,
    CommentNeededError,
    ConflictOfInterestError,
    NoRatingAskedError,
    NotScoredError,
    ResultNeededError,
    ReviewEndedError,
    ReviewersNeededError,
)
from practices.services.rating import PublishedNotes
from practices.services.reminding import remind
from practices.services.scores import mark_of
from practices.services.versions import VersionInPreparationError, start_new_version
from tests.factories import OutcomeFactory, UserFactory

from .people import begin, in_days, public_to_judge, reviewer, scores_of, settled, submit, to_judge

pytestmark = pytest.mark.django_db


def told(person) -> list[str]:
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("verb", flat=True))


def test_two_who_are_within_a_step_give_the_lower_and_the_screener_publishes_it(screener):
    practice, (first, second) = begin(to_judge(), screener)
    submit(first, practice, "strong")
    with pytest.raises(ResultNeededError):
        way.publish_practice(practice=practice, by=screener, comment="Good.")
    submit(second, practice, "moderate", relevance="high")
    assert told(screener) == ["practices.result_ready"]
    with pytest.raises(CommentNeededError):
        way.publish_practice(practice=practice, by=screener)
    public = way.publish_practice(practice=practice, by=screener, comment="Both agree.")
    outcome, rating = public.outcomes.get(), public.ratings.get()
    assert (outcome.strength, outcome.direction, outcome.studies) == ("moderate", "positive", "one")
    assert (rating.relevance, rating.replicability, rating.instrument) == ("good", "fair", "1.0")
    assert rating.passage("effect", "es").text == "La tasa bajó un tercio."
    assert (public.rated_strength, public.rated_direction, public.rated_at) == (
        "moderate",
        "positive",
        rating.rated_at,
    )
    assert told(practice.author)[-1] == "practices.rated"
    row = SearchRow.objects.get(object_id=public.pk, is_original=True)
    assert {"strength:moderate", "direction:positive", "evidence:moderate-positive"} <= set(row.facets)
    kept = [
        review.scores["outcomes"][str(outcome.pk)]["strength"] for review in Review.objects.order_by("pk")
    ]
    assert kept == ["strong", "moderate"]


@pytest.mark.parametrize(
    "theirs",
    [
        {"strength": "very_strong"},
        {"direction": "mixed"},
        {"strength": "insufficient"},
        {"relevance": "low"},
    ],
)
def test_more_than_a_step_or_another_direction_leads_to_a_consensus_round(screener, theirs):
    practice, (first, second) = begin(to_judge(), screener)
    submit(first, practice, "moderate")
    submit(second, practice, **theirs)
    practice.refresh_from_db()
    assert practice.state == PracticeState.CONSENSUS
    event = practice.transitions.last()
    assert (event.verb, event.by) == ("differ", None)
    assert "practices.consensus" in told(screener)
    assert told(first.reviewer)[-1] == told(second.reviewer)[-1] == "practices.consensus_asked"


def test_in_the_consensus_round_both_must_agree_to_the_same(screener):
    practice, (first, second) = begin(to_judge(), screener)
    submit(first, practice, "limited")
    submit(second, practice, "strong")
    agreed = scores_of(practice, "moderate")

    def agree(review, scores, seen=None):
        return scoring.agree(review=review, by=review.reviewer, scores=scores, seen=mark_of(seen))

    agree(first, agreed)
    opened = ReviewRound.objects.get()
    assert not opened.is_settled
    assert told(second.reviewer)[-1] == "practices.consensus_proposed"
    with pytest.raises(scoring.CommonScoresChangedError):
        agree(second, scores_of(practice, "limited"))
    agree(second, scores_of(practice, "limited"), opened.common)
    opened.refresh_from_db()
    assert not opened.is_settled, "the first one agreed to something else"
    agree(first, scores_of(practice, "limited"), opened.common)
    opened.refresh_from_db()
    assert opened.result["outcomes"][str(practice.outcomes.get().pk)]["strength"] == "limited"
    practice.refresh_from_db()
    public = way.publish_practice(practice=practice, by=screener, comment="Agreed.")
    assert public.outcomes.get().strength == "limited"


def test_what_is_not_scored_is_named_and_nothing_is_submitted(screener):
    practice, (first, _) = begin(to_judge(), screener)
    second_outcome = OutcomeFactory(practice=practice)
    scores = scores_of(practice)
    del scores.outcomes[second_outcome.pk]
    with pytest.raises(NotScoredError) as caught:
        scoring.submit_scores(review=first, by=first.reviewer, scores=scores)
    assert caught.value.missing == [str(second_outcome.pk)]
    first.refresh_from_db()
    assert first.scores is None


def test_scores_once_submitted_stay_as_they_are(screener):
    practice, (first, _) = begin(to_judge(), screener)
    submit(first, practice)
    with pytest.raises(ReviewEndedError):
        submit(first, practice, "strong")


def test_a_draft_of_scores_is_kept_whatever_is_missing(screener):
    _practice, (first, _) = begin(to_judge(), screener)
    scoring.save_scores(review=first, by=first.reviewer, draft={"relevance": ["good"]})
    first.refresh_from_db()
    assert first.draft == {"relevance": ["good"]}


def test_nobody_works_on_the_review_of_another_or_before_declaring(screener):
    practice = to_judge()
    people = reviewer("One"), reviewer("Two")
    naming.start_review(practice=practice, by=screener, reviewers=people, due_on=in_days(9))
    review = Review.objects.get(reviewer=people[0])
    with pytest.raises(PermissionDenied):
        scoring.save_scores(review=review, by=people[0], draft={})
    with pytest.raises(PermissionDenied):
        scoring.accept_review(review=review, by=people[1])
    assert practice not in Practice.objects.visible_to(people[0])
    scoring.accept_review(review=review, by=people[0])
    assert practice in Practice.objects.visible_to(people[0])


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda practice: {"roles": [Role.REVIEWER, (Role.CONTRIBUTOR, "GT")]}, id="state"),
        pytest.param(
            lambda practice: {"roles": [Role.REVIEWER], "organization": practice.organization}, id="body"
        ),
        pytest.param(lambda practice: {"roles": [Role.MEMBER]}, id="no reviewer"),
    ],
)
def test_who_has_a_conflict_of_interest_cannot_be_named(screener, make):
    practice = to_judge()
    with pytest.raises(ConflictOfInterestError):
        begin(practice, screener, reviewer(), UserFactory(**make(practice)))
    practice.refresh_from_db()
    assert practice.state == PracticeState.SCREENING
    assert not ReviewRound.objects.exists()


def test_authors_and_those_who_decided_cannot_judge(screener):
    author = UserFactory(roles=[Role.REVIEWER])
    with pytest.raises(ConflictOfInterestError) as caught:
        begin(to_judge(author=author), screener, author, reviewer())
    assert caught.value.reason == ReviewEnd.AUTHOR
    claimed = UserFactory(roles=[Role.REVIEWER, Role.SCREENER])
    with pytest.raises(ConflictOfInterestError) as caught:
        begin(to_judge(screener=claimed), screener, claimed, reviewer())
    assert caught.value.reason == ReviewEnd.SCREENER


def test_two_different_people_and_a_day_to_come_are_needed(screener):
    person = reviewer()
    with pytest.raises(ReviewersNeededError):
        begin(to_judge(), screener, person, person)
    with pytest.raises(ValidationError):
        naming.start_review(
            practice=to_judge(), by=screener, reviewers=[person, reviewer()], due_on=in_days(0)
        )


def test_a_state_that_asks_for_no_rating_gets_none(screener):
    with pytest.raises(NoRatingAskedError):
        begin(to_judge(asks_for_rating=False), screener)


@pytest.mark.parametrize("how", ["role", "organization"])
def test_a_reviewer_who_comes_to_belong_to_the_state_is_stopped_and_the_desk_is_told(
    screener, staff_manager, guatemala, how
):
    practice, (first, second) = begin(to_judge(), screener)
    submit(first, practice)
    if how == "role":
        grant_role(
            user=first.reviewer, role=Role.CONTRIBUTOR, state=guatemala, reason="New", by=staff_manager
        )
    else:
        Membership.objects.create(user=first.reviewer, organization=practice.organization)
    first.refresh_from_db()
    assert first.end_reason == ReviewEnd.STATE
    assert first.scores is not None, "what was scored stays on record"
    assert "practices.reviewer_missing" in told(screener)
    assert "practices.review_ended" in told(first.reviewer)
    submit(second, practice)
    assert not ReviewRound.objects.get().is_settled, "the stopped one does not count"
    with pytest.raises(ReviewEndedError):
        scoring.save_scores(review=first, by=first.reviewer, draft={})
    third = reviewer("Third")
    named = naming.name_reviewer(practice=practice, by=screener, reviewer=third, due_on=in_days(5))
    scoring.accept_review(review=named, by=third)
    submit(named, practice)
    assert ReviewRound.objects.get().is_settled


def test_a_conflict_that_no_signal_told_of_is_found_when_they_score(screener):
    practice, (first, _) = begin(to_judge(), screener)
    Membership.objects.bulk_create([Membership(user=first.reviewer, organization=practice.organization)])
    with pytest.raises(ReviewEndedError):
        submit(first, practice)
    first.refresh_from_db()
    assert first.end_reason == ReviewEnd.STATE
    assert first.scores is None


def test_a_reviewer_may_decline_and_is_replaced(screener):
    practice, (first, second) = begin(to_judge(), screener)
    scoring.refuse_review(review=first, by=first.reviewer, note="No time.")
    assert told(screener) == ["practices.reviewer_missing"]
    with pytest.raises(ReviewersNeededError):
        naming.name_reviewer(practice=practice, by=screener, reviewer=second.reviewer, due_on=in_days(5))
    naming.name_reviewer(practice=practice, by=screener, reviewer=reviewer(), due_on=in_days(5))
    with pytest.raises(ReviewersNeededError):
        naming.name_reviewer(practice=practice, by=screener, reviewer=reviewer(), due_on=in_days(5))
    naming.replace_reviewer(review=second, by=screener, note="Silent")
    second.refresh_from_db()
    assert (second.end_reason, second.end_note) == (ReviewEnd.REPLACED, "Silent")


def test_a_published_one_stays_public_as_it_is_while_a_copy_is_judged(screener):
    public = public_to_judge()
    before = Practice.objects.filter(pk=public.pk).values().get()
    copy, (first, second) = begin(public, screener)
    assert copy.pk != public.pk
    assert (copy.state, copy.revises) == (PracticeState.IN_REVIEW, public)
    assert Practice.objects.filter(pk=public.pk).values().get() == before
    assert copy not in Practice.objects.published()
    with pytest.raises(VersionInPreparationError):
        begin(public, screener)
    submit(first, copy)
    submit(second, copy)
    rated = way.publish_practice(
        practice=copy, by=screener, comment="Good.", notes=PublishedNotes("en", {"effect": "A third less."})
    )
    assert rated == public
    assert (rated.version, rated.identifier) == (1, public.identifier)
    assert not rated.versions.exists(), "the text did not change"
    assert rated.outcomes.get().strength == "moderate"
    assert rated.ratings.get().passage("effect", "en").text == "A third less."
    assert [event.verb for event in rated.transitions.all()][-2:] == ["review", "publish"]
    assert ReviewRound.objects.get().practice == rated
    with pytest.raises(AlreadyRatedError):
        begin(rated, screener)


def test_a_new_version_that_changes_an_outcome_loses_that_outcomes_rating(screener, focal_point_of_guatemala):
    judged = to_judge()
    kept = OutcomeFactory(practice=judged, indicator_es="Extorsiones")
    rated = way.publish_practice(practice=settled(judged, screener), by=screener, comment="Good.")
    draft = start_new_version(practice=rated, by=focal_point_of_guatemala)
    changed = draft.outcomes.exclude(indicator_es=kept.indicator_es).get()
    changed.result = "12"
    changed.save()
    Practice.objects.filter(pk=draft.pk).update(state=PracticeState.SCREENING)
    draft.refresh_from_db()
    public = way.publish_practice(practice=draft, by=screener)
    assert {outcome.indicator_es: outcome.strength for outcome in public.outcomes.all()} == {
        "Extorsiones": "moderate",
        "Homicidios de jóvenes": "",
    }
    assert public.ratings.get().version == 1
    assert public.rated_strength == "moderate"


@pytest.mark.parametrize(("verb", "state"), [("return", "returned"), ("decline", "declined")])
def test_the_screener_returns_or_declines_on_the_result_with_reasons(screener, verb, state):
    practice = settled(to_judge(), screener)
    services = {
        "return": lambda words: way.return_practice(practice=practice, by=screener, note=words),
        "decline": lambda words: way.decline_practice(practice=practice, by=screener, comment=words),
    }
    with pytest.raises(CommentNeededError):
        services[verb]("")
    moved = services[verb]("The data are missing.")
    assert moved.state == state
    assert not moved.ratings.exists()
    assert moved.outcomes.get().strength == ""
    assert ReviewRound.objects.get().closed_with == verb


def test_scores_stay_on_record_when_a_returned_record_is_thrown_away(screener):
    from practices.services.drafting import delete_practice

    practice = settled(to_judge(), screener)
    returned = way.return_practice(practice=practice, by=screener, note="Why.")
    author = returned.author
    grant_role(user=author, role=Role.CONTRIBUTOR, state=returned.country, reason="t", by=None)
    delete_practice(practice=returned, by=author)
    opened = ReviewRound.objects.get()
    assert (opened.practice, opened.subject) == (None, "Observatorio municipal de la violencia")
    assert opened.reviews.exclude(scores=None).count() == 2


def test_reviewers_are_reminded_before_and_after_the_day(screener):
    _practice, (first, _) = begin(to_judge(), screener)

    def at(days):
        Review.objects.update(due_on=timezone.localdate() + timedelta(days=days))
        remind()
        remind()
        return [verb for verb in told(first.reviewer) if verb != "practices.review_asked"]

    assert at(8) == []
    assert at(7) == at(1) == ["practices.review_due"]
    assert at(-1) == ["practices.review_due", "practices.review_late"]
    assert len(at(-8)) == 3


def test_the_history_names_no_reviewer(screener):
    practice, (first, second) = begin(to_judge(), screener)
    submit(first, practice, "limited")
    submit(second, practice, "very_strong")
    assert not TransitionEvent.objects.filter(by__in=[first.reviewer, second.reviewer]).exists()
