"""New versions: written beside what is public, and put in its place; what was public can be read later."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from network.choices import Role
from network.l10n.models import Translation
from network.l10n.services.approving import approve_translation
from network.l10n.services.staleness import follow_whole
from network.models import User
from network.notifications.models import Notification
from practices.choices import Depth, PracticeState
from practices.models import Practice
from practices.services import way
from practices.services.content import content_of
from practices.services.drafting import delete_practice
from practices.services.errors import ConflictError, PracticeError
from practices.services.materials import attach_file, remove_material
from practices.services.parts import Row, save_rows
from practices.services.versions import VersionInPreparationError, start_new_version
from tests.depth import examples
from tests.factories import PublishedPracticeFactory, UserFactory
from tests.undone import undone

from .wizard import hostile

SUBMIT, CLAIM, PUBLISH = way.submit_practice, way.claim_practice, way.publish_practice


@pytest.fixture
def public(author: User) -> Practice:
    """A full record of Guatemala that is public."""
    return PublishedPracticeFactory(depth=Depth.FULL, author=author)


@pytest.fixture
def author(contributor_of_guatemala: User) -> User:
    """Who writes for Guatemala."""
    return contributor_of_guatemala


@pytest.fixture
def publish(focal_point_of_guatemala: User, screener: User) -> Any:
    """Take a draft the whole way; gives what is public then."""

    def take(draft: Practice) -> Practice:
        row = SUBMIT(practice=draft, by=focal_point_of_guatemala)
        return PUBLISH(practice=CLAIM(practice=row, by=screener), by=screener)

    return take


def change(draft: Practice, **values: Any) -> Practice:
    """Write in a draft as its section's form does."""
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save()
    return draft


def test_what_is_public_stays_until_the_new_version_is_published(
    public: Practice, author: User, publish: Any
) -> None:
    draft = start_new_version(practice=public, by=author)
    assert content_of(draft)["texts"] == content_of(public)["texts"]
    change(draft, diagnosis_es="Los homicidios se concentran en cuatro barrios.")
    public.refresh_from_db()
    assert public.diagnosis_es != draft.diagnosis_es
    assert list(Practice.objects.published()) == [public]

    result = publish(draft)

    assert (result.pk, result.identifier, result.version) == (public.pk, public.identifier, 2)
    assert result.diagnosis_es == "Los homicidios se concentran en cuatro barrios."
    assert result.published_at == public.published_at
    assert not Practice.objects.filter(pk=draft.pk).exists()
    assert [event.verb for event in result.transitions.all()] == [
        "revise",
        "start",
        "submit",
        "claim",
        "publish",
    ]


def test_approved_translations_stay_and_age_field_by_field(
    public: Practice, author: User, publish: Any
) -> None:
    manager = UserFactory(roles=[Role.STAFF_MANAGER])
    follow_whole(public)
    for field, text in (("objectives", "Réduire les homicides."), ("diagnosis", "Six quartiers.")):
        row = Translation.objects.get(object_key=str(public.pk), field=field, target_language="fr")
        approve_translation(translation=row, by=manager, text=text)
    public.refresh_from_db()
    draft = start_new_version(practice=public, by=author)
    result = publish(change(draft, diagnosis_es="Los homicidios se concentran en cuatro barrios."))
    kept, aged = (result.passage(name, "fr") for name in ("objectives", "diagnosis"))
    assert (kept.text, kept.is_stale) == ("Réduire les homicides.", False)
    assert (aged.text, aged.is_stale) == ("Six quartiers.", True)


def test_pieces_are_rewritten_in_place_added_and_dropped(
    public: Practice, author: User, publish: Any
) -> None:
    kept = public.building_blocks.get()
    draft = start_new_version(practice=public, by=author)
    copy = draft.building_blocks.get()
    save_rows(
        draft,
        "building_blocks",
        [Row(None, {"name": "Nuevo", "description": "", "enabled_by": "", "learned": ""})],
    )
    save_rows(
        draft,
        "building_blocks",
        [
            Row(draft.building_blocks.get().pk, {"name": "Nuevo"}),
            Row(None, {"name": "Otro"}),
        ],
    )
    assert copy.revises_id == kept.pk
    save_rows(draft, "evaluations", [])
    result = publish(draft)
    assert [block.name_es for block in result.building_blocks.all()] == ["Nuevo", "Otro"]
    assert result.building_blocks.first().pk == kept.pk
    assert not result.evaluations.exists()
    old = result.versions.get().content["parts"]
    assert old["building_blocks"][0]["texts"]["name"] == "Mesa de análisis"
    assert len(old["evaluations"]) == 1


def test_a_second_new_version_is_not_begun_but_after_a_refusal_it_is(
    public: Practice, author: User, focal_point_of_guatemala: User, screener: User
) -> None:
    draft = start_new_version(practice=public, by=author)
    public.refresh_from_db()
    with pytest.raises(VersionInPreparationError) as caught:
        start_new_version(practice=public, by=focal_point_of_guatemala)
    assert caught.value.draft == draft
    row = CLAIM(practice=SUBMIT(practice=draft, by=focal_point_of_guatemala), by=screener)
    way.decline_practice(practice=row, by=screener, comment="Out of scope.")
    public.refresh_from_db()
    assert start_new_version(practice=public, by=author).version == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_at_once_one_gets_the_others_draft() -> None:
    people = [UserFactory(roles=[(Role.FOCAL_POINT, "GT")]) for _ in range(2)]
    public = PublishedPracticeFactory()

    def begin(user: User) -> str:
        try:
            start_new_version(practice=public, by=user)
        except PracticeError as error:
            return type(error).__name__
        finally:
            connection.close()
        return "begun"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(begin, people))
    assert answers == ["VersionInPreparationError", "begun"]
    assert Practice.objects.filter(revises=public).count() == 1


