"""What this room itself tells people: announcements, and alarms to staff."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.rules import is_staff_manager

from ..kinds import Category, Kind, Matter, register


def _announcement(matter: Matter) -> dict[str, Any]:
    return {"title": matter.about.title, "text": matter.about.text}


def _proposed(matter: Matter) -> dict[str, Any]:
    return {"title": matter.about.title, "actor": matter.actor or _("The Secretariat")}


def register_own_kinds() -> None:
    """Make the room's own kinds of news known."""
    register(
        Kind(
            verb="notifications.announcement",
            category=Category.NETWORK,
            label=_("Announcements of the Secretariat"),
            subject="%(title)s",
            line=_("Announcement: %(title)s"),
            text="%(text)s",
            action=_("Read it in the portal"),
            values=_announcement,
            link=lambda about: reverse("notifications:announcement", args=[about.pk]),
        )
    )
    register(
        Kind(
            verb="notifications.announcement_proposed",
            category=Category.TASKS,
            label=_("An announcement awaits a second person"),
            subject=_("To be approved: %(title)s"),
            line=_("%(actor)s proposes the announcement “%(title)s”."),
            text=_(
                "%(actor)s proposes an announcement: “%(title)s”.\n\n"
                "It goes out once a second person of the Secretariat has read it in the four languages"
                " and let it out."
            ),
            action=_("Read and decide"),
            values=_proposed,
            link=lambda about: reverse("notifications:staff_announcement", args=[about.pk]),
        )
    )
    register(
        Kind(
            verb="notifications.alarm",
            category=Category.TASKS,
            label=_("Mails or other work stand still"),
            subject=_("Work in the portal stands still"),
            line=_("Work in the portal stands still: mails may be late. None is lost."),
            text=_(
                "Mails and other work of the portal are not being done at the moment.\n\n"
                "Nothing is lost: all of it goes on once the cause is mended. The page of the outbox shows"
                " what is known about the cause."
            ),
            action=_("See what is known"),
            link=lambda about: reverse("notifications:staff_outbox"),
            may_see=lambda about, user: is_staff_manager(user),
            required=True,
        )
    )
