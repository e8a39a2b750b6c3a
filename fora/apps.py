"""Fora: registration with Django and with the Network's registries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForaConfig(AppConfig):
    """Discussion, virtual fora and working groups."""

    name = "fora"
    label = "fora"
    verbose_name = _("Fora")

    def ready(self) -> None:
        """Take our places in the Network's rooms; imported here because models are not loaded earlier."""
        from network.moderation import querysets as moderation
        from network.search import querysets as searching
        from network.search import registry
        from network.services import personal_data
        from network.ui import navigation

        from . import tasks  # noqa: F401 - registers what is done by the clock
        from .rules import scopes_of, search_keys_of
        from .services.indexing import post_indexer
        from .services.moderated import register_moderated
        from .services.news_words import register_news
        from .services.personal import fora_of
        from .services.translated import register_translations

        moderation.register_scopes("fora", scopes_of)
        searching.register_keys("fora", search_keys_of)
        registry.register(post_indexer())
        register_moderated()
        register_news()
        register_translations()
        personal_data.register("fora", fora_of)
        navigation.register(navigation.NavItem(_("Fora"), "fora:overview", navigation.MAIN, order=30))
