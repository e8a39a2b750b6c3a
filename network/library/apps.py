"""Library: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Documents, tools and observatories that the Network keeps."""

    name = "network.library"
    label = "library"
    verbose_name = _("Library")
