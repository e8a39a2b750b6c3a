"""From the officer's form to the posted entry, through the pages."""

from uuid import uuid4

import pytest

from fund.choices import DraftState, EntryKind
from fund.forms import SHAPES
from fund.models import DraftEntry, DraftStep, Entry
from fund.services import composing
from fund.services.drafting import draft_entry
from network.choices import Role
from network.notifications.models import Notification
from tests.factories import UserFactory
from tests.factories.fund import make_varied, words

from .conftest import contribution, sign_in

pytestmark = pytest.mark.django_db
NEW = "/en/fund/desk/new/contribution/"
BOARD, DRAFT = 8, 12


def seen(draft, **more):
    return {"seen": bytes(draft.content_hash).hex(), "key": str(uuid4()), **more}


@pytest.fixture
def draft(small_fund, officer):
    """A contribution that the officer has drafted by the form."""
    assert officer.post(NEW, contribution(small_fund)).status_code == 302
    return DraftEntry.objects.get()


@pytest.fixture
def submitted(draft, officer):
    assert officer.post(f"{draft.get_absolute_url()}submit/").status_code == 302
    draft.refresh_from_db()
    return draft


def test_a_draft_goes_to_the_approver_comes_back_and_is_posted(small_fund, officer, approver, draft):
    page = draft.get_absolute_url()
    assert draft.leg_amounts == [100_500, -100_500]
    officer.post(f"{page}submit/")
    assert Notification.objects.get(recipient=small_fund.approver).verb == "fund.submitted"
    draft.refresh_from_db()
    answer = approver.post(f"{page}return/", seen(draft, reason="The amount is 1,500."))
    assert answer.status_code == 302
    assert Notification.objects.get(recipient=small_fund.officer).verb == "fund.returned"
    assert "The amount is 1,500." in officer.get(page).content.decode()

    assert 'value="1005.00"' in officer.get(f"{page}edit/").content.decode()
    officer.post(f"{page}edit/", contribution(small_fund, amount="1,500.00", key=None))
    officer.post(f"{page}submit/")
    draft.refresh_from_db()
    answer = approver.post(f"{page}approve/", seen(draft))
    assert answer.status_code == 302
    assert answer["Location"] == "/en/fund/entries/1/"
    assert [leg.amount for leg in Entry.objects.get().legs.all()] == [150_000, -150_000]
    assert [step.step for step in DraftStep.objects.all()] == ["submitted", "returned", "submitted"]
    history = officer.get(page).content.decode()
    assert "Posted as entry No. 1" in history
    assert "The amount is 1,500." in history


def test_a_form_that_is_sent_twice_makes_one_draft(small_fund, officer):
    form = contribution(small_fund)
    first, again = officer.post(NEW, form), officer.post(NEW, form)
    assert first["Location"] == again["Location"]
    assert DraftEntry.objects.count() == 1


