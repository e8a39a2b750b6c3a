"""Once a year who speaks for a party says that its offer or request stands; else it is hidden."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from network.models import User
from network.notifications.models import Notification
from network.search.models import SearchRow
from tests.factories import OfferFactory
from training_catalogue.choices.assistance import RecordedBy
from training_catalogue.models import Assistance
from training_catalogue.services.assistance.confirming import (
    ask_about_assistance,
    hide_unconfirmed_assistance,
)
from training_catalogue.services.assistance.following import follow_assistance
from training_catalogue.services.assistance.way import take_step

pytestmark = pytest.mark.django_db


def days_ago(number: int) -> object:
    """A day (UTC)."""
    return timezone.now().date() - timedelta(days=number)


def test_an_offer_is_asked_about_after_a_year_then_hidden_then_seen_again(
    client: Client, focal_point_of_guatemala: User, focal_point_of_chile: User
) -> None:
    offer = OfferFactory(confirmed_on=days_ago(366), title_es="Apoyo para un observatorio")
    OfferFactory(confirmed_on=days_ago(364))
    OfferFactory(confirmed_on=None, recorded_by=RecordedBy.RAPPORTEUR, source_document="A report")
    follow_assistance(offer)
    assert (ask_about_assistance(), ask_about_assistance()) == (1, 0)
    (told,) = Notification.objects.all()
    assert (told.verb, told.recipient) == ("assistance.confirm", focal_point_of_guatemala)
    assert told.context == {"days": 366}
    client.force_login(focal_point_of_guatemala)
    assert "1 offer or request is to be confirmed" in client.get("/en/me/").content.decode()
    assert hide_unconfirmed_assistance() == 0
    Assistance.objects.filter(pk=offer.pk).update(reminded_on=days_ago(31))
    assert (hide_unconfirmed_assistance(), hide_unconfirmed_assistance()) == (1, 0)
    offer.refresh_from_db()
    assert offer.state == "hidden"
    assert Notification.objects.filter(verb="assistance.hidden").count() == 1
    assert Client().get(offer.get_absolute_url()).status_code == 404
    assert not SearchRow.objects.filter(kind="offer", object_id=offer.pk).exists()
    text = client.get(offer.get_absolute_url()).content.decode()
    assert "Confirm that it stands" in text
    other = Client()
    other.force_login(focal_point_of_chile)
    address = f"/en/training/assistance/{offer.pk}/step/confirm/"
    assert other.post(address).status_code == 404
    assert client.post(address).status_code == 302
    offer.refresh_from_db()
    assert (offer.state, offer.confirmed_on, offer.reminded_on) == ("published", days_ago(0), None)
    assert Client().get(offer.get_absolute_url()).status_code == 200
    assert SearchRow.objects.filter(kind="offer", object_id=offer.pk).exists()
    assert "The portal" in client.get(offer.get_absolute_url()).content.decode()


def test_what_is_confirmed_in_time_is_not_hidden(focal_point_of_guatemala: User) -> None:
    offer = OfferFactory(confirmed_on=days_ago(400), reminded_on=days_ago(31))
    take_step(record=offer, by=focal_point_of_guatemala, verb="confirm")
    assert hide_unconfirmed_assistance() == 0
    assert ask_about_assistance() == 0
