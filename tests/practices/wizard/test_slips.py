"""Slips and bad input in the form: said at the field, kept as typed, and the rest is saved."""

import pytest

from practices.choices import Depth
from tests.factories import DraftPracticeFactory

from .pages import read_form, send, step_url

SLIPS = [
    (
        "identity",
        {"started_on_year": "2020", "is_ongoing": "", "ended_on_year": "2019"},
        "ended_on",
        "before the start",
    ),
    ("identity", {"is_ongoing": "on", "ended_on_year": "2022"}, "ended_on", "still running"),
    (
        "identity",
        {"started_on_day": "31", "started_on_month": "2", "started_on_year": "2020"},
        "started_on",
        "does not exist",
    ),
    ("identity", {"title": "x" * 201}, "title", "at most 200 characters; these are 201"),
    ("identity", {"scale": "galactic"}, "scale", "not one of the available choices"),
    ("identity", {"topics": ["youth", "nonsense"]}, "topics", "not one of the available choices"),
    ("identity", {"title": "a\x00b"}, "title", "Null characters are not allowed"),
    ("problem", {"age_from": "30", "age_until": "12"}, "age_until", "below the youngest"),
    ("problem", {"age_until": "500"}, "age_until", "less than or equal to 120"),
    ("problem", {"reached_from": "900", "reached_until": "80"}, "reached_until", "below “at least”"),
    ("problem", {"reached_from": "-5"}, "reached_from", "Enter a whole number"),
    ("problem", {"reached_from": "70.5"}, "reached_from", "Enter a whole number"),
    ("problem", {"reached_from": "9" * 14}, "reached_from", "less than or equal to"),
    ("problem", {"diagnosis": "x" * 5001}, "diagnosis", "these are 5001"),
    (
        "action",
        {"building_blocks-0-learned": "Algo"},
        "building_blocks-0-name",
        "Give this building block a name",
    ),
    ("means", {"cost_amount": "100", "cost_currency": "XXQ"}, "cost_currency", "XXQ is not a known currency"),
    ("means", {"cost_amount": "100", "cost_currency": ""}, "cost_currency", "in which currency"),
    ("means", {"cost_amount": "-1", "cost_currency": "USD"}, "cost_amount", "greater than or equal to 0"),
    ("means", {"cost_amount": "mil", "cost_currency": "USD"}, "cost_amount", "Enter a number"),
    ("means", {"cost_from_year": "2022", "cost_until_year": "2020"}, "cost_until", "before the start"),
    ("means", {"partners-0-name": "Cáritas"}, "partners-0-sector", "which sector"),
    (
        "results",
        {"outcomes-0-indicator": "A", "outcomes-0-unit": "percent", "outcomes-0-result": "158"},
        "outcomes-0-result",
        "cannot be more than 100",
    ),
    (
        "results",
        {"outcomes-0-indicator": "A", "outcomes-0-unit": "count", "outcomes-0-baseline": "-3"},
        "outcomes-0-baseline",
        "less than 0",
    ),
    (
        "results",
        {
            "outcomes-0-indicator": "A",
            "outcomes-0-measured_from_year": "2025",
            "outcomes-0-measured_until_year": "2024",
        },
        "outcomes-0-measured_until",
        "ends before it begins",
    ),
    ("results", {"outcomes-0-result": "10"}, "outcomes-0-indicator", "Say what was measured"),
    (
        "results",
        {"evaluations-0-design": "randomized", "evaluations-0-year": "2999"},
        "evaluations-0-year",
        "must lie between",
    ),
    (
        "results",
        {"evaluations-0-design": "randomized", "evaluations-0-document_url": "javascript:alert(1)"},
        "evaluations-0-document_url",
        "web address",
    ),
    ("consent", {"contact_email": "no address"}, "contact_email", "valid email address"),
]


@pytest.fixture
def draft(client, contributor_of_guatemala, office_of_guatemala):
    """A full record in its author's hands."""
    client.force_login(contributor_of_guatemala)
    return DraftPracticeFactory(
        author=contributor_of_guatemala, organization=office_of_guatemala, depth=Depth.FULL, parts=False
    )


