"""Agenda: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendaConfig(AppConfig):
    """Meetings, fora, sessions and deadlines."""

    name = "network.agenda"
    label = "agenda"
    verbose_name = _("Agenda")
