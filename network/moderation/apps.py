"""Moderation: registration with Django and with the Network's registries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """Flags, cases, actions and appeals for whatever people write."""

    name = "network.moderation"
    label = "moderation"
    verbose_name = _("Moderation")

    def ready(self) -> None:
        """Make our news known; imported here because models are not loaded earlier."""
        from .services.news import register_news

        register_news()
