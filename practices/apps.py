"""Good practices: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """The database of good practices: submission, review, evidence, adaptation."""

    name = "practices"
    label = "practices"
    verbose_name = _("Good practices")
