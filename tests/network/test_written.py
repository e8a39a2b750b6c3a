"""Selections that are written once find what Django would find, each time anew."""

import datetime as dt

import pytest
from django.contrib.sessions.backends.db import SessionStore as DjangosStore
from django.db import connection
from django.utils import timezone

from network.choices import Role
from network.config.sessions import SessionStore
from network.models import RoleGrant, User
from network.querysets.written import Written
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_each_asking_finds_what_belongs_to_its_values(django_assert_num_queries):
    people = [UserFactory(full_name=name) for name in ("Ana", "Rui")]
    named = Written(lambda pk, name: User.objects.filter(pk=pk, full_name=name), int, str)
    with django_assert_num_queries(3):
        assert named.records(people[0].pk, "Ana") == [people[0]]
        assert named.records(people[1].pk, "Rui")[0].full_name == "Rui"
        assert named.records(people[1].pk, "Ana") == []


def test_related_records_come_with_it(django_assert_num_queries, guatemala):
    grant = RoleGrant.objects.create(user=UserFactory(), role=Role.CONTRIBUTOR, state=guatemala, reason="x")
    asked = Written(lambda pk: RoleGrant.objects.filter(pk=pk).select_related("state"), int)
    with django_assert_num_queries(1):
        assert asked.records(grant.pk)[0].state.name_es == "Guatemala"


def test_any_number_of_keys_and_columns_alone():
    people = [UserFactory(full_name=name) for name in ("Ana", "Rui", "Zoé")]
    asked = Written(
        lambda keys: User.objects.filter(pk__in=Written.any_of(keys)).order_by("pk").values_list("full_name"),
        list,
    )
    assert asked.rows([people[0].pk, people[2].pk]) == [("Ana",), ("Zoé",)]
    assert asked.rows([people[1].pk]) == [("Rui",)]
    assert asked.rows([]) == []


@pytest.mark.parametrize(("planned_once", "plans"), [(True, 1), (False, 0)])
def test_a_selection_may_be_planned_for_its_values_each_time(planned_once, plans):
    found = Written(lambda name: User.objects.filter(full_name=name), str, planned_once=planned_once)
    person = UserFactory(full_name="Ana")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%full_name%'")
        (before,) = cursor.fetchone()
        assert found.records("Ana") == [person]
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%full_name%'")
        assert cursor.fetchone()[0] - before == plans


def test_no_selection_keeps_the_hour_of_its_first_asking():
    kept = Written(lambda pk: RoleGrant.objects.filter(pk=pk, starts_at__lte=timezone.now()), int)
    with pytest.raises(ValueError, match="day of its first asking"):
        kept.records(1)


def test_a_column_that_a_migration_adds_meanwhile_does_no_harm():
    person, found = UserFactory(), Written(lambda pk: User.objects.filter(pk=pk), int)
    assert found.records(person.pk) == [person]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE network_user ADD COLUMN added_meanwhile int")
    assert found.records(person.pk) == [person]


@pytest.mark.parametrize(
    ("change", "in_force"),
    [
        ({}, True),
        (
            {
                "starts_at": timezone.now() - dt.timedelta(hours=1),
                "ends_at": timezone.now() - dt.timedelta(minutes=1),
            },
            False,
        ),
        ({"ends_at": timezone.now() + dt.timedelta(hours=1)}, True),
        ({"starts_at": timezone.now() + dt.timedelta(hours=1)}, False),
        ({"revoked_at": timezone.now()}, False),
        ({"attestation_due_on": dt.date(2020, 1, 1)}, False),
        ({"attestation_due_on": timezone.localdate() - dt.timedelta(days=29)}, True),
        ({"state_id": "VE"}, False),
    ],
)
def test_the_grants_of_a_person_are_those_in_force(change, in_force):
    person = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    RoleGrant.objects.filter(user=person).update(**change)
    person = User.objects.get(pk=person.pk)
    assert person.has_role(Role.FOCAL_POINT) is in_force
    assert person.grants == list(person.role_grants.effective())


def test_a_session_that_has_ended_is_not_found():
    session = DjangosStore()
    session["a"] = 1
    session.create()
    assert SessionStore(session.session_key)["a"] == 1
    session.set_expiry(-1)
    session.save()
    ended = SessionStore(session.session_key)
    assert "a" not in ended
    assert ended.session_key is None
