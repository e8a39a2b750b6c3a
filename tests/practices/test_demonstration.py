"""What the demonstration shows beside the recorded practices."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from practices.choices import PracticeState
from practices.models import Adaptation, FieldComment, Practice

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("the demonstration of practices")]


def test_outside_the_demonstration_nothing_is_invented(settings) -> None:
    """Production never sees it."""
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("load_demonstration")
    assert not Practice.objects.exists()


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMO=True):
        call_command("load_demonstration")
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("demonstration")
def test_the_demonstration_fills_desk_and_drafts_and_marks_what_it_invents() -> None:
    """Every invented practice is marked, in its title too; the one that is public shows a rating."""
    invented = Practice.objects.filter(is_demonstration=True)
    assert {practice.state for practice in invented} >= {
        PracticeState.DRAFT,
        PracticeState.AWAITING_CLEARANCE,
        PracticeState.SUBMITTED,
        PracticeState.SCREENING,
        PracticeState.RETURNED,
    }
    assert all(practice.original("title").startswith("◇") for practice in invented)
    assert invented.published().get().rated_strength == "moderate"
    assert PracticeState.IN_REVIEW in {practice.state for practice in invented}
    recorded = Practice.objects.published().filter(is_demonstration=False)
    assert recorded.count() == 19
    assert not recorded.exclude(rated_at=None).exists(), "nobody rates the real ones for show"
    assert FieldComment.objects.filter(is_sent=True).exists()
    adapted = Adaptation.objects.published()
    assert {(each.country_id, each.origin.country_id) for each in adapted} == {("CL", "GT"), ("JM", "GT")}
    assert Adaptation.objects.filter(state="submitted").count() == 1
    for each in Adaptation.objects.all():
        assert each.is_demonstration
        assert each.original("title").startswith("◇")
        assert each.origin.is_demonstration, "nobody adapts the real ones for show"


@pytest.mark.usefixtures("demonstration")
def test_loading_the_demonstration_twice_doubles_nothing(django_assert_max_num_queries) -> None:
    """The second start of the portal must be quick."""
    before = Practice.objects.count(), Adaptation.objects.count()
    with django_assert_max_num_queries(20):
        call_command("load_demonstration")
    assert (Practice.objects.count(), Adaptation.objects.count()) == before
