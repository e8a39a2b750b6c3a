"""In whatever order people and machines act: no person's text is lost, no stale text is shown as current."""

from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from network.l10n.models import Translation, TranslationStep
from network.l10n.services import approving
from network.l10n.services.errors import SourceChangedError, TextError
from network.l10n.services.records import text_hash
from network.l10n.services.running import run_translations
from network.l10n.services.staleness import follow_whole
from network.search.models import SearchRow
from practices.choices import PracticeState
from practices.models import Practice
from tests.depth import examples
from tests.factories import PublishedPracticeFactory
from tests.factories.practices import TEXTS

from .conftest import make_due
from .engines import FakeEngine, said

pytestmark = pytest.mark.django_db
ORIGINALS = ["Uno dos tres.", "Cuatro cinco seis.", "Siete ocho.", ""]


class Orders(RuleBasedStateMachine):
    """One field in one language, and everybody who may touch it."""

    engine: FakeEngine
    reviser: Any

    def __init__(self) -> None:
        super().__init__()
        nothing = {f"{name}_es": "" for name in TEXTS if name != "title"}
        self.practice = PublishedPracticeFactory(**nothing | {"summary_es": ORIGINALS[0]})
        self.old = Practice.objects.get(pk=self.practice.pk)
        self.words = 0
        self.approved_for: dict[str, set[str]] = {}
        self.human: set[str] = set()

    @property
    def now(self) -> Practice:
        return Practice.objects.get(pk=self.practice.pk)

    @property
    def row(self) -> Translation:
        rows = Translation.objects.of_object("practices.practice", self.practice.pk)
        return rows.get(field="summary", target_language="fr")

    @rule(text=st.sampled_from(ORIGINALS))
    def the_author_edits(self, text: str) -> None:
        practice = self.now
        practice.summary_es = text
        practice.save()

    @rule()
    def the_machine_works(self) -> None:
        make_due()
        run_translations(kind="practices.practice", key=str(self.practice.pk), language="fr")

    @rule(text=st.sampled_from(ORIGINALS))
    def the_author_edits_while_the_machine_works(self, text: str) -> None:
        self.engine.before_answer = lambda asked: self.the_author_edits(text)
        self.the_machine_works()
        self.engine.before_answer = lambda asked: None

    @rule()
    def a_person_approves_while_the_machine_works(self) -> None:
        self.engine.before_answer = lambda asked: self.a_person_writes(True)
        self.the_machine_works()
        self.engine.before_answer = lambda asked: None

    @rule(is_final=st.booleans())
    def a_person_writes(self, is_final: bool) -> None:
        self.words += 1
        text, row = f"Mes mots {self.words}.", self.row
        act = approving.approve_translation if is_final else approving.edit_translation
        try:
            act(translation=row, by=self.reviser, text=text)
        except SourceChangedError:
            assert self.now.summary_es == ""
            return
        self.human.add(text)
        if is_final:
            self.approved_for[text] = {row.current_hash}

    @rule()
    def a_person_approves_what_is_there(self) -> None:
        row = self.row
        try:
            approving.approve_translation(translation=row, by=self.reviser)
        except (SourceChangedError, TextError):
            return
        self.human.add(row.proposed_text)
        self.approved_for.setdefault(row.proposed_text, set()).add(row.current_hash)

    @rule()
    def a_person_rejects(self) -> None:
        approving.reject_translation(translation=self.row, by=self.reviser, reason="Contresens")

    @rule()
    def somebody_saves_what_they_read_long_ago(self) -> None:
        """Without lock, as no service does; what they read becomes the original again, and nothing worse."""
        self.old.save()

    @rule()
    def somebody_reads(self) -> None:
        self.old = self.now

    @rule()
    def it_is_taken_back_and_published_again(self) -> None:
        practice = self.now
        for state in (PracticeState.RETURNED, PracticeState.PUBLISHED):
            practice.state = state
            practice.save()
        follow_whole(practice)

    @invariant()
    def what_is_shown_is_borne_out_by_the_original(self) -> None:
        practice, row = self.now, self.row
        with override("fr"):
            passage = practice.passage("summary")
        if passage.is_original:
            assert passage.text == practice.summary_es
            assert "summary" not in practice.translation_marks.get("fr", {})
            return
        assert practice.summary_es, "nothing is read of a text that was taken away"
        assert passage.text == row.text
        if passage.is_machine:
            assert row.origin == "memory" or passage.text == said(practice.summary_es, "fr")
            assert row.source_hash == text_hash(practice.summary_es, "es")
        elif not passage.is_stale:
            assert text_hash(practice.summary_es, "es") in self.approved_for[passage.text]

    @invariant()
    def a_machine_never_takes_the_place_of_a_person(self) -> None:
        row = self.row
        kept = set(TranslationStep.objects.filter(translation=row).values_list("text", flat=True))
        assert self.human <= kept | {row.text, row.draft}
        if row.is_human:
            assert row.text in self.human

    @invariant()
    def the_search_says_what_the_record_says(self) -> None:
        row = SearchRow.objects.filter(object_id=self.practice.pk, kind="practice", language="fr").first()
        if row is not None:
            with override("fr"):
                assert row.summary == self.now.passage("summary").text


@pytest.mark.walk
def test_no_order_of_events_loses_a_text_or_shows_a_stale_one_as_current(
    engine: FakeEngine, reviser: Any
) -> None:
    Orders.engine = engine
    Orders.reviser = reviser
    run_state_machine_as_test(
        Orders,
        settings=settings(
            max_examples=examples(10),
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes
        ),
    )
