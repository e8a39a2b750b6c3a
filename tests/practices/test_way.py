"""The way of a practice: what the table of transitions allows happens, and nothing else does."""

from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from network.choices import Role
from practices.choices import TRANSITIONS, Depth, PracticeState
from practices.models import Practice
from practices.services import naming, way
from practices.services.errors import ConflictError, NotCompleteError, StaleObjectError
from practices.services.scores import to_data
from tests.factories import DraftPracticeFactory, UserFactory
from tests.undone import undone

from .review.people import in_days, reviewer, scores_of
from .table import CAST, DESIGN, REVIEWERS, VERBS, cast_of


def test_every_verb_of_the_table_but_start_and_delete_is_a_service() -> None:
    """Starting and deleting belong to drafting."""
    assert {row.verb for row in TRANSITIONS} - set(VERBS) == {"start", "delete"}


def test_the_table_is_the_designs() -> None:
    """Row by row: neither more nor less, the same people, the same conditions."""
    rows = set()
    for row in TRANSITIONS:
        holds = {
            "complete": row.needs_complete,
            "reasons": row.needs_comment,
            "full": row.depth == Depth.FULL,
        }
        words = [row.verb, row.source or "-", row.target or "-", *sorted(row.actors)]
        rows.add(" ".join([*words, *(name for name, on in holds.items() if on)]))
    assert len(rows) == len(TRANSITIONS)
    assert rows == {" ".join(line.split()) for line in DESIGN.strip().splitlines()}


@pytest.mark.parametrize("state", PracticeState.values)
def test_every_step_is_allowed_to_whom_the_table_names_and_refused_to_all_others(
    state: str, office_of_guatemala: Any
) -> None:
    """Each cell of (state, verb, person), one by one."""
    people = cast_of(office_of_guatemala)
    practice = _there(state, people, office_of_guatemala)
    for name in REVIEWERS:
        reviewer(name)
    for verb, (name, person) in product(VERBS, people.items()):
        row = next((row for row in TRANSITIONS if row.verb == verb and row.source == state), None)
        with undone():
            if row is not None and CAST[name][1] & set(row.actors):
                assert VERBS[verb](practice, person, "Why.").state == row.target
            else:
                with pytest.raises((PermissionDenied, ConflictError)):
                    VERBS[verb](practice, person, "Why.")
                assert Practice.objects.filter(pk=practice.pk, state=state).exists()


def _there(state: str, people: dict[str, Any], office: Any) -> Practice:
    """A full record whose state asks for a rating, as if it had come to `state`; its reviewers agree."""
    practice = DraftPracticeFactory(
        author=people["author"], organization=office, depth=Depth.FULL, asks_for_rating=True
    )
    changes: dict[str, Any] = {"state": state}
    if state == PracticeState.PUBLISHED:
        changes |= {"identifier": way.next_identifier(1990), "published_at": "1990-01-01T00:00Z"}
    if state in (PracticeState.IN_REVIEW, PracticeState.CONSENSUS):
        opened = naming.begin_round(practice, people["screener"], in_days(9))
        opened.result = to_data(scores_of(practice))
        opened.save()
    Practice.objects.filter(pk=practice.pk).update(**changes)
    practice.transitions.create(verb="decline", to_state=state, by=people["another screener"])
    practice.refresh_from_db()
    return practice


def test_a_person_who_acts_from_a_page_that_is_out_of_date_is_told_so(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """The page's revision is older than the row's."""
    Practice.objects.filter(pk=draft_of_guatemala.pk).update(revision=7)
    with pytest.raises(StaleObjectError) as caught:
        way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala, seen_revision=6)
    assert caught.value.practice.revision == 7


def test_a_conflict_names_who_moved_the_practice_and_to_what(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """The second of two focal points reads the name of the first."""
    second = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala)
    with pytest.raises(ConflictError, match=r"Ana Lucía Morales.*Submitted"):
        way.submit_practice(practice=draft_of_guatemala, by=second)


def test_a_withdrawn_practice_keeps_its_identifier(
    published_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """Its address never dies."""
    row = way.withdraw_practice(
        practice=published_of_guatemala, by=focal_point_of_guatemala, comment="Ended."
    )
    assert row.identifier == published_of_guatemala.identifier
    assert row.transitions.last().comment == "Ended."


def test_a_practice_cannot_be_submitted_without_consent(
    draft_of_guatemala: Practice, focal_point_of_guatemala: Any
) -> None:
    """Consent is one of the required parts."""
    Practice.objects.filter(pk=draft_of_guatemala.pk).update(consents_to_publish=False)
    with pytest.raises(NotCompleteError) as caught:
        way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala)
    assert caught.value.missing == {"consent": ["consents_to_publish"]}
