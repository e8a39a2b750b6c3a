"""Notifications: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Outbox, inbox, mail and digests: what happens reaches whom it concerns."""

    name = "network.notifications"
    label = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        """Make work, kinds of news, links and the bell known."""
        from network.rules import is_staff_manager  # late, all of them: they need the models
        from network.ui import slots
        from network.ui.navigation import PERSON, NavItem, register

        from . import receivers, tasks  # noqa: F401 - registers the work of this room and what providers report
        from .services.own_kinds import register_own_kinds
        from .views.inbox import bell
        from .views.staff import waiting

        register_own_kinds()
        slots.register("frame.account", template="notifications/bell.html", context=bell)
        slots.register("me.waiting", template="notifications/waiting.html", context=waiting, order=90)
        register(NavItem(_("Settings for mails"), "notifications:preferences", PERSON, 80))
        for label, name in (
            (_("Announcements"), "notifications:staff_announcements"),
            (_("Mails and other work"), "notifications:staff_outbox"),
        ):
            register(NavItem(label, name, PERSON, 90, shown=is_staff_manager))
