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
        from network.ui.navigation import PERSON, NavItem, register

        from . import receivers, tasks  # noqa: F401 - late: they need the models
        from .rules import works_at_the_desk
        from .services.news import register_news

        register_news()
        register(NavItem(_("Translation desk"), "l10n:desk", PERSON, order=35, shown=works_at_the_desk))
