"""Network: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """People, organizations, member states, topics, and the rooms every app needs."""

    name = "network"
    label = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        """Announce the Network's own links and the accounts of the demonstration."""
        from . import receivers, tasks  # noqa: F401 - late: they need the models; registers sessions and letters
        from .l10n.services.personal import translations_of
        from .rules import is_staff_manager
        from .services import personal_data
        from .services.news import register_news
        from .services.translated import register_translations
        from .ui import slots  # late: registries fill once apps are loaded
        from .ui.navigation import DATA, NETWORK, PERSON, PORTAL, NavItem, register
        from .views import demo  # late: views need the models
        from .views.crawlers import register_sitemaps
        from .views.staff import home as staff_home

        register_news()
        register_sitemaps()
        register_translations()
        personal_data.register("translations", translations_of)
        register(NavItem(_("What it is"), "network:about", NETWORK, 10))
        register(NavItem(_("How a practice is reviewed"), "network:about", NETWORK, 20, fragment="review"))
        register(NavItem(_("Member states"), "network:states", NETWORK, 30))
        register(NavItem(_("Topics"), "network:topics", NETWORK, 40))
        register(NavItem(_("Data and licences"), "network:data", DATA, 10))
        register(NavItem(_("Data for programs"), "api:docs", DATA, 20))
        register(NavItem(_("Accessibility"), "network:accessibility", PORTAL, 10))
        register(NavItem(_("Privacy"), "network:privacy", PORTAL, 20))
        register(NavItem(_("Help"), "network:help", PORTAL, 30))
        slots.register("login.demonstration", context=demo.accounts)
        slots.register(
            "me.waiting", template="network/slots/waiting.html", context=staff_home.waiting, order=20
        )
        register(NavItem(_("Organizations"), "network:organizations", NETWORK, 35))
        register(NavItem(_("My settings"), "network:settings", PERSON, 80))
        register(NavItem(_("Staff"), "network:staff", PERSON, 70, shown=is_staff_manager))