def test_a_form_sent_again_with_other_content_says_so_and_loses_nothing(small_fund, officer):
    form = contribution(small_fund)
    officer.post(NEW, form)
    answer = officer.post(NEW, form | {"amount": "2,000.00"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "sent before, with other content" in page
    assert DraftEntry.objects.get().get_absolute_url() in page
    assert 'value="2,000.00"' in page
    assert form["key"] not in page


def test_the_empty_form_carries_a_key_of_its_own(officer):
    keys = [officer.get(NEW).context["form"]["key"].value() for _time in range(2)]
    assert keys[0] != keys[1]


def test_what_changed_after_it_was_read_is_not_posted(small_fund, officer, approver, submitted):
    page, read = submitted.get_absolute_url(), seen(submitted)
    officer.post(f"{page}take-back/")
    officer.post(f"{page}edit/", contribution(small_fund, amount="9.00", key=None))
    officer.post(f"{page}submit/")
    answer = approver.post(f"{page}approve/", read)
    assert answer.status_code == 409
    assert "changed after you opened it" in answer.content.decode()
    assert Entry.objects.count() == 0
    assert approver.post(f"{page}return/", read | {"reason": "No"}).status_code == 409


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_nobody_approves_a_draft_of_their_own(small_fund, language):
    both = UserFactory(roles=[Role.FUND_OFFICER, Role.FUND_APPROVER])
    client = sign_in(both)
    draft = draft_entry(facts=small_fund.contribution(), by=both, key=uuid4(), submit=True)
    page = f"/{language}/fund/desk/drafts/{draft.public_id}/"
    shown = client.get(page)
    assert "/approve/" not in shown.content.decode()
    assert shown.context["may"]["own"]
    answer = client.post(f"{page}approve/", seen(draft))
    assert answer.status_code == 422
    assert Entry.objects.count() == 0
    assert client.post(f"{page}return/", seen(draft, reason="Mine")).status_code == 404


def test_a_second_approver_who_comes_late_is_told(small_fund, approver, submitted):
    late = sign_in(UserFactory(roles=[Role.FUND_APPROVER]))
    page = submitted.get_absolute_url()
    assert approver.post(f"{page}approve/", seen(submitted)).status_code == 302
    answer = late.post(f"{page}approve/", seen(submitted))
    assert answer.status_code == 409
    assert "not waiting for approval any more" in answer.content.decode()
    assert Entry.objects.count() == 1


def test_the_approval_sent_twice_leads_to_the_same_entry(approver, submitted):
    page, form = f"{submitted.get_absolute_url()}approve/", seen(submitted)
    assert approver.post(page, form)["Location"] == approver.post(page, form)["Location"]
    assert Entry.objects.count() == 1


def test_approving_asks_who_it_is_and_then_posts(small_fund, submitted):
    client = sign_in(small_fund.approver, just_now=False)
    answer = client.post(f"{submitted.get_absolute_url()}approve/", seen(submitted))
    assert answer.status_code == 302
    assert "/reauthenticate/" in answer["Location"]
    assert Entry.objects.count() == 0
    from tests.factories.people import PASSWORD

    after = client.post(answer["Location"], {"password": PASSWORD}, follow=True)
    assert Entry.objects.count() == 1, after.redirect_chain


def test_a_return_needs_a_reason(approver, submitted):
    answer = approver.post(f"{submitted.get_absolute_url()}return/", seen(submitted, reason="  "))
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    submitted.refresh_from_db()
    assert submitted.state == DraftState.SUBMITTED


def test_a_withdrawn_draft_stays_and_is_only_read(officer, draft):
    page = draft.get_absolute_url()
    officer.post(f"{page}withdraw/")
    assert officer.post(f"{page}submit/").status_code == 422
    assert officer.get(f"{page}edit/").status_code == 302
    assert "withdraw/" not in officer.get(page).content.decode()


def test_more_than_there_is_is_shown_before_and_refused_at_the_approval(small_fund, approver):
    draft = small_fund.draft(small_fund.move(EntryKind.ALLOCATION, 5))
    page = draft.get_absolute_url()
    assert "not enough" in approver.get(page).content.decode()
    answer = approver.post(f"{page}approve/", seen(draft))
    assert answer.status_code == 422
    assert "not enough on the account" in answer.content.decode()


OUTSIDERS = {
    "member": [Role.MEMBER],
    "focal point": [(Role.FOCAL_POINT, "CL")],
    "manager": [Role.STAFF_MANAGER],
}


@pytest.mark.parametrize("name", OUTSIDERS)
def test_outsiders_find_no_desk_and_write_nothing(small_fund, name):
    client = sign_in(UserFactory(roles=OUTSIDERS[name]))
    draft, waiting = small_fund.draft(small_fund.contribution()), None
    waiting = draft.get_absolute_url()
    for path in ("/en/fund/desk/", "/en/fund/desk/new/", NEW, waiting, f"{waiting}edit/"):
        assert client.get(path).status_code == 404, path
    assert client.post(NEW, contribution(small_fund)).status_code == 404
    for verb in ("submit", "take-back", "withdraw", "approve", "return", "edit", "files"):
        assert client.post(f"{waiting}{verb}/", seen(draft, reason="x")).status_code == 404, verb
    assert DraftEntry.objects.get().state == DraftState.SUBMITTED


def test_each_does_only_the_own_part(small_fund, officer, approver, auditor):
    draft = small_fund.draft(small_fund.contribution())
    page = draft.get_absolute_url()
    other = sign_in(UserFactory(roles=[Role.FUND_OFFICER]))
    for client in (approver, auditor):
        assert client.post(NEW, contribution(small_fund)).status_code == 404
    for client in (approver, auditor, other):
        assert client.get(page).status_code == 200
        for verb in ("submit", "take-back", "withdraw", "edit"):
            assert client.post(f"{page}{verb}/").status_code == 404, verb
    for client in (officer, auditor, other):
        for verb in ("approve", "return"):
            assert client.post(f"{page}{verb}/", seen(draft, reason="x")).status_code == 404, verb
    assert DraftEntry.objects.get().state == DraftState.SUBMITTED


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_pages_are_there_in_four_languages(small_fund, officer, approver, submitted, language):
    place = submitted.get_absolute_url().replace("/en/", f"/{language}/")
    for path in (f"/{language}/fund/desk/", f"/{language}/fund/desk/new/", place):
        assert officer.get(path).status_code == 200
        assert (approver.get(path).status_code == 200) == (not path.endswith("new/"))
    for kind in SHAPES:
        expected = 404 if kind == EntryKind.REVERSAL else 200
        assert officer.get(f"/{language}/fund/desk/new/{kind}/").status_code == expected


def test_every_kind_comes_back_into_its_form_as_it_was_drafted(small_fund, officer):
    """What a draft says gives the same form again, whose saving changes nothing."""
    make_varied(small_fund)
    for entry in Entry.objects.exclude(kind=EntryKind.REVERSAL):
        source = entry.draft
        facts = {
            name: getattr(source, name) for name in ("fund", "event_on", "description", "language", "party")
        }
        draft = DraftEntry.objects.create(
            **facts,
            kind=source.kind,
            donor=source.donor,
            agreement=source.agreement,
            project=source.project,
            valuation=source.valuation,
            rate=source.rate,
            rate_source=source.rate_source,
            rate_on=source.rate_on,
            is_memorandum=source.is_memorandum,
            leg_accounts=source.leg_accounts,
            leg_amounts=source.leg_amounts,
            prepared_by=small_fund.officer,
            request_hash=b"x",
        )
        page = f"{draft.get_absolute_url()}edit/"
        form = officer.get(page).context["form"]
        answer = officer.post(page, sent_again(form))
        assert answer.status_code == 302, (source.kind, answer.context["form"].errors)
        draft.refresh_from_db()
        assert draft.legs == source.legs, source.kind


def sent_again(form):
    """What the browser sends when nothing is touched."""
    from network.ui.widgets import parts_of

    data = {}
    for field in form:
        context = field.field.widget.get_context(field.html_name, field.value(), {})["widget"]
        if "text" in context:
            data |= {field.html_name: context["text"], f"{field.html_name}_currency": context["code"]}
        elif "day" in context:
            parts = zip(("day", "month", "year"), parts_of(field.value()), strict=True)
            data |= {f"{field.html_name}_{name}": part for name, part in parts}
        else:
            value = field.field.prepare_value(field.value())
            data[field.html_name] = "" if value is None else str(value)
    return data


def test_a_posted_entry_is_reversed_by_a_draft(small_fund, officer):
    entry = small_fund.receive(700)
    page = f"/en/fund/desk/reverse/{entry.number}/"
    form = officer.get(page).context["form"]
    answer = officer.post(page, sent_again(form) | {"description": "Wrong amount"})
    draft = DraftEntry.objects.get(kind="reversal")
    assert answer["Location"] == draft.get_absolute_url()
    assert draft.legs == [(account, -amount) for account, amount in entry.draft.legs]
    assert officer.get("/en/fund/desk/reverse/99/").status_code == 404
    assert page in officer.get(entry.get_absolute_url()).content.decode()

    reversal = small_fund.post(composing.reversal(words(), entry=entry))
    again = officer.post(page, sent_again(form) | {"description": "Again", "key": str(uuid4())})
    assert "has been reversed already" in again.content.decode()
    twice = officer.get(f"/en/fund/desk/reverse/{reversal.number}/").context["form"]
    refused = officer.post(
        f"/en/fund/desk/reverse/{reversal.number}/", sent_again(twice) | {"description": "No"}
    )
    assert "a reversal cannot be reversed" in refused.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_asks_as_often_for_three_as_for_one(small_fund, count, django_assert_num_queries):
    client = sign_in(small_fund.approver)
    for number in range(count):
        small_fund.draft(small_fund.contribution(100 + number))
    client.get("/en/fund/desk/")
    with django_assert_num_queries(BOARD):
        client.get("/en/fund/desk/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_draft_asks_as_often_for_many_legs_as_for_two(
    small_fund, approver, count, django_assert_max_num_queries
):
    small_fund.receive(10_000)
    draft = small_fund.draft(small_fund.move(EntryKind.DISBURSEMENT, 10, charge=count - 1))
    approver.get(draft.get_absolute_url())
    with django_assert_max_num_queries(DRAFT):
        assert approver.get(draft.get_absolute_url()).status_code == 200


def test_what_waits_is_said_on_the_page_of_each(small_fund, officer, approver, submitted):
    assert "1 entry of the Fund awaits your approval" in approver.get("/en/me/").content.decode()
    approver.post(f"{submitted.get_absolute_url()}return/", seen(submitted, reason="No"))
    assert "1 entry of the Fund was returned to you" in officer.get("/en/me/").content.decode()
    assert "awaits your approval" not in approver.get("/en/me/").content.decode()
