"""Donors, pledges, agreements and projects are recorded once, however often the form is sent."""

from decimal import Decimal
from uuid import uuid4

import pytest

from fund.models import Agreement, Donor, Pledge, Project
from network.choices import Role
from tests.factories import OrganizationFactory, UserFactory

from .conftest import sign_in, today

pytestmark = pytest.mark.django_db
NEW = "/en/fund/desk/giving/new/"
GIVING, PROJECTS = 7, 5


def day(name):
    return {key.replace("event_on", name): value for key, value in today().items()}


@pytest.fixture
def forms(small_fund):
    """Each document as its form sends it."""
    key = {"key": str(uuid4())}
    money = {"amount": "45,000.00", "amount_currency": "USD"}
    return {
        "donor": {
            **key,
            "organization": OrganizationFactory(name="A bank").pk,
            "name": "A bank",
            "name_language": "es",
        },
        "pledge": {
            **key,
            **money,
            **day("announced_on"),
            "donor": small_fund.donor.pk,
            "kind": "financial",
            "source": "MISPA IX",
        },
        "agreement": {
            **key,
            **money,
            **day("signed_on"),
            "donor": small_fund.donor.pk,
            "reference": "AC-2026-01",
            "kind": "financial",
            "language": "fr",
            "stipulation": "restriction",
            "earmark": f"project:{small_fund.project.pk}",
            "icr_rate": "7",
        },
        "project": {
            **key,
            **day("starts_on"),
            "identifier": "VF-2026-09",
            "source_language": "es",
            "title": "Datos",
            "summary": "Analistas aprenden.",
            "state": "planned",
            "practices": "GP-2026-0001, GP-2026-0002",
        },
    }


MODELS = {"donor": Donor, "pledge": Pledge, "agreement": Agreement, "project": Project}


@pytest.mark.parametrize("what", MODELS)
def test_a_form_sent_twice_records_once(officer, forms, what):
    before = MODELS[what].objects.count()
    assert officer.get(f"{NEW}{what}/").status_code == 200
    first, again = (officer.post(f"{NEW}{what}/", forms[what]) for _time in range(2))
    assert first.status_code == 302, first.context["form"].errors
    assert first["Location"] == again["Location"]
    assert MODELS[what].objects.count() == before + 1


@pytest.mark.parametrize("what", MODELS)
def test_an_empty_form_says_what_is_missing(officer, forms, what):
    answer = officer.post(f"/es/fund/desk/giving/new/{what}/", {"key": forms[what]["key"]})
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert officer.post(f"{NEW}{what}/", forms[what]).status_code == 302  # the key is still free


@pytest.mark.parametrize("what", MODELS)
def test_only_officers_record(forms, what, approver, auditor, small_fund):
    before = MODELS[what].objects.count()
    for client in (approver, auditor, sign_in(UserFactory(roles=[Role.STAFF_MANAGER]))):
        assert client.post(f"{NEW}{what}/", forms[what]).status_code == 404
    assert MODELS[what].objects.count() == before


def test_an_agreement_keeps_its_terms(officer, forms, small_fund):
    officer.post(f"{NEW}agreement/", forms["agreement"])
    agreement = Agreement.objects.get()
    assert (agreement.amount, agreement.icr_rate, agreement.language) == (4_500_000, Decimal("0.07"), "fr")
    assert agreement.earmark.project == small_fund.project
    draft = officer.get(f"/fr/fund/desk/new/contribution/?agreement={agreement.pk}")
    assert draft.context["form"]["agreement"].value() == agreement.pk
    assert draft.context["form"]["donor"].value() == small_fund.donor.pk


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"icr_rate": "0"}, "icr_exemption"),
        ({"icr_rate": "100"}, "icr_rate"),
        ({"icr_rate": "-1"}, "icr_rate"),
        ({"amount": "-5"}, "amount"),
        ({"signed_on_year": "2999"}, "signed_on"),
        ({"reference": ""}, "reference"),
    ],
)
def test_faults_of_an_agreement_are_said_at_their_field(officer, forms, sent, field):
    answer = officer.post(f"{NEW}agreement/", forms["agreement"] | sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}


def test_a_reference_is_used_once(officer, forms):
    officer.post(f"{NEW}agreement/", forms["agreement"])
    answer = officer.post(f"{NEW}agreement/", forms["agreement"] | {"key": str(uuid4())})
    assert "Another agreement has this reference." in answer.content.decode()


def test_the_portals_own_rate_is_put_into_the_form_where_one_is_set(officer, settings):
    assert officer.get(f"{NEW}agreement/").context["form"]["icr_rate"].value() in (None, "")
    settings.FUND_DEFAULT_ICR_PERCENT = "7"
    assert officer.get(f"{NEW}agreement/").context["form"]["icr_rate"].value() in (7, "7")


def test_a_donor_is_a_states_or_an_organizations(officer, forms):
    both = forms["donor"] | {"state": "CL"}
    assert "one of them" in officer.post(f"{NEW}donor/", both).content.decode()
    neither = {name: value for name, value in forms["donor"].items() if name != "organization"}
    assert "one of them" in officer.post(f"{NEW}donor/", neither).content.decode()


def test_a_project_is_changed_and_keeps_its_identifier(officer, approver, forms, small_fund):
    page = f"/en/fund/desk/projects/{small_fund.project.pk}/"
    assert officer.get(page).status_code == 200
    assert approver.get(page).status_code == 404
    form = forms["project"] | {"identifier": "OTHER", "source_language": "en", "topics": ["youth"]}
    assert officer.post(page, form).status_code == 302
    small_fund.project.refresh_from_db()
    assert small_fund.project.identifier == "VF-2026-01"
    assert small_fund.project.title_en == "Datos"
    assert [topic.pk for topic in small_fund.project.topics.all()] == ["youth"]


def test_a_pledge_is_withdrawn(officer, approver, forms):
    officer.post(f"{NEW}pledge/", forms["pledge"])
    page = f"/en/fund/desk/pledges/{Pledge.objects.get().pk}/withdraw/"
    assert approver.post(page).status_code == 404
    assert officer.post(page).status_code == 302
    assert Pledge.objects.get().state == "withdrawn"


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_ask_as_often_for_three_as_for_one(officer, forms, count, django_assert_num_queries):
    for number in range(count):
        for what, form in forms.items():
            own = {
                "key": str(uuid4()),
                "reference": f"R{number}",
                "identifier": f"I{number}",
                "name": f"N{number}",
            }
            assert officer.post(f"{NEW}{what}/", form | own).status_code == 302
    for language in ("en", "es", "fr", "pt"):
        for name in ("giving", "projects", "periods", "bank"):
            assert officer.get(f"/{language}/fund/desk/{name}/").status_code == 200
    with django_assert_num_queries(GIVING):
        assert officer.get("/en/fund/desk/giving/").status_code == 200
    with django_assert_num_queries(PROJECTS):
        assert officer.get("/en/fund/desk/projects/").status_code == 200
