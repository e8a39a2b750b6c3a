"""Translations: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    """Everything in four languages: catalogues, translation jobs, glossary and memory."""

    name = "network.l10n"
    label = "l10n"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Follow what is saved, and make the work and the news of this room known."""
        from . import receivers, tasks  # noqa: F401 - late: they need the models
        from .services.news import register_news

        register_news()
