"""From a text to its translations: when jobs are made, what an engine writes, what readers see."""

from datetime import timedelta

import pytest

from network.l10n import tasks
from network.l10n.choices import JobState, Origin, Reason
from network.l10n.models import Translation
from network.l10n.services import promising
from network.l10n.services.records import text_hash
from network.models import Topic
from network.notifications.models import Canary, OutboxEntry
from network.search.models import SearchRow
from practices.choices import Depth, PracticeState
from practices.models import Practice
from practices.services import way
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory

from .engines import said

pytestmark = pytest.mark.django_db


def job(practice, field="summary", language="fr"):
    return Translation.objects.of_object("practices.practice", practice.pk).get(
        field=field, target_language=language
    )


def of_practices():
    return Translation.objects.filter(kind__startswith="practices.")


def entries():
    return OutboxEntry.objects.filter(task=promising.TASK)


def test_a_draft_is_not_translated():
    DraftPracticeFactory(depth=Depth.FULL)
    assert not of_practices().exists()
    assert not entries().exists()


def test_what_is_submitted_is_translated_whole_and_once_per_language(focal_point_of_guatemala):
    practice = DraftPracticeFactory(depth=Depth.FULL)
    way.submit_practice(practice=practice, by=focal_point_of_guatemala)
    made = of_practices()
    assert set(made.values_list("target_language", flat=True)) == {"en", "fr", "pt"}
    assert set(made.values_list("kind", flat=True)) == {
        f"practices.{name}" for name in ("practice", "buildingblock", "outcome", "evaluation")
    }
    assert set(made.values_list("state", flat=True)) == {JobState.PENDING}
    assert job(practice).source_hash == text_hash(practice.summary_es, "es")
    at_once = entries().filter(dedupe_key__regex=r":[0-9a-f]{32}$")
    assert sorted(entry.args["language"] for entry in at_once) == ["en", "fr", "pt"]


def test_a_machine_writes_into_the_record_and_says_so(engine, work):
    practice = PublishedPracticeFactory(depth=Depth.FULL)
    assert work() == of_practices().count()
    practice.refresh_from_db()
    passage = practice.passage("summary", "fr")
    assert passage.text == said(practice.summary_es, "fr")
    assert (passage.origin, passage.engine, passage.is_machine) == ("machine", "fake", True)
    assert practice.building_blocks.get().passage("learned", "pt").is_machine
    row = job(practice)
    assert (row.state, row.origin, row.engine, row.due_at) == (
        JobState.MACHINE_DRAFT,
        Origin.MACHINE,
        "fake",
        None,
    )
    calls = len(engine.calls)
    assert work() == 0
    assert len(engine.calls) == calls, "nothing is asked twice"


def test_a_reader_of_french_finds_it_by_french_words(engine, work):
    practice = PublishedPracticeFactory()
    rows = SearchRow.objects.filter(kind="practice", object_id=practice.pk)
    assert set(rows.values_list("language", flat=True)) == {"es"}
    work("fr")
    assert rows.get(language="fr").summary == said(practice.summary_es, "fr")
    assert rows.get(language="es").display["translated"] == ["fr"]


def test_ten_saves_in_ten_seconds_cost_one_call(engine, work):
    practice = PublishedPracticeFactory()
    work()
    engine.calls.clear()
    for number in range(10):
        practice.summary_es = f"Resumen, redacción número {number}."
        practice.save()
    waiting = entries().filter(args__language="fr", state="waiting", done_at__isnull=True)
    assert waiting.exclude(dedupe_key__regex=r":[0-9a-f]{32}$").count() <= 3
    assert work() == 3
    assert sorted(engine.calls) == sorted((practice.summary_es, code) for code in ("en", "fr", "pt"))


def test_a_text_that_is_still_being_typed_is_left_alone(engine):
    from network.l10n.services.running import run_translations

    practice = PublishedPracticeFactory()
    assert run_translations(kind="practices.practice", key=str(practice.pk), language="fr") == 0
    assert engine.calls == []


def test_machine_text_goes_with_the_original_that_it_was_made_from(engine, work):
    practice = PublishedPracticeFactory()
    work()
    practice.refresh_from_db()
    practice.summary_es = "Otra cosa."
    practice.save()
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.passage("summary", "fr") == ("Otra cosa.", "es", True, "")
    assert practice.passage("diagnosis", "fr").is_machine, "the other fields stay"
    assert "summary" not in practice.translation_marks["fr"]
    row = SearchRow.objects.get(kind="practice", object_id=practice.pk, language="fr")
    assert row.summary == "Otra cosa."
    work()
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").text == said("Otra cosa.", "fr")


def test_a_save_by_someone_who_read_the_record_before_does_not_undo_a_translation(engine, work):
    practice = PublishedPracticeFactory()
    before = Practice.objects.get(pk=practice.pk)
    work()
    before.save()
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_machine
    assert practice.passage("summary", "fr").text == said(practice.summary_es, "fr")


def test_an_emptied_text_is_not_readable_in_any_language(engine, work):
    practice = PublishedPracticeFactory()
    work()
    practice.refresh_from_db()
    practice.diagnosis_es = ""
    practice.save()
    practice = Practice.objects.get(pk=practice.pk)
    for code in ("en", "es", "fr", "pt"):
        assert practice.passage("diagnosis", code).text == ""
    assert job(practice, "diagnosis").state == JobState.SKIPPED


