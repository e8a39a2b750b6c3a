"""Audit: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Who did what, when and why: append-only and searchable by staff."""

    name = "network.audit"
    label = "audit"
    verbose_name = _("Audit")
