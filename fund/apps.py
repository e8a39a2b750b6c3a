"""Voluntary Fund: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundConfig(AppConfig):
    """A double-entry ledger that anyone can verify."""

    name = "fund"
    label = "fund"
    verbose_name = _("Voluntary Fund")
