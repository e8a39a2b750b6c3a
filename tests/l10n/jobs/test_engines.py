"""Engines in trouble: what is tried again, what the next one does, what is paid, what stays in the house."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.l10n.choices import JobState, Reason
from network.l10n.models import ProviderCircuit, Translation
from network.l10n.providers.base import ProviderBusy, ProviderGarbage, ProviderRefused
from network.l10n.services import asking, budget, circuit
from network.l10n.services.running import resume_overdue
from network.notifications.models import OutboxEntry
from practices.models import Practice
from practices.services import way
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory
from tests.factories.practices import TEXTS

from .engines import FakeEngine, said, use_engines

pytestmark = pytest.mark.django_db
SUMMARY = TEXTS["summary"]


def published(**texts):
    """With a summary as its only text."""
    nothing = {f"{name}_es": "" for name in TEXTS}
    return PublishedPracticeFactory(**nothing | {"summary_es": SUMMARY} | texts)


def job(practice, language="fr"):
    return Translation.objects.of_object("practices.practice", practice.pk).get(
        field="summary", target_language=language
    )


def shown(practice):
    return Practice.objects.get(pk=practice.pk).passage("summary", "fr")


def test_a_busy_engine_is_asked_again_later_and_later(engine, work):
    practice = published()
    pauses = []
    for attempt in range(1, 4):
        engine.troubles = [ProviderBusy("429")]
        work("fr")
        row = job(practice)
        assert (row.state, row.reason, row.attempts) == (JobState.FAILED_RETRYABLE, Reason.BUSY, attempt)
        pauses.append(row.due_at - timezone.now())
    assert all(pause > timedelta(seconds=4) for pause in pauses)
    assert pauses[2] > timedelta(seconds=15)
    promised = OutboxEntry.objects.filter(
        task="l10n.translate", args__language="fr", next_at__gt=timezone.now()
    )
    assert promised.exists()
    work("fr")
    assert shown(practice).text == said(SUMMARY, "fr")
    assert budget.used("fake") == len(SUMMARY), "what was asked four times is counted once"


def test_the_time_that_an_engine_asks_for_is_kept(engine, work):
    practice = published()
    engine.troubles = [ProviderBusy("429", retry_after=900)]
    work("fr")
    assert job(practice).due_at > timezone.now() + timedelta(minutes=14)


def test_once_an_engine_is_busy_the_rest_of_the_run_does_not_ask_it(engine, work):
    PublishedPracticeFactory()
    engine.troubles = [ProviderBusy("503")]
    work("fr")
    assert len(engine.calls) == 1
    states = set(
        Translation.objects.filter(target_language="fr", kind="practices.practice").values_list("state")
    )
    assert states == {(JobState.FAILED_RETRYABLE,)}


@pytest.mark.parametrize("code", [401, 403, 456])
def test_an_engine_that_refuses_is_left_alone_and_the_next_translates(monkeypatch, work, code):
    first, _second = use_engines(monkeypatch, FakeEngine("first"), FakeEngine("second"))
    first.troubles = [ProviderRefused(code, "no")] * 9
    practice = published(diagnosis_es="Otro texto.")
    work()
    assert len(first.calls) == 1, "its circuit is open"
    assert shown(practice).engine == "second"
    assert budget.used("first") == 0
    assert ProviderCircuit.objects.get(pk="first").open_until > timezone.now() + timedelta(minutes=50)
    circuit.close_circuit("first")
    first.troubles = []
    other = published(summary_es="Más texto.")
    work("fr")
    assert shown(other).engine == "first"


def test_when_all_refuse_the_job_waits_for_the_circuit(engine, work):
    engine.troubles = [ProviderRefused(456, "quota")]
    practice = published()
    work("fr")
    row = job(practice)
    assert (row.state, row.reason) == (JobState.FAILED_RETRYABLE, Reason.REFUSED)
    assert row.due_at > timezone.now() + timedelta(minutes=50)


@pytest.mark.parametrize("trouble", [ProviderGarbage("<html>"), RuntimeError("bug"), ValueError("?")])
def test_what_an_engine_cannot_make_the_next_one_makes(monkeypatch, work, trouble):
    first, _second = use_engines(monkeypatch, FakeEngine("first"), FakeEngine("second"))
    first.troubles = [trouble]
    practice = published()
    work("fr")
    assert shown(practice).engine == "second"
    assert (budget.used("first"), budget.used("second")) == (0, len(SUMMARY))


def test_an_engine_that_never_answers_sensibly_is_given_up_with_the_reason(engine, work):
    practice = published()
    engine.troubles = [ProviderGarbage("<html>")] * 99
    for _ in range(asking.MOST_ATTEMPTS + 1):
        ProviderCircuit.objects.all().delete()
        work("fr")
    row = job(practice)
    assert (row.state, row.reason, row.due_at) == (JobState.FAILED_FINAL, Reason.GARBAGE, None)
    assert "<html>" in row.error
    assert shown(practice).is_original
    assert row in Translation.objects.at_the_desk()
    engine.troubles = []
    practice.summary_es = "Otro resumen."
    practice.save()
    work("fr")
    assert shown(practice).is_machine, "a new text is a new start"


def test_troubles_in_a_row_open_the_circuit_for_a_while(engine, work):
    practice = published()
    engine.troubles = [ProviderBusy("500")] * 9
    for _ in range(circuit.TROUBLED_AFTER + 2):
        work("fr")
    assert len(engine.calls) == circuit.TROUBLED_AFTER
    assert "fake" in circuit.open_circuits()
    ProviderCircuit.objects.update(open_until=timezone.now())
    engine.troubles = []
    work("fr")
    assert shown(practice).is_machine
    assert ProviderCircuit.objects.get(pk="fake").failures == 0


def test_a_budget_is_never_overdrawn_and_the_rest_waits_for_the_next_month(engine, work, settings):
    settings.TRANSLATION_BUDGETS = {"fake": len(SUMMARY) + 3}
    practice, other = published(), published(summary_es=f"{SUMMARY} Más.")
    work("fr")
    assert budget.used("fake") == len(SUMMARY)
    states = {job(practice).state, job(other).state}
    assert states == {JobState.MACHINE_DRAFT, JobState.BUDGET_HELD}
    held = Translation.objects.get(state=JobState.BUDGET_HELD)
    assert held.due_at >= budget.next_month()
    Translation.objects.filter(pk=held.pk).update(due_at=timezone.now() - timedelta(hours=1))
    assert resume_overdue() == 1


def test_without_an_engine_texts_wait_for_people_until_one_is_installed(monkeypatch, work):
    use_engines(monkeypatch)
    practice = published()
    work("fr")
    assert (job(practice).state, job(practice).reason) == (JobState.NEEDS_REVIEW, Reason.NO_ENGINE)
    resume_overdue()
    assert job(practice).state == JobState.NEEDS_REVIEW
    use_engines(monkeypatch, FakeEngine())
    resume_overdue()
    work("fr")
    assert shown(practice).is_machine


def test_what_is_not_public_goes_to_engines_of_the_house_only(
    monkeypatch, work, focal_point_of_guatemala, screener
):
    outside, inside = use_engines(monkeypatch, FakeEngine("outside", is_local=False), FakeEngine("inside"))
    practice = DraftPracticeFactory()
    practice = way.submit_practice(practice=practice, by=focal_point_of_guatemala)
    work()
    assert outside.calls == []
    assert inside.calls
    assert shown(practice).engine == "inside"


def test_without_an_engine_of_the_house_what_is_not_public_waits(
    monkeypatch, work, focal_point_of_guatemala, screener
):
    (outside,) = use_engines(monkeypatch, FakeEngine("outside", is_local=False))
    practice = way.submit_practice(practice=DraftPracticeFactory(), by=focal_point_of_guatemala)
    work()
    assert outside.calls == []
    assert (job(practice).state, job(practice).reason) == (JobState.SKIPPED, Reason.CONFIDENTIAL)
    practice = way.claim_practice(practice=practice, by=screener)
    way.publish_practice(practice=practice, by=screener)
    work()
    assert shown(practice).engine == "outside"
