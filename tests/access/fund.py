"""What the access tests have of the Fund: a draft with a file, and a line of the bank."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from fund.models import Agreement, Attachment, BankFile, BankLine, Period, Pledge, Project
from fund.services.deciding import post
from fund.services.documents import record_pledge, sign_agreement
from fund.services.drafting import draft_entry
from network.models import User
from tests.factories.fund import SmallFund, make_small_fund


def make_fund(officer: User, approver: User) -> SmallFund:
    """A small fund with one posted entry, and with what only its desk may see."""
    small = make_small_fund(officer)
    submitted = small.draft(small.contribution())
    post(
        draft_id=submitted.pk,
        approver_id=approver.pk,
        content_hash=bytes(submitted.content_hash),
        key=uuid4(),
        request=b"access",
    )
    draft = draft_entry(facts=small.contribution(), by=officer, key=uuid4())
    Attachment.objects.create(
        draft=draft,
        name="letter.pdf",
        file=ContentFile(b"%PDF-1.4", name="letter.pdf"),
        sha256="0" * 64,
        kind="application/pdf",
        size=1,
        added_by=small.officer,
    )
    file = BankFile.objects.create(
        fund=small.fund, currency=small.usd, name="bank.csv", sha256="1" * 64, read_by=small.officer
    )
    BankLine.objects.create(file=file, row=1, booked_on=timezone.localdate(), amount=100, text="Transfer")
    said: dict[str, Any] = {
        "fund": small.fund,
        "donor": small.donor,
        "amount": 100,
        "currency": small.usd,
        "by": officer,
    }
    record_pledge(**said, announced_on=timezone.localdate(), source="Letter")
    sign_agreement(
        **said, reference="AC-1", signed_on=timezone.localdate(), language="en", icr_rate=Decimal("0.07")
    )
    return small


def desk_arguments() -> dict[str, dict[str, Any]]:
    """Addresses of the desk: the officer's draft, its file, a kind of entry."""
    file = Attachment.objects.get()
    assert file.draft is not None
    return {
        "fund_draft": {"uuid": file.draft.public_id},
        "fund_file": {"uuid": file.public_id},
        "fund_kind": {"kind": "interest"},
        "fund_document": {"what": "donor"},
        "fund_agreement": {"pk": Agreement.objects.get().pk},
        "fund_pledge": {"pk": Pledge.objects.get().pk},
        "fund_project": {"pk": Project.objects.get().pk},
        "fund_period": {"pk": Period.objects.get().pk},
        "fund_line": {"pk": BankLine.objects.get().pk},
    }
