"""What the database holds, whoever writes: each guard answers, and each one that is dropped is missed."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from fund.models import Agreement, Attachment, BankFile, BankLine, Fund, Project, SentForm
from fund.services import composing
from fund.services.deciding import return_draft
from fund.services.documents import donor_for, earmark_for, record_pledge, sign_agreement
from network.models import MemberState, Topic
from tests.factories import OrganizationFactory
from tests.factories.fund import SmallFund, make_small_fund, make_varied

from .laboratory import CHECKS, TRIALS, constraints, is_answered, is_answered_by, trials_of, triggers

pytestmark = pytest.mark.django_db


def fill(small: SmallFund) -> None:
    """At least two rows in every table of the Fund, with something in every column."""
    make_varied(small)
    Fund.objects.create(code="second", name="Another fund", base_currency=small.usd)
    today = timezone.localdate()
    other = donor_for(name="Donor B", organization=OrganizationFactory(name="A foundation"))
    plan = Project.objects.create(
        fund=small.fund,
        identifier="VF-2",
        source_language="en",
        state="planned",
        starts_on=dt.date(2026, 1, 1),
    )
    for project in (small.project, plan):
        project.topics.set(Topic.objects.leaves()[:2])
        project.states.set(MemberState.objects.all()[:2])
        earmark_for(project=project)
    for topic in Topic.objects.leaves()[:2]:
        earmark_for(topic=topic)
    earmark = None
    for state in MemberState.objects.all()[:2]:
        earmark = earmark_for(state=state)
    for number, donor in enumerate((small.donor, other)):
        pledge = record_pledge(
            fund=small.fund,
            donor=donor,
            amount=100,
            currency=small.usd,
            announced_on=today,
            source="Letter",
            by=small.officer,
        )
        sign_agreement(
            fund=small.fund,
            donor=donor,
            reference=f"AG-X{number}",
            amount=100,
            currency=small.usd,
            signed_on=today,
            language="en",
            icr_rate=Decimal("0.05"),
            earmark=earmark,
            pledge=pledge,
            by=small.officer,
        )
        file = BankFile.objects.create(
            fund=small.fund,
            currency=small.usd,
            name="bank.csv",
            sha256=str(number) * 64,
            read_by=small.officer,
        )
        BankLine.objects.create(
            file=file,
            row=1,
            booked_on=today,
            amount=100,
            text="Transfer",
            state="matched",
            entry_id=number + 1,
            decided_by=small.officer,
        )
        draft = small.draft(small.contribution(100 + number))
        for subject in ({"draft": draft}, {"agreement": Agreement.objects.get(reference=f"AG-X{number}")}):
            Attachment.objects.create(
                **subject,
                name="letter.pdf",
                file="fund/letter.pdf",
                sha256="0" * 64,
                kind="application/pdf",
                size=1,
                added_by=small.officer,
            )
        SentForm.objects.create(key=draft.public_id, by=small.officer, led_to="/")
        return_draft(
            draft=draft, by=small.approver, content_hash=bytes(draft.content_hash), reason="Another amount"
        )
    with connection.cursor() as cursor:
        for _ in range(2):
            cursor.execute("INSERT INTO fund_waiting DEFAULT VALUES")


def posting(small: SmallFund, amounts: tuple[int, int]) -> str:
    """A call that posts a new draft with these two amounts."""
    facts = small.contribution(100)
    lines = [(account, amount) for (account, _), amount in zip(facts.lines, amounts, strict=True)]
    draft = small.draft(composing.facts(facts, fund=facts.fund, kind=facts.kind, lines=lines))
    return (
        f"SELECT fund_post({draft.pk}, {small.approver.pk}, '\\x{bytes(draft.content_hash).hex()}',"
        " gen_random_uuid(), '\\x00')"
    )


def test_every_constraint_answers_and_is_missed_when_dropped(db):
    fill(make_small_fund())
    found = constraints()
    assert len([guard for guard in found if guard.kind != "n"]) > 120
    assert set(CHECKS) <= {guard.name for guard in found}
    silent = [f"{guard.table}.{guard.name}" for guard in found if not is_answered(guard)]
    assert silent == [], "\n".join(silent)
    not_missed = [f"{guard.table}.{guard.name}" for guard in found if is_answered(guard, dropped=True)]
    assert not_missed == []


def test_every_trigger_answers_and_is_missed_when_dropped(db):
    small = make_small_fund()
    fill(small)
    calls = {"GOOD": posting(small, (100, -100)), "CROOKED": posting(small, (100, -99))}
    found = triggers()
    assert len(found) >= 38
    assert {name.split(",")[0] for name in TRIALS} <= {name for _table, name in found}
    for table, name in found:
        trials = [(calls.get(statement, statement), answer) for statement, answer in trials_of(table, name)]
        assert trials, f"nothing is tried against {name} on {table}"
        assert all(is_answered_by(*trial) for trial in trials), f"{name} on {table}"
        missed = [trial for trial in trials if not is_answered_by(*trial, without=(table, name))]
        assert missed, f"nobody misses {name} on {table}"
