"""Holders of an office are reminded to confirm it, and told when it stops; so are staff."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.choices import Role, StateStatus
from network.models import MemberState, RoleGrant
from network.notifications.models import Notification
from network.services import confirm_attestation
from network.services.attestations import remind_of_attestations
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    return UserFactory(language="es", roles=[(Role.FOCAL_POINT, "GT")])


def due_in(holder, days):
    due = timezone.localdate() + timedelta(days=days)
    RoleGrant.objects.filter(user=holder).update(attestation_due_on=due)
    return RoleGrant.objects.get(user=holder)


def told(holder):
    return list(Notification.objects.filter(recipient=holder).order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("days", "verbs"),
    [
        (31, []),
        (30, ["network.attestation_due"]),
        (8, ["network.attestation_due"]),
        (7, ["network.attestation_due"]),
        (0, ["network.attestation_due"]),
        (-1, ["network.attestation_overdue"]),
        (-30, ["network.attestation_overdue"]),
        (-31, ["network.role_stopped"]),
        (-100, []),
    ],
)
def test_what_is_told_how_many_days_before_and_after(holder, days, verbs):
    due_in(holder, days)
    remind_of_attestations()
    remind_of_attestations()  # a run more changes nothing
    assert told(holder) == verbs


def test_over_the_weeks_each_reminder_comes_once(holder):
    for days in (40, 30, 29, 15, 7, 6, 0, -1, -29, -31, -40):
        due_in(holder, days)
        Notification.objects.update(once="")  # the day is part of the key: here it moves instead of the clock
        due = RoleGrant.objects.get(user=holder)
        remind_of_attestations()
        assert told(holder)[-1:] != [] or days == 40, due


def test_two_reminders_before_the_day_and_none_after_it_is_confirmed(holder, monkeypatch):
    grant = due_in(holder, 30)
    remind_of_attestations()
    today = timezone.localdate()
    monkeypatch.setattr(
        "network.services.attestations.timezone.localdate", lambda: today + timedelta(days=24)
    )
    remind_of_attestations()
    assert told(holder) == ["network.attestation_due"] * 2
    confirm_attestation(grant=grant, by=holder)
    remind_of_attestations()
    assert told(holder) == ["network.attestation_due"] * 2


def test_staff_are_told_of_a_role_that_stopped_and_others_are_not(holder):
    manager, member = UserFactory(roles=[Role.STAFF_MANAGER]), UserFactory(roles=[Role.MEMBER])
    due_in(holder, -31)
    assert remind_of_attestations() == 2
    assert told(manager) == ["network.role_unconfirmed"]
    assert told(member) == []


@pytest.mark.parametrize("change", ["revoked", "suspended", "state"])
def test_nobody_is_reminded_of_what_has_ended(holder, change):
    grant = due_in(holder, 7)
    if change == "revoked":
        RoleGrant.objects.filter(pk=grant.pk).update(revoked_at=timezone.now())
    elif change == "suspended":
        type(holder).objects.filter(pk=holder.pk).update(is_active=False)
    else:
        MemberState.objects.filter(pk="GT").update(status=StateStatus.WITHDRAWN)
    assert remind_of_attestations() == 0


@pytest.mark.parametrize("days", [7, -1, -31])
def test_the_letter_is_in_the_holders_language_and_names_role_and_day(holder, letters, days):
    grant = due_in(holder, days)
    remind_of_attestations()
    letter = letters()[-1]
    assert letter.to == [f"{holder.full_name} <{holder.email}>"]
    assert "Guatemala" in letter.subject
    assert str(grant.attestation_due_on.year) in letter.body
    assert "List-Unsubscribe" not in letter.extra_headers  # it concerns the account: always sent
