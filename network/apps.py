"""Network: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """People, organizations, member states, topics, and the rooms every app needs."""

    name = "network"
    label = "network"
    verbose_name = _("Network")
