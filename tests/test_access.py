"""Who gets what at which address: every address × method × kind of person, from tests/access/matrix.txt.

A new address needs rows there; the message of the first test says which. Write what each person must get,
then run: a row shows what is expected and what comes.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from tests.access.matrix import ADMINISTRATION, DRAW_ALL, Row, addresses, path_of, rows, status_of, statuses
from tests.access.world import PEOPLE, World, make_world
from tests.factories import UserFactory
from tests.plainly import plain_running

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("access")]  # one world for all rows
ROWS: dict[str, list[Row]] = defaultdict(list)
for _row in rows():
    ROWS[_row.address].append(_row)
PAGES = sorted(name for name in addresses() if not name.startswith(ADMINISTRATION))
ADMIN = sorted(name for name in addresses() if name.startswith(ADMINISTRATION))
REFUSED = {302, 403, 404, 405}  # sent to the sign-in page, forbidden, nothing there, no such method


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all rows; what a request changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
    cache.clear()  # the next test has another world


def test_every_address_has_rows_for_reading_and_writing_and_no_row_is_left_over() -> None:
    """A page, an action or an address of the API without a rule for each person fails here."""
    missing = [
        f"{name} {method}"
        for name in PAGES
        for method in ("GET", "POST")
        if not any(row.method == method for row in ROWS[name])
    ]
    assert missing == []
    assert sorted(set(ROWS) - set(PAGES)) == []


def test_no_row_allows_a_fault() -> None:
    """No person may expect a 500 anywhere."""
    assert [row for name in ROWS for row in ROWS[name] if 500 in row.expected] == []


@pytest.mark.parametrize("address", PAGES)
def test_everybody_gets_what_the_table_says(world: World, address: str) -> None:
    """Visitor, member, outsiders, author, colleague, focal point, screener, manager."""
    for row in ROWS[address]:
        with nullcontext() if DRAW_ALL else plain_running(world.known):
            got = row._replace(expected=statuses(row, world))
        assert str(got) == str(row), f"\n{row}\n{got}\n{' '.join(PEOPLE)}"


@pytest.mark.parametrize("address", PAGES)
def test_other_methods_open_no_more_than_reading_and_writing(world: World, address: str) -> None:
    """PUT, PATCH and DELETE are refused, or answered as a form without input is."""
    first = ROWS[address][0]
    path = path_of(first, world)
    for name in ("visitor", "manager"):
        place = PEOPLE.index(name)
        known = {row.expected[place] for row in ROWS[address]} - {301, 302}
        for method in ("PUT", "PATCH", "DELETE"):
            with plain_running(world.known):
                status = status_of(first._replace(method=method), world.clients[name], path)
            assert status in REFUSED | known, f"{method} {address} as {name}: {status}"


@pytest.mark.parametrize("address", ADMIN)
def test_nobody_enters_the_administration_of_the_database_by_a_role_of_the_portal(
    world: World, address: str
) -> None:
    """It takes an account that is marked for it."""
    arguments = {"app_label": "network", "object_id": "1", "content_type_id": 1, "url": "x"}
    for names in addresses()[address]:
        path = (
            reverse(address, kwargs={name: arguments[name] for name in names})
            if _named(address)
            else "/admin/x"
        )
        for method in ("GET", "POST"):
            for name in ("visitor", "manager"):  # who may least and who may most
                status = status_of(Row(address, "-", method, ()), world.clients[name], path)
                assert status in REFUSED, f"{method} {path} as {name}: {status}"


def _named(address: str) -> bool:
    return "." not in address


def test_a_closed_account_is_a_visitor(world: World) -> None:
    """Whoever was signed in when the account was closed loses everything at once."""
    world.people["manager"].is_active = False
    world.people["manager"].save()
    row = Row("practices:desk", "-", "GET", ())
    assert status_of(row, world.clients["manager"], path_of(row, world)) == 302


def test_a_role_of_a_state_that_takes_no_part_opens_nothing(world: World) -> None:
    """Venezuela's grants are not in force."""
    row = Row("practices:new", "-", "GET", ())
    from django.test import Client

    from network.models import RoleGrant

    person = UserFactory()
    RoleGrant.objects.create(user=person, role="focal_point", state_id="VE", reason="test")
    client = Client()
    client.force_login(person)
    assert status_of(row, client, path_of(row, world)) == 404