def test_a_version_of_what_was_withdrawn_is_not_published(
    public: Practice, author: User, publish: Any, focal_point_of_guatemala: User
) -> None:
    draft = start_new_version(practice=public, by=author)
    public.refresh_from_db()
    way.withdraw_practice(practice=public, by=focal_point_of_guatemala, comment="It ended.")
    with pytest.raises(ConflictError):
        publish(draft)
    assert Practice.objects.filter(pk=draft.pk).exists()


def test_files_are_shared_by_versions_and_go_with_the_last(
    author: User, public: Practice, publish: Any, django_capture_on_commit_callbacks: Any
) -> None:
    Practice.objects.filter(pk=public.pk).update(state=PracticeState.DRAFT)
    material = attach_file(
        practice=Practice.objects.get(pk=public.pk),
        by=author,
        upload=ContentFile(hostile.pdf(), "a.pdf"),
        name="a.pdf",
    )
    Practice.objects.filter(pk=public.pk).update(state=PracticeState.PUBLISHED)
    public.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        delete_practice(practice=start_new_version(practice=public, by=author), by=author)
    assert default_storage.exists(material.file.name)
    public.refresh_from_db()
    draft = start_new_version(practice=public, by=author)
    with django_capture_on_commit_callbacks(execute=True):
        remove_material(material=draft.materials.get(), by=author)
    assert default_storage.exists(material.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        result = publish(Practice.objects.get(pk=draft.pk))
    assert not result.materials.exists()
    assert not default_storage.exists(material.file.name)


def test_what_was_told_of_the_draft_leads_to_what_is_public(
    public: Practice, author: User, publish: Any
) -> None:
    result = publish(start_new_version(practice=public, by=author))
    about = {row.about_id for row in Notification.objects.all()}
    assert about == {str(result.pk)}


def test_the_state_makes_a_record_of_the_secretariat_its_own(author: User, staff_manager: User) -> None:
    record = PublishedPracticeFactory(
        provenance="ministerial_record",
        source_document="Report",
        is_classification_confirmed=False,
        author=staff_manager,
    )
    draft = start_new_version(practice=record, by=author)
    assert draft.provenance == "state"
    assert draft.is_classification_confirmed


def test_outsiders_begin_nothing_and_see_nothing(
    client: Client, public: Practice, author: User, focal_point_of_chile: User
) -> None:
    url = reverse("practices:new_version", args=[public.identifier])
    assert client.post(url).status_code == 302
    client.force_login(focal_point_of_chile)
    assert client.post(url).status_code == 404
    assert not public.revisions.exists()
    draft = start_new_version(practice=public, by=author)
    assert client.get(reverse("practices:draft_changes", args=[draft.uuid])).status_code == 404


def test_a_reader_sees_what_changed_between_versions(
    client: Client, public: Practice, author: User, publish: Any
) -> None:
    draft = start_new_version(practice=public, by=author)
    publish(change(draft, diagnosis_es="Los homicidios de jóvenes se concentran en cuatro barrios."))
    page = client.get(reverse("practices:versions", args=[public.identifier]))
    assert page.status_code == 200
    page = client.get(reverse("practices:version", args=[public.identifier, 1])).content.decode()
    assert "<del>" in page
    assert "cuatro</ins>" in page
    assert "Observatorio municipal" in page
    assert client.get(reverse("practices:version", args=[public.identifier, 2])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_versions_cost_as_many_queries_for_three_as_for_one(
    client: Client,
    public: Practice,
    author: User,
    publish: Any,
    count: int,
    django_assert_max_num_queries: Any,
) -> None:
    for _ in range(count):
        publish(start_new_version(practice=Practice.objects.get(pk=public.pk), by=author))
    with django_assert_max_num_queries(12):
        client.get(reverse("practices:versions", args=[public.identifier]))


@pytest.mark.walk
def test_no_published_text_changes_without_a_version(db: None) -> None:
    focal, screener = UserFactory(roles=[(Role.FOCAL_POINT, "GT")]), UserFactory(roles=[Role.SCREENER])
    key = PublishedPracticeFactory().pk
    before = content_of(Practice.objects.get(pk=key))

    @settings(max_examples=examples(20))
    @given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60))
    def whatever_is_written(text: str) -> None:
        with undone():
            draft = start_new_version(practice=Practice.objects.get(pk=key), by=focal)
            row = SUBMIT(practice=change(draft, objectives_es=text.strip() or "Nada."), by=focal)
            result = PUBLISH(practice=CLAIM(practice=row, by=screener), by=screener)
            assert result.versions.get().content == before
            assert result.version == 2

    whatever_is_written()
