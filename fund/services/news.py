"""What the Fund tells people: drafts that wait, drafts that come back, and alarms about the ledger."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.models import User
from network.notifications.choices import Category
from network.notifications.kinds import Kind, Matter, register

from ..models import DraftEntry


def _draft(matter: Matter) -> dict[str, Any]:
    draft: DraftEntry = matter.about
    return {
        "title": draft.description,
        "kind": draft.get_kind_display(),
        "actor": matter.actor or _("The Secretariat"),
        "reason": draft.reason,
    }


def _verification(about: Any) -> str:
    return reverse("fund:verify")


def _works_on_the_ledger(about: Any, user: User) -> bool:
    return user.has_role(Role.FUND_APPROVER, Role.AUDITOR, Role.STAFF_MANAGER)


def register_news() -> None:
    """Make these kinds of news known."""
    register(
        Kind(
            verb="fund.submitted",
            category=Category.TASKS,
            label=_("An entry of the Fund awaits approval"),
            subject=_("To be approved: %(title)s"),
            line=_("%(actor)s asks you to approve: %(kind)s, “%(title)s”."),
            text=_(
                "%(actor)s has prepared an entry of the Voluntary Fund: %(kind)s, “%(title)s”.\n\n"
                "Read it and approve it, or return it with a reason. Once approved it is posted for good."
            ),
            action=_("Read and decide"),
            values=_draft,
            related=("prepared_by",),
        )
    )
    register(
        Kind(
            verb="fund.returned",
            category=Category.TASKS,
            label=_("An entry of mine comes back"),
            subject=_("Returned to you: %(title)s"),
            line=_("%(actor)s returns “%(title)s”: %(reason)s"),
            text=_(
                "%(actor)s returns the entry “%(title)s” to you. The reason given: %(reason)s\n\n"
                "Change it and submit it again, or withdraw it."
            ),
            action=_("Open the draft"),
            values=_draft,
            related=("prepared_by",),
        )
    )
    register(
        Kind(
            verb="fund.alarm",
            category=Category.TASKS,
            label=_("The ledger does not add up"),
            subject=_("The Fund’s ledger does not add up"),
            line=_("The nightly check of the Fund’s ledger found a difference."),
            text=_(
                "The nightly check recomputes the Fund’s ledger from the first entry on. It found a"
                " difference: somebody may have changed data past the portal.\n\n"
                "Post nothing until it is looked into. manage.py verify_ledger names the first entry that"
                " does not hold."
            ),
            action=_("Open the portal"),
            link=_verification,
            may_see=_works_on_the_ledger,
            required=True,
        )
    )
