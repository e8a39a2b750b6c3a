"""People who act on a practice at the same moment, in real threads on the real database."""

import pytest
from django.utils import timezone

from network.choices import Role
from practices.choices import PracticeState
from practices.models import Practice
from practices.services import way
from practices.services.errors import ConflictError, NotCompleteError
from tests.at_once import at_once
from tests.factories import DraftPracticeFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


PAIRS = {
    "two screeners claim": (PracticeState.SUBMITTED, ("claim", Role.SCREENER), ("claim", Role.SCREENER)),
    "one publishes, one declines": (
        PracticeState.SCREENING,
        ("publish", Role.SCREENER),
        ("decline", Role.SCREENER),
    ),
    "one publishes, one returns": (
        PracticeState.SCREENING,
        ("publish", Role.SCREENER),
        ("return", Role.SCREENER),
    ),
    "one submits, one sends back": (
        PracticeState.AWAITING_CLEARANCE,
        ("submit", (Role.FOCAL_POINT, "GT")),
        ("send_back", (Role.FOCAL_POINT, "GT")),
    ),
}
ACTIONS = {
    "claim": lambda practice, by: way.claim_practice(practice=practice, by=by),
    "publish": lambda practice, by: way.publish_practice(practice=practice, by=by),
    "decline": lambda practice, by: way.decline_practice(practice=practice, by=by, comment="Why."),
    "return": lambda practice, by: way.return_practice(
        practice=practice, by=by, comments=[("identity", "title", "Why.")]
    ),
    "submit": lambda practice, by: way.submit_practice(practice=practice, by=by),
    "send_back": lambda practice, by: way.send_back(practice=practice, by=by, comment="Why."),
}


@pytest.mark.parametrize("name", PAIRS)
def test_of_two_people_acting_at_once_the_second_is_told_of_the_first(name: str) -> None:
    """One step happens; the other person gets a conflict that names who, and nothing of theirs is applied."""
    state, (verb, role), (other_verb, other_role) = PAIRS[name]
    practice = DraftPracticeFactory(state=state)
    first, second = UserFactory(roles=[role]), UserFactory(roles=[other_role])
    results = at_once(lambda: ACTIONS[verb](practice, first), lambda: ACTIONS[other_verb](practice, second))
    conflicts = [result for result in results if isinstance(result, ConflictError)]
    moved = [result for result in results if isinstance(result, Practice)]
    assert len(conflicts) == len(moved) == 1
    event = practice.transitions.get()
    assert event.by == (first if isinstance(results[0], Practice) else second)
    assert event.by.full_name in str(conflicts[0])
    assert practice.field_comments.count() == (1 if event.verb == "return" else 0)


def test_eight_publishers_at_once_leave_no_gap_and_no_double() -> None:
    """24 practices and 8 that cannot be published: the numbers are 1 to 24."""
    screeners = UserFactory.create_batch(8, roles=[Role.SCREENER])
    good = DraftPracticeFactory.create_batch(24, state=PracticeState.SCREENING)
    bad = DraftPracticeFactory.create_batch(8, state=PracticeState.SCREENING, diagnosis_es="")

    def publish(number: int) -> list[str]:
        for practice in (*good[number::8], bad[number]):
            try:
                way.publish_practice(practice=practice, by=screeners[number])
            except NotCompleteError:
                assert practice is bad[number]
        return []

    results = at_once(*[lambda number=number: publish(number) for number in range(8)])
    assert results == [[]] * 8
    year = timezone.now().year
    given = Practice.objects.filter(identifier__isnull=False).values_list("identifier", flat=True)
    assert sorted(given) == [f"GP-{year}-{number:04d}" for number in range(1, 25)]


def test_the_ten_thousandth_of_a_year_has_five_digits() -> None:
    """Four digits are the least, not the most."""
    from practices.models import IdentifierSequence

    IdentifierSequence.objects.create(year=2031, last=9999)
    assert way.next_identifier(2031) == "GP-2031-10000"
