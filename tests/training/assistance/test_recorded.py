"""What was recorded of offers, demands and calls at the ministers' meetings, as the portal holds it.

What the Secretariat asked of all member states stands among requests as that; no single offer meets it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from network.models import User
from tests.factories import OfferFactory
from training_catalogue.choices.assistance import RecordedBy
from training_catalogue.models import Assistance, Match
from training_catalogue.services.loading import load_assistance
from training_catalogue.services.matching.proposing import find_matches
from training_catalogue.services.needs.gaps import gaps

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("recorded"),
    pytest.mark.xdist_group("recorded offers and demands"),
]
LANGUAGES = ("en", "es", "fr", "pt")


@pytest.fixture(scope="module")
def recorded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load_assistance() == (24, 9)
        yield
        transaction.set_rollback(True)
        cache.clear()  # the next test has another world


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def test_twice_loaded_is_there_once() -> None:
    assert load_assistance() == (0, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_recorded_offers_and_demands_stand_in_the_list_with_their_source(
    client: Client, language: str
) -> None:
    """In four languages; the page says who recorded it."""
    page = client.get(f"/{language}/training/assistance/").content.decode()
    assert page.count('<article class="record') == 10
    asked_for = client.get(f"/{language}/training/assistance/?kind=request").content.decode()
    assert asked_for.count('<article class="record') == 14
    record = Assistance.objects.get(country="HN")
    text = client.get(record.get_absolute_url().replace("/en/", f"/{language}/")).content.decode()
    assert "Report of the Rapporteur, MISPA-V" in text
    said = {
        "en": "has not confirmed it",
        "es": "no lo ha confirmado",
        "fr": "ne l’a pas confirmé",
        "pt": "não o confirmou",
    }
    assert said[language] in text
    for address in ("gaps", "needs", "cooperations"):
        assert client.get(f"/{language}/training/{address}/").status_code == 200


def test_an_organization_asks_as_itself(client: Client) -> None:
    """CARICOM IMPACS is no state."""
    record = Assistance.objects.get(organization__name="CARICOM IMPACS")
    assert "CARICOM IMPACS" in client.get(f"/en/training/assistance/{record.pk}/").content.decode()


def test_what_the_rapporteur_recorded_is_not_reworded_by_the_state(client: Client, antigua: User) -> None:
    """The state closes or withdraws it; its words stay those of the report."""
    record = Assistance.objects.filter(country="AG", kind="request").get()
    client.force_login(antigua)
    assert client.get(f"/en/training/assistance/{record.pk}/edit/").status_code == 404
    assert client.post(f"/en/training/assistance/{record.pk}/step/close/").status_code == 302
    record.refresh_from_db()
    assert record.state == "closed"


def test_the_five_calls_of_the_secretariat_are_loaded_as_what_they_are(client: Client) -> None:
    calls = Assistance.objects.filter(recorded_by=RecordedBy.CALL).order_by("pk")
    assert len(calls) == 5
    assert {(call.kind, call.state, str(call.party), call.is_recorded) for call in calls} == {
        ("request", "published", "General Secretariat of the Organization of American States", True)
    }
    last = calls[4]
    assert (last.reported_by, last.source_place) == ("Department of Public Security", "")
    assert last.source_document.endswith("MISPA V/INF.5/15")
    text = client.get(f"/es/training/assistance/{calls[0].pk}/").content.decode()
    assert "Secretary General of the OAS" in text
    assert "1.b" in text
    listed = client.get("/api/v1/training/requests/?origin=call&fields=id,recorded_by").json()["results"]
    assert {row["id"] for row in listed} == {call.pk for call in calls}


def test_a_call_is_matched_with_nothing_and_counted_as_nobody_s_need() -> None:
    topic = "technology"
    before = next((gap.requests for gap in gaps() if gap.topic == topic), 0)
    offer = OfferFactory(topics=[topic, "technical-assistance"])
    find_matches(record=offer.pk)
    for call in Assistance.objects.filter(recorded_by=RecordedBy.CALL):
        assert find_matches(record=call.pk) == []
    assert not Match.objects.filter(request__recorded_by=RecordedBy.CALL).exists()
    Assistance.objects.filter(recorded_by=RecordedBy.CALL).delete()
    assert next((gap.requests for gap in gaps() if gap.topic == topic), 0) == before
