"""What people decide: their words stand, nobody's are lost, and each may do what is theirs."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.exceptions import PermissionDenied

from network.choices import Role
from network.l10n.choices import JobState, Origin, Reason, Step, SuggestionState
from network.l10n.models import MemorySegment, Suggestion, Translation
from network.l10n.services import approving, progress, suggesting
from network.l10n.services.errors import (
    ClaimedError,
    GoneError,
    ReasonNeededError,
    SourceChangedError,
    TextError,
)
from network.notifications.models import Notification
from network.search.models import SearchRow
from practices.models import Practice
from practices.services import way
from tests.factories import PublishedPracticeFactory, UserFactory

from .conftest import reviser_of, translated_practice
from .engines import said

pytestmark = pytest.mark.django_db
WORDS = "Rassemble les données de la police et de la santé."


@pytest.fixture(scope="module")
def translated(django_db_setup, django_db_blocker):
    """The key of a practice that the machine has translated, once for all tests."""
    with django_db_blocker.unblock():
        yield from translated_practice()


@pytest.fixture
def practice(translated, db, engine):
    """Published and translated by the machine."""
    return Practice.objects.get(pk=translated)


def job(practice, field="summary", language="fr"):
    return Translation.objects.of_object("practices.practice", practice.pk).get(
        field=field, target_language=language
    )


def test_an_approved_text_is_a_persons_and_no_machine_writes_over_it(practice, reviser, work):
    approving.approve_translation(translation=job(practice), by=reviser, text=WORDS)
    row = job(practice)
    assert (row.state, row.origin, row.approved_by) == (JobState.APPROVED, Origin.HUMAN, reviser)
    practice.refresh_from_db()
    assert practice.passage("summary", "fr") == (WORDS, "fr", False, "approved")
    assert SearchRow.objects.get(object_id=practice.pk, language="fr").summary == WORDS
    practice.summary_es = "Otro resumen."
    practice.save()
    work()
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.passage("summary", "fr") == (WORDS, "fr", False, "stale")
    assert practice.passage("diagnosis", "fr").is_machine
    row = job(practice)
    assert (row.state, row.text, row.draft) == (JobState.STALE, WORDS, said("Otro resumen.", "fr"))
    assert row.source_text != row.current_text == "Otro resumen."


def test_a_text_that_is_as_it_was_needs_no_new_approval(practice, reviser, work):
    before = practice.summary_es
    approving.approve_translation(translation=job(practice), by=reviser, text=WORDS)
    practice = Practice.objects.get(pk=practice.pk)
    for text in ("Otro resumen.", before):
        practice.summary_es = text
        practice.save()
    assert (job(practice).state, job(practice).newer_hash) == (JobState.APPROVED, "")
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_stale is False


def test_approving_as_it_is_keeps_the_machines_words(practice, reviser):
    approving.approve_translation(translation=job(practice), by=reviser)
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").text == said(practice.summary_es, "fr")
    assert practice.passage("summary", "fr").origin == "human"


def test_the_author_who_writes_meanwhile_is_noticed(practice, reviser):
    row = job(practice)
    practice.summary_es = "Otro resumen."
    practice.save()
    with pytest.raises(SourceChangedError):
        approving.approve_translation(translation=row, by=reviser, text=WORDS)
    assert job(practice).text == ""
    approving.approve_translation(translation=row, by=reviser, text=WORDS, seen=job(practice).current_hash)
    practice.refresh_from_db()
    assert practice.passage("summary", "fr") == (WORDS, "fr", False, "approved")


def test_an_unfinished_wording_is_kept_and_not_shown(practice, reviser, work):
    approving.edit_translation(translation=job(practice), by=reviser, text="Une ébauche")
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_machine
    practice.summary_es = "Otro resumen."
    practice.save()
    work()
    row = job(practice)
    assert (row.draft, row.draft_by, row.state) == ("Une ébauche", reviser, JobState.NEEDS_REVIEW)
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.passage("summary", "fr").is_original


def test_a_rejected_text_is_taken_from_readers_and_kept_on_record(practice, reviser, work):
    with pytest.raises(ReasonNeededError):
        approving.reject_translation(translation=job(practice), by=reviser, reason=" ")
    approving.reject_translation(translation=job(practice), by=reviser, reason="Contresens")
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_original
    row = job(practice)
    assert (row.state, row.reason) == (JobState.NEEDS_REVIEW, Reason.REJECTED)
    assert row.proposed_text == said(practice.summary_es, "fr")
    work()
    assert job(practice).state == JobState.NEEDS_REVIEW, "the machine does not try the same again"
    step = row.steps.get()
    assert (step.step, step.by, step.text) == (Step.REJECTED, reviser, row.draft)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 5000])
def test_a_translation_has_words_and_fits(practice, reviser, text):
    with pytest.raises(TextError):
        approving.approve_translation(translation=job(practice), by=reviser, text=text)


def test_a_title_stays_on_one_line(practice, reviser):
    approving.approve_translation(translation=job(practice, "title"), by=reviser, text="Un\n\ntitre ")
    practice.refresh_from_db()
    assert practice.title_fr == "Un titre"


def test_who_may_decide(practice, focal_point_of_guatemala, focal_point_of_chile, member, staff_manager):
    verbs = (
        lambda row, by: approving.approve_translation(translation=row, by=by, text=WORDS),
        lambda row, by: approving.edit_translation(translation=row, by=by, text=WORDS),
        lambda row, by: approving.reject_translation(translation=row, by=by, reason="No"),
        lambda row, by: approving.claim_translation(translation=row, by=by),
    )
    for person in (reviser_of("pt"), focal_point_of_chile, member, AnonymousUser()):
        for act in verbs:
            with pytest.raises(PermissionDenied):
                act(job(practice), person)
        assert job(practice).state == JobState.MACHINE_DRAFT
        assert job(practice) not in Translation.objects.visible_to(person)
    for person in (focal_point_of_guatemala, staff_manager, reviser_of("fr")):
        assert job(practice) in Translation.objects.visible_to(person)
        approving.approve_translation(translation=job(practice), by=person, text=f"{WORDS} {person.pk}")
        assert job(practice).approved_by == person


def test_a_withdrawn_text_cannot_be_worked_on(practice, reviser, focal_point_of_guatemala):
    row = job(practice)
    way.withdraw_practice(practice=practice, by=focal_point_of_guatemala, comment="A petición.")
    with pytest.raises(GoneError):
        approving.approve_translation(translation=row, by=reviser, text=WORDS)


def test_two_do_not_work_on_one(practice, reviser):
    other = reviser_of("fr")
    first, second = approving.next_for(reviser), approving.next_for(other)
    assert first is not None
    assert second is not None
    assert first.pk != second.pk
    for act in (
        lambda: approving.claim_translation(translation=first, by=other),
        lambda: approving.approve_translation(translation=first, by=other, text=WORDS),
    ):
        with pytest.raises(ClaimedError):
            act()
    approving.release_translation(translation=first, by=other)
    assert first.claimed_by == reviser
    approving.release_translation(translation=first, by=reviser)
    approving.claim_translation(translation=first, by=other)


def test_the_queue_ends(practice, reviser):
    while (row := approving.next_for(reviser, kind="practices.practice")) is not None:
        approving.approve_translation(translation=row, by=reviser)
    assert not Translation.objects.visible_to(reviser).at_the_desk().exists()


def test_short_texts_are_approved_together(practice, reviser):
    rows = list(Translation.objects.filter(target_language="fr", kind="practices.practice"))
    Translation.objects.filter(pk=rows[0].pk).update(source_text="x" * 121)
    rows[0].refresh_from_db()
    done, refused = approving.approve_many(translations=rows, by=reviser)
    assert refused == [rows[0].pk]
    assert len(done) == len(rows) - 1


def test_approved_words_are_remembered_and_used_again(practice, reviser, engine, work):
    approving.approve_translation(translation=job(practice), by=reviser, text=WORDS)
    assert MemorySegment.objects.get().text == WORDS
    engine.calls.clear()
    other = PublishedPracticeFactory()
    work("fr")
    other.refresh_from_db()
    passage = other.passage("summary", "fr")
    assert (passage.text, passage.origin, passage.is_machine) == (WORDS, "memory", True)
    assert (other.summary_es, "fr") not in engine.calls


def test_a_reader_suggests_and_a_reviser_decides(practice, reviser, member):
    where = {"kind": "practices.practice", "key": practice.pk, "field": "summary", "language": "fr"}
    suggestion = suggesting.suggest_translation(**where, text=f" {WORDS} ", by=None)
    assert suggesting.suggest_translation(**where, text=WORDS, by=member) == suggestion
    assert Notification.objects.get(verb="l10n.suggested").recipient == reviser
    assert list(Suggestion.objects.visible_to(reviser)) == [suggestion]
    assert not Suggestion.objects.visible_to(member).exists()
    with pytest.raises(PermissionDenied):
        suggesting.accept_suggestion(suggestion=suggestion, by=member)
    suggesting.accept_suggestion(suggestion=suggestion, by=reviser)
    assert job(practice).text == WORDS
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.ACCEPTED
    with pytest.raises(GoneError):
        suggesting.decline_suggestion(suggestion=suggestion, by=reviser)


def test_nobody_suggests_for_what_they_cannot_read(practice, focal_point_of_guatemala, member):
    way.withdraw_practice(practice=practice, by=focal_point_of_guatemala, comment="A petición.")
    where = {"kind": "practices.practice", "key": practice.pk, "field": "summary", "language": "fr"}
    for person in (None, member, UserFactory(roles=[(Role.FOCAL_POINT, "CL")])):
        with pytest.raises(GoneError):
            suggesting.suggest_translation(**where, text=WORDS, by=person)


def test_progress_is_counted_per_language_and_kind(practice, reviser):
    cache.delete(progress.KEY)
    approving.approve_translation(translation=job(practice), by=reviser, text=WORDS)
    (french,) = [
        each for each in progress.progress() if (each.kind, each.language) == ("practices.practice", "fr")
    ]
    assert (french.approved, french.stale, french.waiting) == (1, 0, 0)
    assert french.machine == french.total - 1
    assert french.percent_read == 100
