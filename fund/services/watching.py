"""The nightly check: all is recomputed, any difference is told to approvers, auditors and staff."""

import logging

from django.utils import timezone

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.services import notify

from ..models import LedgerHead
from .verifying import Verdict, verify_ledger

logger = logging.getLogger(__name__)
TOLD = (Role.FUND_APPROVER, Role.AUDITOR, Role.STAFF_MANAGER)


def check_ledger() -> Verdict:
    """Verify the ledger; a difference is logged and told, once a day."""
    verdict = verify_ledger()
    if not verdict.holds:
        logger.error("The ledger does not hold, first at entry %s: %s", verdict.first_bad, verdict.reasons)
        grants = RoleGrant.objects.effective().filter(role__in=TOLD)
        notify(
            "fund.alarm",
            about=LedgerHead.objects.get(),
            to=User.objects.filter(role_grants__in=grants).distinct(),
            once=f"fund.alarm:{timezone.localdate()}",
        )
    return verdict
