"""People of the desk, signed in, and forms as a browser sends them."""

import time
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone


def sign_in(user, *, just_now=True):
    """A browser of this person's; with `just_now` the password was given a moment ago."""
    client = Client()
    client.force_login(user, backend="network.services.signing_in.AuthenticationBackend")
    if just_now:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return client


@pytest.fixture
def officer(small_fund):
    return sign_in(small_fund.officer)


@pytest.fixture
def approver(small_fund):
    return sign_in(small_fund.approver)


@pytest.fixture
def auditor(small_fund):
    return sign_in(small_fund.auditor)


def today(**more):
    """The three inputs of a date, with today's."""
    day = timezone.localdate()
    return {"event_on_day": day.day, "event_on_month": day.month, "event_on_year": day.year, **more}


def contribution(small_fund, **more):
    """A contribution as the form sends it."""
    sent = today(
        key=str(uuid4()),
        donor=small_fund.donor.pk,
        agreement="",
        amount="1,005.00",
        amount_currency="USD",
        earmark="",
        description="A contribution",
        language="en",
        party="",
    )
    return {name: value for name, value in (sent | more).items() if value is not None}
