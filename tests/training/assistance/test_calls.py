"""What the Secretariat asked of all member states stands among requests as that; no single offer meets it."""

import pytest
from django.test import Client

from tests.factories import OfferFactory
from training_catalogue.choices.assistance import RecordedBy
from training_catalogue.models import Assistance, Match
from training_catalogue.services.loading import load_assistance
from training_catalogue.services.matching.proposing import find_matches
from training_catalogue.services.needs.gaps import gaps

pytestmark = pytest.mark.django_db


def test_the_five_calls_of_the_secretariat_are_loaded_as_what_they_are(client: Client) -> None:
    load_assistance()
    assert load_assistance() == (0, 0)
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
    load_assistance()
    topic = "technology"
    before = next((gap.requests for gap in gaps() if gap.topic == topic), 0)
    offer = OfferFactory(topics=[topic, "technical-assistance"])
    find_matches(record=offer.pk)
    for call in Assistance.objects.filter(recorded_by=RecordedBy.CALL):
        assert find_matches(record=call.pk) == []
    assert not Match.objects.filter(request__recorded_by=RecordedBy.CALL).exists()
    Assistance.objects.filter(recorded_by=RecordedBy.CALL).delete()
    assert next((gap.requests for gap in gaps() if gap.topic == topic), 0) == before
