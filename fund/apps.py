"""Voluntary Fund: registration with Django and with the Network's registries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundConfig(AppConfig):
    """A double-entry ledger that anyone can verify."""

    name = "fund"
    label = "fund"
    verbose_name = _("Voluntary Fund")

    def ready(self) -> None:
        """Make our news known; imported here because models are not loaded earlier."""
        from . import tasks  # noqa: F401 - registers the nightly check
        from .services.news import register_news

        register_news()
