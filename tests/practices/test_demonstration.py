"""What the demonstration shows beside the recorded practices."""

import pytest
from django.core.management import CommandError, call_command

from practices.choices import PracticeState
from practices.models import Adaptation, FieldComment, Practice

pytestmark = pytest.mark.django_db


def test_the_demonstration_fills_desk_and_drafts_and_marks_what_it_invents(settings) -> None:
    """Every invented practice is marked, in its title too; the one that is public shows a rating."""
    settings.DEMO = True
    call_command("load_demonstration")
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


def test_loading_the_demonstration_twice_doubles_nothing(settings, django_assert_max_num_queries) -> None:
    """The second start of the portal must be quick."""
    settings.DEMO = True
    call_command("load_demonstration")
    before = Practice.objects.count(), Adaptation.objects.count()
    with django_assert_max_num_queries(20):
        call_command("load_demonstration")
    assert (Practice.objects.count(), Adaptation.objects.count()) == before


def test_outside_the_demonstration_nothing_is_invented(settings) -> None:
    """Production never sees it."""
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("load_demonstration")
    assert not Practice.objects.exists()
