"""Pages and writes of a draft: those in whose hands it is may, others get 404, visitors sign in first."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from network.choices import Role
from practices.choices import Depth, PracticeState
from practices.models import FieldComment, Practice
from practices.services.materials import attach_file, attach_link
from tests.factories import DraftPracticeFactory, UserFactory

from . import hostile
from .pages import step_url

OUTSIDERS = ["member", "focal_point_of_chile", "screener", "staff_manager"]


@pytest.fixture
def draft(contributor_of_guatemala, office_of_guatemala, screener):
    """A full draft with a file and a comment."""
    practice = DraftPracticeFactory(
        author=contributor_of_guatemala, organization=office_of_guatemala, depth=Depth.FULL
    )
    FieldComment.objects.create(
        practice=practice,
        section="problem",
        field="diagnosis",
        text="¿Desde cuándo?",
        by=screener,
        is_sent=True,
    )
    attach_link(practice=practice, by=contributor_of_guatemala, url="https://example.org/", title="Más")
    return practice


def pages(practice):
    """Addresses that are read."""
    names = ("draft", "draft_preview")
    return [reverse(f"practices:{name}", args=[practice.uuid]) for name in names] + [
        step_url(practice, step)
        for step in ("identity", "problem", "action", "means", "results", "lessons", "materials", "consent")
    ]


def writes(practice):
    """Addresses that change something."""
    names = (
        "draft_clearance",
        "draft_submit",
        "draft_send_back",
        "draft_delete",
        "draft_depth",
        "material_add",
        "link_add",
    )
    comment, material = practice.field_comments.get(), practice.materials.get()
    return [reverse(f"practices:{name}", args=[practice.uuid]) for name in names] + [
        reverse("practices:draft_answer", args=[practice.uuid, comment.pk]),
        reverse("practices:material_remove", args=[practice.uuid, material.uuid]),
        step_url(practice, "problem"),
        step_url(practice, "results"),
    ]


@pytest.mark.parametrize("who", OUTSIDERS)
def test_another_states_draft_does_not_exist_for_outsiders(client, draft, who, request):
    client.force_login(request.getfixturevalue(who))
    before = Practice.objects.values().get()
    for url in pages(draft):
        assert client.get(url).status_code == 404, url
    for url in writes(draft):
        assert (
            client.post(url, {"diagnosis": "Ajeno", "answer": "Ajena", "depth": "snapshot"}).status_code
            == 404
        ), url
    assert Practice.objects.values().get() == before
    assert draft.field_comments.get().answer == ""
    assert draft.materials.count() == 1


def test_visitors_are_asked_to_sign_in(client, draft):
    for url in pages(draft):
        assert "/accounts/login/" in client.get(url).url
    for url in writes(draft):
        assert "/accounts/login/" in client.post(url).url
    draft.refresh_from_db()
    assert draft.state == PracticeState.DRAFT


def test_a_contributor_may_not_submit_for_the_state(client, draft, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    assert client.post(reverse("practices:draft_submit", args=[draft.uuid])).status_code == 403
    draft.refresh_from_db()
    assert draft.state == PracticeState.DRAFT


def test_a_colleague_writes_in_a_draft_but_only_its_author_or_the_focal_point_deletes_it(
    client, draft, focal_point_of_guatemala
):
    colleague = UserFactory(roles=[(Role.CONTRIBUTOR, "GT")])
    client.force_login(colleague)
    assert client.get(step_url(draft, "problem")).status_code == 200
    assert client.post(reverse("practices:draft_delete", args=[draft.uuid])).status_code == 403
    client.force_login(focal_point_of_guatemala)
    assert client.post(reverse("practices:draft_delete", args=[draft.uuid])).status_code == 302
    assert not Practice.objects.exists()


@pytest.mark.parametrize("who", ["member", "screener"])
def test_people_who_write_for_no_state_find_no_form(client, who, request):
    client.force_login(request.getfixturevalue(who))
    for name in ("new", "drafts"):
        assert client.get(reverse(f"practices:{name}")).status_code == 404
    assert client.post(reverse("practices:new"), {"country": "GT"}).status_code == 404


def test_nobody_begins_a_practice_of_another_state(client, focal_point_of_chile):
    client.force_login(focal_point_of_chile)
    answer = client.post(
        reverse("practices:new"), {"country": "GT", "source_language": "es", "depth": "full"}
    )
    assert answer.status_code == 422
    assert not Practice.objects.exists()


def test_a_file_of_another_practice_cannot_be_removed_through_ones_own(
    client, draft, contributor_of_guatemala, focal_point_of_chile
):
    theirs = DraftPracticeFactory(country_id="CL", author=focal_point_of_chile, depth=Depth.FULL)
    file = attach_file(
        practice=theirs, by=focal_point_of_chile, upload=ContentFile(hostile.pdf(), "a.pdf"), name="a.pdf"
    )
    client.force_login(contributor_of_guatemala)
    url = reverse("practices:material_remove", args=[draft.uuid, file.uuid])
    assert client.post(url).status_code == 404
    assert theirs.materials.exists()


def test_a_row_of_another_practice_is_not_taken_over_by_its_id(client, draft, contributor_of_guatemala):
    other = DraftPracticeFactory(country_id="CL", depth=Depth.FULL)
    theirs = other.outcomes.get()
    client.force_login(contributor_of_guatemala)
    data = {
        "outcomes-TOTAL_FORMS": "1",
        "outcomes-INITIAL_FORMS": "1",
        "outcomes-0-id": str(theirs.pk),
        "outcomes-0-indicator": "Mío",
        "evaluations-TOTAL_FORMS": "0",
        "evaluations-INITIAL_FORMS": "0",
        "revision": str(draft.revision),
    }
    assert client.post(step_url(draft, "results"), data).status_code == 302
    theirs.refresh_from_db()
    assert theirs.practice == other
    assert theirs.indicator_es == "Homicidios de jóvenes"
    assert draft.outcomes.get().indicator_es == "Mío"


def test_what_awaits_clearance_is_read_and_sent_back_with_a_comment_but_not_written_in(
    client, draft, focal_point_of_guatemala, contributor_of_guatemala
):
    draft.state = PracticeState.AWAITING_CLEARANCE
    draft.save()
    client.force_login(focal_point_of_guatemala)
    assert client.get(step_url(draft, "problem")).status_code == 302
    back = reverse("practices:draft_send_back", args=[draft.uuid])
    answer = client.post(back, {"comment": " "})
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    assert client.post(back, {"comment": "Falta el presupuesto."}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == PracticeState.DRAFT
    client.force_login(contributor_of_guatemala)
    page = client.get(reverse("practices:draft", args=[draft.uuid])).content.decode()
    assert "Falta el presupuesto." in page


def test_an_incomplete_draft_is_not_handed_on_and_the_page_says_what_is_missing(
    client, draft, contributor_of_guatemala
):
    Practice.objects.update(diagnosis_es="", contact_email="")
    client.force_login(contributor_of_guatemala)
    answer = client.post(reverse("practices:draft_clearance", args=[draft.uuid]))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Some required parts are still empty" in page
    assert "Diagnosis and the data behind it" in page
    assert "E-mail address of the unit" in page


def test_comments_of_the_secretariat_are_answered_where_the_field_is(client, draft, contributor_of_guatemala):
    draft.state = PracticeState.RETURNED
    draft.save()
    client.force_login(contributor_of_guatemala)
    page = client.get(step_url(draft, "problem")).content.decode()
    assert "¿Desde cuándo?" in page
    assert f'href="{step_url(draft, "problem")}#id_diagnosis"' in page
    comment = draft.field_comments.get()
    url = reverse("practices:draft_answer", args=[draft.uuid, comment.pk])
    assert client.post(url, {"answer": "", "back": "problem"}).status_code == 422
    answer = client.post(url, {"answer": "Desde 2019.", "back": "problem"})
    assert answer.url == step_url(draft, "problem")
    comment.refresh_from_db()
    assert comment.answer == "Desde 2019."
    assert comment.answered_by == contributor_of_guatemala


def test_a_published_practice_is_no_draft(client, published_of_guatemala, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    for url in pages(published_of_guatemala):
        assert client.get(url).status_code == 404
