"""The doors of the desk in the same moment: real threads, real requests, the real database."""

from collections import Counter

import pytest

from fund.models import DraftEntry, Entry, Pledge
from network.choices import Role
from tests.at_once import at_once
from tests.factories import UserFactory
from tests.factories.fund import make_small_fund

from .conftest import contribution, sign_in, today

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def small(transactional_db):
    return make_small_fund()


def statuses(answers):
    return Counter(answer.status_code for answer in answers)


def test_a_form_sent_twice_at_once_makes_one_draft(small):
    form, clients = contribution(small), [sign_in(small.officer) for _time in range(3)]
    answers = at_once(
        *[lambda each=each: each.post("/en/fund/desk/new/contribution/", form) for each in clients]
    )
    assert statuses(answers) == {302: 3}
    assert {answer["Location"] for answer in answers} == {DraftEntry.objects.get().get_absolute_url()}


def test_a_pledge_sent_twice_at_once_is_recorded_once(small):
    day = {key.replace("event_on", "announced_on"): value for key, value in today().items()}
    form = {
        **day,
        "key": "0c5c7a7e-4f3e-4c7e-9d1c-2f4b5a6c7d8e",
        "donor": small.donor.pk,
        "kind": "financial",
        "amount": "5.00",
        "amount_currency": "USD",
        "source": "Letter",
    }
    clients = [sign_in(small.officer) for _time in range(3)]
    answers = at_once(
        *[lambda each=each: each.post("/en/fund/desk/giving/new/pledge/", form) for each in clients]
    )
    assert statuses(answers) == {302: 3}
    assert Pledge.objects.count() == 1


def test_two_approvers_at_once_post_one_entry_and_the_other_is_told(small):
    draft = small.draft(small.contribution())
    clients = [sign_in(person) for person in (small.approver, UserFactory(roles=[Role.FUND_APPROVER]))]
    page, read = f"{draft.get_absolute_url()}approve/", bytes(draft.content_hash).hex()
    keys = ("0c5c7a7e-4f3e-4c7e-9d1c-2f4b5a6c7d81", "0c5c7a7e-4f3e-4c7e-9d1c-2f4b5a6c7d82")
    answers = at_once(
        *[
            lambda each=each, key=key: each.post(page, {"seen": read, "key": key})
            for each, key in zip(clients, keys, strict=True)
        ]
    )
    assert statuses(answers) == {302: 1, 409: 1}
    assert Entry.objects.count() == 1


def test_approval_and_return_at_once_decide_once(small):
    draft = small.draft(small.contribution())
    clients = [sign_in(person) for person in (small.approver, UserFactory(roles=[Role.FUND_APPROVER]))]
    page, seen = draft.get_absolute_url(), {"seen": bytes(draft.content_hash).hex()}
    answers = at_once(
        lambda: clients[0].post(f"{page}approve/", seen | {"key": "0c5c7a7e-4f3e-4c7e-9d1c-2f4b5a6c7d83"}),
        lambda: clients[1].post(f"{page}return/", seen | {"reason": "Which year?"}),
    )
    assert statuses(answers) == {302: 1, 409: 1}
    assert (DraftEntry.objects.get().state == "posted") == (Entry.objects.count() == 1)
