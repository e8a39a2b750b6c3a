"""Filling a ledger with invented entries, for measurements: drafts by COPY, posted within the database.

All guards are on; the chain is as valid as one that people made.
"""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from network.choices import Role
from network.models import User
from network.services import grant_role

from ..choices import AccountRole
from ..models import Account, Currency, Donor, Fund, LedgerHead, Period
from .accounts import account_for
from .founding import open_years
from .reference import load_fund_reference

CHUNK = 1_000  # entries in one transaction
POST_ALL = """
SELECT count(*) FROM (
    SELECT array_agg(id ORDER BY id) AS drafts, array_agg(%s::bigint) AS approvers,
           array_agg(content_hash ORDER BY id) AS hashes, array_agg(gen_random_uuid()) AS keys,
           array_agg('x'::bytea) AS requests
      FROM fund_draftentry WHERE id > %s
) d, LATERAL fund_post_all(d.drafts, d.approvers, d.hashes, d.keys, d.requests)
"""
FACTS = (
    "fund_id, kind, event_on, description, language, party, donor_id, agreement_id, project_id, valuation,"
    " rate, rate_source, rate_on, is_memorandum, is_demonstration"
)


def make_ledger(*, count: int, seed: int = 1, tell: Callable[[int], None] = lambda made: None) -> int:
    """Add `count` contributions of two legs over ten years; returns how many entries there are then.

    Only where examples may be: they never leave an append-only ledger.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented entries exist only where DEMO=1 or DEBUG=1.")
    maker = Maker(random.Random(seed))  # noqa: S311 - examples, no secrets
    for start in range(0, count, CHUNK):
        maker.add(min(CHUNK, count - start))
        tell(start + CHUNK)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE fund_entry, fund_leg, fund_draftentry, fund_accountbalance")
    return LedgerHead.objects.get().number


class Maker:
    """Makes chunks of entries, each linked to the one before."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.fund: Fund = load_fund_reference()
        usd = Currency.objects.get(pk="USD")
        year = timezone.localdate().year
        open_years(year - 9)
        self.periods = {period.starts_on.year: period.pk for period in Period.objects.open()}
        self.officer, self.approver = (_person(role) for role in (Role.FUND_OFFICER, Role.FUND_APPROVER))
        self.donors = [
            Donor.objects.get_or_create(
                kind="state", state_id="CA", name=f"◇ Donor {number}", defaults={"is_demonstration": True}
            )[0]
            for number in range(200)
        ]
        self.cash = account_for(fund=self.fund, role=AccountRole.CASH, currency=usd)
        self.accounts: dict[int, Account] = {
            donor.pk: account_for(fund=self.fund, role=AccountRole.CONTRIBUTION, currency=usd, donor=donor)
            for donor in self.donors
        }

    @transaction.atomic
    def add(self, count: int) -> None:
        """One chunk: drafts, then posted together within the database."""
        before = self.draft(count)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(4660270)")
            cursor.execute(POST_ALL, [self.approver.pk, before])

    @transaction.atomic
    def draft(self, count: int) -> int:
        """Drafts by COPY that wait for approval; gives the number of the last one before them."""
        columns = f"id, public_id, {FACTS}, leg_accounts, leg_amounts, evidence, state, content_hash,"
        columns += " prepared_by_id, prepared_at, reason, idempotency_key, request_hash"
        now = timezone.now()
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(id), 0) FROM fund_draftentry")
            (last,) = cursor.fetchone()
            with cursor.copy(f"COPY fund_draftentry ({columns}) FROM STDIN") as copy:
                for number in range(last + 1, last + count + 1):
                    copy.write_row(self._row(number, now))
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('fund_draftentry', 'id'), %s)", [last + count]
            )
        return int(last)

    def _row(self, number: int, now: dt.datetime) -> tuple[Any, ...]:
        donor, amount = self.dice.choice(self.donors), self.dice.randrange(100, 5_000_000)
        year = self.dice.choice(list(self.periods))
        first, today = dt.date(year, 1, 1), timezone.localdate()
        day = min(first + dt.timedelta(days=self.dice.randrange(365)), today)
        key = UUID(int=self.dice.getrandbits(128))
        accounts = [self.cash.pk, self.accounts[donor.pk].pk]
        facts: tuple[Any, ...] = (
            self.fund.pk,
            "contribution",
            day,
            f"◇ Example {number}",
            "en",
            donor.name,
            donor.pk,
        )
        facts += (None, None, "", None, "", None, False, True)
        rest = (accounts, [amount, -amount], "[]", "submitted", b"", self.officer.pk, now, "", key, b"x")
        return (number, UUID(int=self.dice.getrandbits(128)), *facts, *rest)


def _person(role: Role) -> User:
    email = f"{role.value}.samples@demo.example"
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, full_name=f"◇ {role.label}", is_demonstration=True)
        user.is_active = False
        user.save(update_fields=["is_active"])
        grant_role(user=user, role=role, reason="Demonstration", by=None)
    return user
