"""Fora: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForaConfig(AppConfig):
    """Discussion, virtual fora and working groups."""

    name = "fora"
    label = "fora"
    verbose_name = _("Fora")
