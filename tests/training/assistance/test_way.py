"""The ways of offers, matches and cooperations: what their tables allow happens, and nothing else does."""

from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.choices import Role
from network.models import User
from tests.factories import MatchFactory, OfferFactory, UserFactory
from tests.training.conftest import make_editor
from training_catalogue.choices.assistance import ASSISTANCE_STEPS, AssistanceState
from training_catalogue.choices.cooperation import (
    COOPERATION_STEPS,
    MATCH_STEPS,
    CooperationState,
    MatchState,
)
from training_catalogue.choices.parties import Actor
from training_catalogue.models import Assistance, AssistanceStep, Cooperation, CooperationReport, Match
from training_catalogue.rules.assistance import acts_for
from training_catalogue.rules.cooperation import can_move_cooperation, can_move_match
from training_catalogue.services.assistance.way import take_step
from training_catalogue.services.cooperating.way import move_cooperation
from training_catalogue.services.errors import (
    MovedError,
    NotTrustedError,
    ReasonNeededError,
    ReportMissingError,
    TermsMissingError,
    TrainingError,
)
from training_catalogue.services.matching.answering import agree_to_match, decline_match

pytestmark = pytest.mark.django_db
VERBS = sorted({row.verb for row in ASSISTANCE_STEPS if row.source})


@pytest.fixture
def cast(antigua: User) -> dict[str, User]:
    """One person of each capacity, and an outsider."""
    return {
        "contributor": UserFactory(full_name="contributor", roles=[(Role.CONTRIBUTOR, "GT")]),
        "spokesperson": UserFactory(full_name="spokesperson", roles=[(Role.FOCAL_POINT, "GT")]),
        "manager": UserFactory(full_name="manager", roles=[Role.STAFF_MANAGER]),
        "screener": UserFactory(full_name="screener", roles=[Role.SCREENER]),
        "outsider": UserFactory(full_name="outsider", roles=[(Role.FOCAL_POINT, "CL")]),
        "member": UserFactory(full_name="member", roles=[Role.MEMBER]),
    }


def attempt(call: Any) -> bool:
    """Whether a step was taken; undone in any case."""
    try:
        with transaction.atomic():
            call()
            transaction.set_rollback(True)
    except (PermissionDenied, TrainingError):
        return False
    return True


@pytest.mark.parametrize("state", AssistanceState.values)
def test_an_offer_moves_only_as_its_table_says(state: str, cast: dict[str, User]) -> None:
    """Every verb × person, from every state; with words, and for a party that is trusted."""
    OfferFactory()  # published before: the party is trusted
    record = OfferFactory(state=state, author=cast["contributor"])
    for verb, (name, person) in product(VERBS, cast.items()):
        rows = [row for row in ASSISTANCE_STEPS if row.verb == verb and row.source == state]
        allowed = any(acts_for(actor, person, record) for row in rows for actor in row.actors)
        if name in ("outsider", "member"):
            assert not allowed
        taken = attempt(lambda v=verb, p=person: take_step(record=record, by=p, verb=v, comment="why"))
        assert taken == allowed, (state, verb, name)


def test_the_capacities_are_told_apart(cast: dict[str, User], university: Any) -> None:
    """Who writes is not who clears; who wrote it does not publish it for the Secretariat."""
    record = OfferFactory(author=cast["contributor"], state="draft")
    who = {
        actor: {name for name, person in cast.items() if acts_for(actor, person, record)}
        for actor in Actor
        if actor not in (Actor.PROVIDER, Actor.REQUESTER)
    }
    assert who == {
        Actor.AUTHOR: {"contributor"},
        Actor.CONTRIBUTOR: {"contributor", "manager"},
        Actor.SPOKESPERSON: {"spokesperson"},
        Actor.MODERATOR: {"manager", "screener"},
        Actor.PORTAL: set(),
    }
    entered = OfferFactory(author=cast["manager"], state="submitted")
    assert not acts_for(Actor.MODERATOR, cast["manager"], entered)
    editor, other = make_editor(university), make_editor(OfferFactory._meta.model and university, "Second")
    theirs = OfferFactory(organization=university)
    assert acts_for(Actor.SPOKESPERSON, editor, theirs)
    assert acts_for(Actor.SPOKESPERSON, other, theirs)
    assert not acts_for(Actor.SPOKESPERSON, cast["spokesperson"], theirs)


