"""Fora: registration with Django and with the Network's registries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForaConfig(AppConfig):
    """Discussion, virtual fora and working groups."""

    name = "fora"
    label = "fora"
    verbose_name = _("Fora")

    def ready(self) -> None:
        """Take our places in the Network's rooms; imported here because models are not loaded earlier."""
        from network.moderation import querysets as moderation
        from network.ui import navigation

        from .rules import scopes_of

        moderation.register_scopes("fora", scopes_of)
        navigation.register(navigation.NavItem(_("Fora"), "fora:overview", navigation.MAIN, order=30))
