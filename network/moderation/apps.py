"""Moderation: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """Flags, cases, actions and appeals for whatever people write."""

    name = "network.moderation"
    label = "moderation"
    verbose_name = _("Moderation")