@pytest.mark.parametrize(
    ("step", "typed", "control", "says"), SLIPS, ids=[f"{row[0]} {row[2]} {row[3]}" for row in SLIPS]
)
def test_a_slip_is_said_at_its_field_and_what_was_typed_stays(client, draft, step, typed, control, says):
    url = step_url(draft, step)
    answer = send(client, url, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error:" in page
    assert f'id="id_{control}_error"' in page
    assert says in page
    draft.refresh_from_db()
    assert control in draft.faults(step)
    assert control in draft.missing()[step]
    again = read_form(client, url)
    for name, value in typed.items():
        if value and value != ["youth", "nonsense"] and value not in ("galactic", "XXQ"):
            assert again.get(name, [""]) == [value]


def test_autosave_stores_what_is_valid_and_keeps_the_rest_as_typed(client, draft):
    url = step_url(draft, "results")
    data = read_form(client, url) | {
        "outcomes-0-indicator": "Conflictos cerrados",
        "outcomes-0-unit": "percent",
        "outcomes-0-baseline": "41,5",
        "outcomes-0-result": "158",
        "_autosave": "1",
    }
    answer = client.post(url, data, headers={"X-Requested-With": "autosave"})
    assert answer.status_code == 200
    said = answer.json()
    assert said["errors"] == {"outcomes-0-result": ["A percentage cannot be more than 100."]}
    outcome = draft.outcomes.get()
    assert str(outcome.baseline) == "41.5000"
    assert outcome.result is None
    page = client.get(url).content.decode()
    assert 'value="158"' in page
    assert "A percentage cannot be more than 100." in page
    assert "1 error" in page
    data |= {"outcomes-0-result": "58", "revision": said["revision"]}
    assert client.post(url, data).json()["errors"] == {}
    draft.refresh_from_db()
    assert draft.pending_input == {}
    assert str(draft.outcomes.get().result) == "58.0000"


def test_what_replaces_a_stored_value_and_is_invalid_leaves_none_behind(client, draft):
    send(client, step_url(draft, "problem"), {"age_from": "10", "age_until": "24"})
    send(client, step_url(draft, "problem"), {"age_from": "30", "age_until": "24"})
    draft.refresh_from_db()
    assert (draft.age_from, draft.age_until) == (30, None)


def test_html_in_a_text_stays_text(client, draft):
    text = "<script>alert(1)</script> & <b>negrita</b>"
    send(client, step_url(draft, "problem"), {"diagnosis": text})
    draft.refresh_from_db()
    assert draft.diagnosis_es == text
    for url in (step_url(draft, "problem"), f"/en/practices/drafts/{draft.uuid}/preview/"):
        assert "<script>alert(1)" not in client.get(url).content.decode()


def test_numbers_are_read_as_people_write_them(client, draft):
    for typed in ("70000", "70.000", "70,000", "70 000", "70\u00a0000"):
        send(client, step_url(draft, "problem"), {"reached_from": typed})
        draft.refresh_from_db()
        assert draft.reached_from == 70000


def test_the_organization_is_renamed_while_it_is_being_typed(client, draft):
    from network.models import Organization  # late: only here

    url = step_url(draft, "identity")
    before = Organization.objects.count()
    data = read_form(client, url) | {"organization": "", "_autosave": "1"}
    for name in ("M", "Muni", "Municipalidad de Mixco"):
        answer = client.post(url, data | {"organization_name": name})
        data["revision"] = answer.json()["revision"]
    draft.refresh_from_db()
    assert draft.organization.name == "Municipalidad de Mixco"
    assert not draft.organization.is_verified
    assert Organization.objects.count() == before + 1


def test_the_title_may_be_in_another_language_than_the_text(client, draft):
    send(client, step_url(draft, "identity"), {"title": "Stop Now And Plan", "title_language": "en"})
    draft.refresh_from_db()
    assert (draft.title_en, draft.title_es, draft.title_language) == ("Stop Now And Plan", "", "en")
    assert 'value="Stop Now And Plan"' in client.get(step_url(draft, "identity")).content.decode()


def test_a_list_without_its_counters_changes_nothing(client, draft):
    draft.building_blocks.create(name_es="Mesa", source_language="es")
    answer = client.post(step_url(draft, "action"), {"objectives": "Menos.", "revision": draft.revision})
    assert answer.status_code == 422
    assert draft.building_blocks.count() == 1


def test_five_thousand_rows_are_refused_and_none_is_made(client, draft):
    data = {"outcomes-TOTAL_FORMS": "5000", "outcomes-INITIAL_FORMS": "0", "outcomes-4999-indicator": "x"}
    answer = client.post(step_url(draft, "results"), data | {"revision": draft.revision})
    assert answer.status_code == 422
    assert draft.outcomes.count() == 0
