"""Notifications: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Outbox, inbox, mail and digests: what happens reaches whom it concerns."""

    name = "network.notifications"
    label = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from . import tasks  # noqa: F401 - registers the work of this room, once models are loaded
