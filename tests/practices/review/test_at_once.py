"""Two reviewers who submit at the same moment, in real threads: exactly one is the second."""

import pytest

from network.choices import Role
from practices.choices import PracticeState
from practices.models import Practice, ReviewRound
from tests.at_once import at_once
from tests.factories import UserFactory

from .people import begin, submit, to_judge

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("strength", "state", "settled"),
    [("very_strong", PracticeState.CONSENSUS, False), ("moderate", PracticeState.IN_REVIEW, True)],
)
def test_of_two_who_submit_at_once_exactly_one_is_the_second(strength, state, settled):
    practice, (first, second) = begin(to_judge(), UserFactory(roles=[Role.SCREENER]))
    results = at_once(lambda: submit(first, practice, "limited"), lambda: submit(second, practice, strength))
    assert not [result for result in results if isinstance(result, Exception)]
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.state == state
    assert practice.transitions.filter(verb="differ").count() == (0 if settled else 1)
    opened = ReviewRound.objects.get()
    assert opened.is_settled == settled
    assert opened.reviews.exclude(scores=None).count() == 2
