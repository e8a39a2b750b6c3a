"""Translation under fire, with real processes and threads on the real database.

No person's text is lost, no stale text is shown as current, nothing is counted twice. FAULTS and SEED as in
test_faults.py: the seeded run breaks things that many times.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import override

from network.l10n.choices import JobState
from network.l10n.models import ProviderCircuit, Translation, TranslationStep
from network.l10n.providers.base import ProviderBusy, ProviderGarbage, ProviderRefused
from network.l10n.services import approving, asking, budget, running
from network.l10n.services.errors import TranslationError
from network.l10n.services.records import text_hash
from network.l10n.services.running import run_translations
from network.models import User
from practices.models import Practice
from tests.at_once import at_once
from tests.factories import PublishedPracticeFactory
from tests.factories.practices import TEXTS
from tests.l10n.jobs.conftest import make_due, reviser_of
from tests.l10n.jobs.engines import FakeEngine, said, use_engines

COUNT = int(os.environ.get("FAULTS", "20"))
SEED = int(os.environ.get("SEED", "1"))
ROOT = Path(__file__).resolve().parents[2]
SUMMARY = TEXTS["summary"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    return use_engines(monkeypatch, FakeEngine())[0]


@pytest.fixture
def reviser(transactional_db: None) -> User:
    return reviser_of("fr")


def published(text: str = SUMMARY) -> Practice:
    """With a summary as its only text, so that one job is one call."""
    nothing = {f"{name}_es": "" for name in TEXTS}
    return PublishedPracticeFactory(**nothing | {"summary_es": text})


def job(practice: Practice) -> Translation:
    rows = Translation.objects.of_object("practices.practice", practice.pk)
    return rows.get(field="summary", target_language="fr")


def shown(practice: Practice) -> Any:
    return Practice.objects.get(pk=practice.pk).passage("summary", "fr")


def run(practice: Practice) -> None:
    make_due()
    run_translations(kind="practices.practice", key=str(practice.pk), language="fr")


def elsewhere(action: Callable[[], Any]) -> Any:
    """Do it in another thread, on another connection, and wait for it."""
    (result,) = at_once(action)
    if isinstance(result, Exception):
        raise result
    return result


def edit(practice: Practice, text: str) -> None:
    row = Practice.objects.get(pk=practice.pk)
    row.summary_es = text
    row.save()


def test_a_worker_killed_between_the_engines_answer_and_the_write_costs_nothing(engine, tmp_path):
    practice = published()
    make_due()
    log = tmp_path / "log"
    database = connection.settings_dict
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "network.config.settings_test",
        "DATABASE_URL": _database_url(database),
        "BROKER_URL": settings.BROKER_URL,
        "CACHE_URL": settings.CACHE_URL,
        "SECRET_KEY": settings.SECRET_KEY,
    }
    command = [sys.executable, "-m", "tests.l10n.jobs.program", "practices.practice", str(practice.pk), "fr"]
    process = subprocess.Popen([*command, str(log)], cwd=ROOT, env=environment)
    try:
        end = time.monotonic() + 60
        while not log.exists() and time.monotonic() < end:
            assert process.poll() is None, "the program ended by itself"
            time.sleep(0.05)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
    row = job(practice)
    assert (row.state, row.text) == (JobState.RUNNING, "")
    assert budget.used("fake") == len(SUMMARY)
    run(practice)
    assert engine.calls == [], "nobody takes it over while the killed one may still be at work"
    Translation.objects.filter(pk=row.pk).update(taken_until=timezone.now() - timedelta(seconds=1))
    run(practice)
    assert shown(practice).text == said(SUMMARY, "fr")
    assert budget.used("fake") == len(SUMMARY), "the repetition is not counted again"


def _database_url(database: dict[str, Any]) -> str:
    host, port = database["HOST"], database["PORT"]
    place = f"/{host}" if host.startswith("/") else f"{host}:{port}"
    return f"postgresql://{database['USER']}:{database['PASSWORD']}@{place}/{database['NAME']}"


def test_what_was_edited_meanwhile_is_not_shown_in_the_old_words(engine):
    practice = published()
    engine.before_answer = lambda text: elsewhere(lambda: edit(practice, "Otro resumen."))
    run_translations_once(practice)
    assert shown(practice).is_original
    assert shown(practice).text == "Otro resumen."
    engine.before_answer = lambda text: None
    run(practice)
    assert shown(practice).text == said("Otro resumen.", "fr")
    assert budget.used("fake") == sum(len(text) for text, _language in engine.calls), "both were sent"


def run_translations_once(practice: Practice) -> None:
    """One round: what becomes due meanwhile has not rested yet."""
    make_due()
    run_translations(kind="practices.practice", key=str(practice.pk), language="fr")


@pytest.mark.parametrize("number", range(4))
def test_a_person_who_approves_while_the_machine_answers_wins(engine, reviser, number):
    practice = published()
    words = f"Mes mots {number}."

    def approve() -> None:
        approving.approve_translation(translation=job(practice), by=reviser, text=words)

    if number % 2:
        engine.before_answer = lambda text: elsewhere(approve)
        run(practice)
    else:
        make_due()
        at_once(approve, lambda: run_translations_once(practice))
    assert (shown(practice).text, shown(practice).mark) == (words, "approved")
    assert job(practice).state == JobState.APPROVED


def test_two_runs_at_once_ask_once(engine):
    practice = published()
    engine.before_answer = lambda text: time.sleep(0.2)
    make_due()
    at_once(*(lambda: run_translations_once(practice) for _ in range(3)))
    assert [call for call in engine.calls if call[1] == "fr"] == [(SUMMARY, "fr")]
    assert budget.used("fake") == len(SUMMARY)


class Storm:
    """Breaks translation in every way, in an order that the seed gives, and keeps the books."""

    def __init__(self, engine: FakeEngine, reviser: User, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chance, self.engine, self.reviser = random.Random(SEED), engine, reviser
        self.monkeypatch = monkeypatch
        self.practices = [published(f"Texto {number} de la prueba.") for number in range(4)]
        self.words: dict[int, set[str]] = {practice.pk: set() for practice in self.practices}
        self.approved: set[tuple[str, str]] = set()
        self.count = self.died = 0

    def strike(self) -> None:
        """One fault, while one record is being translated."""
        practice = self.chance.choice(self.practices)
        fault = self.chance.choice(FAULTS)
        getattr(self, fault)(practice)
        self.check(practice)

    def edited(self, practice: Practice) -> None:
        self.count += 1
        text = f"Texto nuevo {self.count}."
        self.engine.before_answer = lambda asked: elsewhere(lambda: edit(practice, text))
        self.work(practice)

    def approves(self, practice: Practice) -> None:
        self.engine.before_answer = lambda asked: elsewhere(lambda: self.approve(practice))
        self.work(practice)
        if self.chance.random() < 0.5:
            self.approve(practice)

    def changed_back_and_forth(self, practice: Practice) -> None:
        for number in range(3):
            edit(practice, f"Texto {number % 2}.")
        self.work(practice)

    def refused(self, practice: Practice) -> None:
        self.engine.troubles = [ProviderRefused(self.chance.choice([401, 403, 456]))]
        self.work(practice)

    def busy(self, practice: Practice) -> None:
        self.engine.troubles = [ProviderBusy(self.chance.choice(["429", "500", "timed out"]))]
        self.work(practice)

    def garbage(self, practice: Practice) -> None:
        self.engine.troubles = [self.chance.choice([ProviderGarbage("<html>"), RuntimeError("?")])]
        self.work(practice)

    def killed(self, practice: Practice) -> None:
        """As by kill -9: nothing after the answer happens; another takes over when the lease is out."""

        def die(**details: Any) -> int:
            raise KeyboardInterrupt

        edit(practice, f"Texto para morir {self.count}.")
        self.count += 1
        before = self.engine.answered
        with self.monkeypatch.context() as patch:
            patch.setattr(running, "write_answers", die)
            with contextlib.suppress(KeyboardInterrupt):  # its death; with nothing to write it lives on
                self.work(practice)
        self.died += self.engine.answered - before
        Translation.objects.update(taken_until=timezone.now() - timedelta(seconds=1))

    def doubled(self, practice: Practice) -> None:
        edit(practice, f"Texto doble {self.count}.")
        self.count += 1
        make_due()
        at_once(lambda: run_translations_once(practice), lambda: run_translations_once(practice))

    def approve(self, practice: Practice) -> None:
        self.count += 1
        text, row = f"Mes mots {self.count}.", job(practice)
        try:
            approving.approve_translation(translation=row, by=self.reviser, text=text)
        except TranslationError:
            return
        self.words[practice.pk].add(text)
        self.approved.add((text, row.current_hash))

    def work(self, practice: Practice) -> None:
        ProviderCircuit.objects.all().delete()
        run_translations_once(practice)
        self.engine.before_answer = lambda asked: None

    def check(self, practice: Practice) -> None:
        """What readers see is borne out by the original, and every person's words are somewhere."""
        now, row = Practice.objects.get(pk=practice.pk), job(practice)
        with override("fr"):
            passage = now.passage("summary")
        if passage.is_machine:
            assert row.origin == "memory" or passage.text == said(now.summary_es, "fr")
            assert row.source_hash == text_hash(now.summary_es, "es")
        elif not passage.is_original and not passage.is_stale:
            assert (passage.text, text_hash(now.summary_es, "es")) in self.approved
        kept = set(TranslationStep.objects.filter(translation=row).values_list("text", flat=True))
        assert self.words[practice.pk] <= kept | {row.text, row.draft}
        if row.is_human:
            assert row.text in self.words[practice.pk]


FAULTS = (
    "edited", "approves", "changed_back_and_forth", "refused", "busy", "garbage", "killed", "doubled",
)  # fmt: skip


def test_nothing_is_lost_stale_or_paid_twice_in_a_storm(engine, reviser, monkeypatch):
    monkeypatch.setattr(asking, "MOST_ATTEMPTS", 10_000)
    storm = Storm(engine, reviser, monkeypatch)
    for _ in range(COUNT):
        storm.strike()
    engine.troubles = []
    for practice in storm.practices:
        storm.work(practice)
        row = job(practice)
        assert row.due_at is None, row.state
        assert row.state in (JobState.MACHINE_DRAFT, JobState.APPROVED, JobState.STALE)
        storm.check(practice)
    counted = budget.used("fake")
    print(f"\nseed {SEED}: {COUNT} faults, {len(engine.calls)} calls, {counted} of {engine.answered} counted")
    assert engine.answered - storm.died <= counted <= engine.answered, "nothing is counted twice"
