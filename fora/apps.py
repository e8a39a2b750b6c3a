"""Fora: registration with Django and with the Network's registries."""

from typing import Any

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
        from network.services import erasure, personal_data, retention
        from network.ui import navigation, sitemaps

        from . import tasks  # noqa: F401 - registers what is done by the clock
        from .rules import scopes_of, search_keys_of
        from .services import notices
        from .services.drafts import end_drafts
        from .services.indexing import post_indexer
        from .services.leaving import forget
        from .services.moderated import register_moderated
        from .services.news_words import register_news
        from .services.personal import fora_of
        from .services.translated import register_translations
        from .views.institution.slots import register_slots
        from .views.overview import unread_badge
        from .views.sitemap import SpaceSitemap, ThreadSitemap

        sitemaps.register("spaces", SpaceSitemap)
        sitemaps.register("threads", ThreadSitemap)
        moderation.register_scopes("fora", scopes_of)
        searching.register_keys("fora", search_keys_of)
        registry.register(post_indexer())
        register_moderated()
        register_news()
        notices.register_news()
        register_translations()
        register_slots()
        personal_data.register("fora", fora_of)
        erasure.register("fora", forget)
        retention.register("post_drafts", end_drafts)
        navigation.register(
            navigation.NavItem(_("Fora"), "fora:overview", navigation.MAIN, 30, badge=unread_badge)
        )
        _open_the_desk()


def _open_the_desk() -> None:
    """Links to what moderators and authors read of moderation."""
    from network.moderation import registry as moderated
    from network.ui import slots
    from network.ui.navigation import PERSON, NavItem, register

    from .views.desk import addresses
    from .views.desk.queue import waiting_for_me

    moderated.register_desk(addresses.desk())
    slots.register("me.waiting", template="fora/desk/waiting.html", context=waiting_for_me, order=20)
    register(NavItem(_("Moderation"), "fora:desk", PERSON, 40, shown=_moderates))
    register(NavItem(_("My drafts in the fora"), "fora:drafts", PERSON, 84, shown=_takes_part))
    register(NavItem(_("Decisions about my posts"), "fora:decisions", PERSON, 85, shown=_takes_part))


def _moderates(user: Any) -> bool:
    from network.choices import Role

    return user.is_authenticated and user.has_role(Role.MODERATOR, Role.STAFF_MANAGER)


def _takes_part(user: Any) -> bool:
    return user.is_authenticated and bool(user.grants)
