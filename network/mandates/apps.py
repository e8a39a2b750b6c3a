"""Mandates: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MandatesConfig(AppConfig):
    """What the ministers asked for, and what was done about it."""

    name = "network.mandates"
    label = "mandates"
    verbose_name = _("Mandates")
