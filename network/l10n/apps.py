"""Translations: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    """Everything in four languages: catalogues, translation jobs, glossary and memory."""

    name = "network.l10n"
    label = "l10n"
    verbose_name = _("Translations")
