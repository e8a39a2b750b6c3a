"""Interface: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """Template tags, form renderer and components; knows no model."""

    name = "network.ui"
    label = "ui"
    verbose_name = _("Interface")
