"""Two people at one draft: the second is told of the first, and neither loses text."""

import pytest
from django.core.cache import cache

from practices.services.drafting import SectionConflictError, SectionData, save_section

from .pages import read_form, send, step_url


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def two(client, client_class, contributor_of_guatemala, focal_point_of_guatemala):
    """Their browsers."""
    other = client_class()
    client.force_login(contributor_of_guatemala)
    other.force_login(focal_point_of_guatemala)
    return client, other


@pytest.fixture
def client_class():
    from django.test import Client  # late: needs settings

    return Client


def test_the_second_to_save_a_section_is_told_who_was_first_and_keeps_the_text(two, draft_of_guatemala):
    one, other = two
    url = step_url(draft_of_guatemala, "problem")
    mine, theirs = read_form(one, url), read_form(other, url)
    assert one.post(url, mine | {"diagnosis": "De Diego"}).status_code == 302
    answer = other.post(url, theirs | {"diagnosis": "De Ana Lucía"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Diego Xicará saved this section on" in page
    assert "De Ana Lucía" in page
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.diagnosis_es == "De Diego"
    assert f'name="revision" value="{draft_of_guatemala.revision}"' in page
    assert (
        other.post(
            url, theirs | {"diagnosis": "Los dos", "revision": draft_of_guatemala.revision}
        ).status_code
        == 302
    )


def test_an_autosave_in_conflict_is_told_in_json_and_changes_nothing(two, draft_of_guatemala):
    one, other = two
    url = step_url(draft_of_guatemala, "problem")
    mine, theirs = read_form(one, url), read_form(other, url)
    one.post(url, mine | {"diagnosis": "De Diego", "_autosave": "1"})
    answer = other.post(url, theirs | {"diagnosis": "De Ana Lucía", "_autosave": "1"})
    assert answer.status_code == 409
    assert "Diego Xicará" in answer.json()["conflict"]
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.diagnosis_es == "De Diego"
    assert answer.json()["revision"] == draft_of_guatemala.revision


def test_two_people_in_different_sections_do_not_stand_in_each_others_way(two, draft_of_guatemala):
    one, other = two
    problem, action = step_url(draft_of_guatemala, "problem"), step_url(draft_of_guatemala, "action")
    mine, theirs = read_form(one, problem), read_form(other, action)
    assert one.post(problem, mine | {"diagnosis": "De Diego"}).status_code == 302
    assert other.post(action, theirs | {"activities": "De Ana Lucía"}).status_code == 302
    draft_of_guatemala.refresh_from_db()
    assert (draft_of_guatemala.diagnosis_es, draft_of_guatemala.activities_es) == ("De Diego", "De Ana Lucía")


def test_a_save_that_is_sent_again_after_a_broken_line_is_no_conflict(two, draft_of_guatemala):
    one, _other = two
    url = step_url(draft_of_guatemala, "problem")
    form = read_form(one, url) | {"_autosave": "1"}
    assert one.post(url, form | {"diagnosis": "Primera parte"}).status_code == 200
    assert one.post(url, form | {"diagnosis": "Primera parte y segunda"}).status_code == 200
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.diagnosis_es == "Primera parte y segunda"


def test_the_same_person_in_two_windows_is_told_too(two, draft_of_guatemala):
    one, _other = two
    url = step_url(draft_of_guatemala, "problem")
    left, right = read_form(one, url), read_form(one, url)
    assert one.post(url, left | {"diagnosis": "Izquierda"}).status_code == 302
    assert one.post(url, right | {"diagnosis": "Derecha"}).status_code == 409


def test_the_service_names_who_saved_first_and_when(
    draft_of_guatemala, contributor_of_guatemala, focal_point_of_guatemala
):
    seen = draft_of_guatemala.revision
    data = SectionData(values={"diagnosis": "De Diego"})
    save_section(
        practice=draft_of_guatemala, by=contributor_of_guatemala, section="problem", data=data, revision=seen
    )
    with pytest.raises(SectionConflictError) as conflict:
        save_section(
            practice=draft_of_guatemala,
            by=focal_point_of_guatemala,
            section="problem",
            data=data,
            revision=seen,
        )
    assert conflict.value.name == "Diego Xicará"
    assert conflict.value.at is not None


def test_each_sees_that_the_other_has_the_draft_open(two, draft_of_guatemala):
    one, other = two
    url = step_url(draft_of_guatemala, "problem")
    assert "has this practice open too" not in one.get(url).content.decode()
    assert "Diego Xicará has this practice open too" in other.get(url).content.decode()


def test_without_a_cache_nobody_is_seen_and_everything_works(two, draft_of_guatemala, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "network.config.cache.OptionalRedisCache",
            "LOCATION": "unix:///nowhere/valkey.sock?db=0",
        }
    }
    one, _other = two
    assert one.get(step_url(draft_of_guatemala, "problem")).status_code == 200
    assert send(one, step_url(draft_of_guatemala, "problem"), {"diagnosis": "Sigo"}).status_code == 302


def test_what_was_typed_is_shown_when_the_draft_was_submitted_meanwhile(two, draft_of_guatemala):
    one, other = two
    url = step_url(draft_of_guatemala, "problem")
    mine = read_form(one, url)
    other.post(f"/en/practices/drafts/{draft_of_guatemala.uuid}/submit/")
    answer = one.post(url, mine | {"diagnosis": "Demasiado tarde"})
    assert answer.status_code == 409
    assert "Demasiado tarde" in answer.content.decode()
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.state == "submitted"
    assert draft_of_guatemala.diagnosis_es != "Demasiado tarde"