def test_a_name_in_its_own_language_is_not_machine_translated(engine, work):
    practice = PublishedPracticeFactory(source_language="en", title_language="es", title_es="Barrio Seguro")
    work()
    assert not of_practices().filter(field="title").exists()
    practice.refresh_from_db()
    assert practice.passage("title", "fr") == ("Barrio Seguro", "es", True, "")


def test_what_people_wrote_with_the_record_is_theirs(engine, work):
    practice = PublishedPracticeFactory(summary_fr="Rédigé par une personne.")
    row = job(practice)
    assert (row.state, row.origin) == (JobState.APPROVED, Origin.HUMAN)
    work()
    practice.refresh_from_db()
    assert practice.summary_fr == "Rédigé par une personne."
    assert practice.passage("summary", "fr").is_machine is False


def test_topics_states_and_classifications_are_never_machine_translated(engine, work):
    Topic.objects.get(slug="youth").save()
    assert not Translation.objects.exclude(origin=Origin.HUMAN).exists()
    assert not Translation.objects.filter(field="name").exists()
    work()
    assert engine.calls == []


def test_staff_may_write_a_topic_in_one_language_and_the_others_are_marked_stale(engine, work):
    topic = Topic.objects.get(slug="youth")
    topic.save()
    topic.description_en, topic.description_es = "Young people.", "Personas jóvenes."
    topic.save()
    topic = Topic.objects.get(slug="youth")
    assert topic.passage("description", "es").is_stale is False
    assert topic.passage("description", "fr").is_stale is True
    work()
    topic.refresh_from_db()
    assert topic.passage("description", "fr").text != said("Young people.", "fr")
    row = Translation.objects.get(kind="network.topic", object_key="youth", target_language="fr")
    assert (row.state, row.draft) == (JobState.STALE, said("Young people.", "fr"))


def test_a_text_without_words_is_skipped(engine, work):
    practice = PublishedPracticeFactory(places_es="2019 – 2023")
    work()
    row = job(practice, "places")
    assert (row.state, row.reason, row.due_at) == (JobState.SKIPPED, Reason.NOTHING, None)


def test_a_poor_translation_is_kept_for_the_desk_and_not_shown(engine, work):
    engine.flags = ("lost_token",)
    practice = PublishedPracticeFactory()
    work()
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_original
    row = job(practice)
    assert (row.state, row.reason, row.flags) == (JobState.NEEDS_REVIEW, Reason.LOW_QUALITY, ["lost_token"])
    assert row.proposed_text == said(practice.summary_es, "fr")


def test_a_change_behind_the_back_of_the_jobs_is_noticed_before_an_engine_is_asked(engine, work):
    practice = PublishedPracticeFactory()
    Practice.objects.filter(pk=practice.pk).update(summary_es="Cambiado por otra vía.")
    work()
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").text == said("Cambiado por otra vía.", "fr")


def test_what_is_withdrawn_or_deleted_is_readable_through_no_translation(
    engine, work, focal_point_of_guatemala, reviser
):
    practice = PublishedPracticeFactory()
    work()
    assert of_practices().visible_to(reviser).exists()
    way.withdraw_practice(practice=practice, by=focal_point_of_guatemala, comment="A petición.")
    assert not of_practices().visible_to(reviser).exists()
    assert not of_practices().visible_to(focal_point_of_guatemala).exists()
    assert not SearchRow.objects.filter(kind="practice", object_id=practice.pk).exists()
    other = PublishedPracticeFactory()
    work()
    other.delete()
    assert not Translation.objects.filter(object_key=str(other.pk), kind="practices.practice").exists()


def test_a_submitted_text_is_shown_to_no_reviser(engine, work, focal_point_of_guatemala, reviser):
    practice = DraftPracticeFactory()
    way.submit_practice(practice=practice, by=focal_point_of_guatemala)
    work()
    assert not of_practices().visible_to(reviser).exists()
    assert of_practices().visible_to(focal_point_of_guatemala).exists(), "it is their state's"


def test_what_was_lost_on_its_way_is_promised_again(engine):
    from network.l10n.services.running import OVERDUE, resume_overdue

    practice = PublishedPracticeFactory()
    of_practices().update(due_at=job(practice).due_at - OVERDUE - timedelta(minutes=1))
    OutboxEntry.objects.all().delete()
    assert resume_overdue() == 1
    assert entries().count() == 3


def test_returned_texts_wait_until_they_are_submitted_again(engine, work, focal_point_of_guatemala, screener):
    practice = DraftPracticeFactory()
    practice = way.submit_practice(practice=practice, by=focal_point_of_guatemala)
    work()
    practice = way.claim_practice(practice=practice, by=screener)
    practice = way.return_practice(
        practice=practice, by=screener, comments=[("identity", "summary", "¿Cómo?")]
    )
    practice.summary_es = "Mejor explicado."
    practice.save()
    calls = len(engine.calls)
    assert work() == 0
    assert len(engine.calls) == calls
    practice.field_comments.update(answer="Así.", answered_at=practice.changed_at)
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").is_original
    way.submit_practice(practice=practice, by=focal_point_of_guatemala)
    assert practice.state == PracticeState.RETURNED
    work()
    practice.refresh_from_db()
    assert practice.passage("summary", "fr").text == said("Mejor explicado.", "fr")


def test_who_translates_is_at_work_also_while_the_canary_waits_behind_a_long_queue(engine):
    practice = PublishedPracticeFactory()
    tasks.translate(kind="practices.practice", key=str(practice.pk), language="fr")
    assert Canary.objects.get(queue="translate").returned_at is not None