def test_the_first_offer_goes_through_the_secretariat_and_the_next_one_does_not(
    cast: dict[str, User],
) -> None:
    """What the Rapporteur recorded does not count: the party did not write it."""
    OfferFactory(source_document="Report of the Rapporteur, MISPA-V")
    record, by = OfferFactory(state="draft"), cast["spokesperson"]
    with pytest.raises(NotTrustedError):
        take_step(record=record, by=by, verb="publish_own")
    record = take_step(record=record, by=by, verb="submit")
    record = take_step(record=record, by=cast["screener"], verb="publish")
    assert record.state == "published"
    assert record.published_at
    second = take_step(record=OfferFactory(state="draft"), by=by, verb="publish_own")
    assert second.state == "published"
    assert [step.verb for step in AssistanceStep.objects.filter(assistance=record)] == ["submit", "publish"]


def test_a_step_that_needs_words_is_not_taken_without(cast: dict[str, User]) -> None:
    """Returning says why."""
    record = OfferFactory(state="submitted")
    with pytest.raises(ReasonNeededError):
        take_step(record=record, by=cast["screener"], verb="return", comment="  ")


def test_of_two_who_act_at_once_the_second_is_told(cast: dict[str, User]) -> None:
    """The record was moved since it was read."""
    record = OfferFactory(state="submitted")
    stale = Assistance.objects.get(pk=record.pk)
    take_step(record=record, by=cast["screener"], verb="publish")
    with pytest.raises(MovedError):
        take_step(record=stale, by=cast["manager"], verb="decline", comment="no")


@pytest.mark.parametrize("state", MatchState.values)
def test_a_match_moves_only_as_its_table_says(state: str, cast: dict[str, User], antigua: User) -> None:
    """Both sides answer, each for itself; nobody else does."""
    now = timezone.now()
    match = MatchFactory(state=state, provider_agreed_at=now, requester_agreed_at=now)
    verbs = {"agree": agree_to_match, "decline": decline_match}
    people = {"provider": cast["spokesperson"], "requester": antigua} | {
        name: cast[name] for name in ("outsider", "manager", "contributor", "member")
    }
    for (verb, act), (name, person) in product(verbs.items(), people.items()):
        rows = [row for row in MATCH_STEPS if row.verb == verb and row.source == state]
        allowed = any(name in row.actors for row in rows)
        assert can_move_match(person, match, verb) == allowed
        assert attempt(lambda a=act, p=person: a(match=match, by=p)) == allowed, (state, verb, name)


def running(state: str, **more: Any) -> Cooperation:
    """A cooperation with terms that the provider wrote."""
    now = timezone.now()
    match = MatchFactory(state="agreed", provider_agreed_at=now, requester_agreed_at=now)
    terms = {"objective_en": "To know", "activities_en": "Work", "starts_on": now.date()}
    fields = {"completed_at": now, "terms_side": "provider", "title_en": "Data"} | terms | more
    return Cooperation.objects.create(match=match, state=state, source_language="en", **fields)


@pytest.mark.parametrize("state", CooperationState.values)
def test_a_cooperation_moves_only_as_its_table_says(state: str, cast: dict[str, User], antigua: User) -> None:
    """The side that wrote the terms does not agree to them for the other."""
    cooperation = running(state)
    CooperationReport.objects.create(
        cooperation=cooperation, source_language="en", result_en="Done", body_en="Report"
    )
    people = {"provider": cast["spokesperson"], "requester": antigua, "moderator": cast["manager"]} | {
        name: cast[name] for name in ("outsider", "contributor", "screener", "member")
    }
    for verb, (name, person) in product(("agree", "begin", "complete", "withdraw"), people.items()):
        rows = [row for row in COOPERATION_STEPS if row.verb == verb and row.source == state]
        allowed = any(name in row.actors for row in rows) and (verb, name) != ("agree", "provider")
        assert can_move_cooperation(person, cooperation, verb) == allowed
        moved = attempt(
            lambda v=verb, p=person: move_cooperation(cooperation=cooperation, by=p, verb=v, comment="why")
        )
        assert moved == allowed, (state, verb, name)


def test_terms_and_report_are_needed(antigua: User) -> None:
    """Nothing is agreed without terms, nothing ends without a report."""
    with pytest.raises(TermsMissingError):
        move_cooperation(cooperation=running("proposed", objective_en=""), by=antigua, verb="agree")
    Match.objects.all().update(state="declined")
    with pytest.raises(ReportMissingError):
        move_cooperation(cooperation=running("under_way"), by=antigua, verb="complete")
