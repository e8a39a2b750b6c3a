"""The alarm: staff are told when work is not being done, by a process that is not a worker."""

import logging
import time

from network.models import RoleGrant, User

from ..models import Canary
from .notifying import notify
from .reporting import Finding, look_at_work

logger = logging.getLogger(__name__)

HOUR = 3600


def watch() -> list[Finding]:
    """Look at the work; staff managers find what ails it in their inbox, once an hour."""
    ailing = [each for each in look_at_work() if not each.well]
    canary = Canary.objects.order_by("returned_at").first()
    if not ailing or canary is None or canary.returned_at is None:
        return ailing  # at the first start nothing has come round yet
    logger.error("Work is not being done: %s", "; ".join(f"{each.name}: {each.detail}" for each in ailing))
    staff = RoleGrant.objects.effective().filter(role="staff_manager").values("user")
    notify(
        "notifications.alarm",
        about=canary,
        to=User.objects.filter(is_active=True, pk__in=staff),
        once=f"alarm:{int(time.time() // HOUR)}",
    )
    return ailing
