"""Search: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """One table that every app's lists and the search over everything are served from."""

    name = "network.search"
    label = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Follow changes of the names that lists show."""
        from . import labels  # it reads models, which are ready only now

        labels.listen()
