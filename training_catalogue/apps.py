"""Training: registration with Django and with the Network's registries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Courses, sessions, technical assistance offered and asked."""

    name = "training_catalogue"
    label = "training_catalogue"
    verbose_name = _("Training")

    def ready(self) -> None:
        """Take our places on the Network's pages; imported here because models are not loaded earlier."""
        from network.search import registry
        from network.ui import navigation, sitemaps

        from .services.indexing import course_indexer
        from .services.news import register_news
        from .services.translated import register_translations
        from .views.sitemap import CourseSitemap
        from .views.slots import register_slots

        registry.register(course_indexer())
        register_news()
        register_translations()
        register_slots()
        sitemaps.register("courses", CourseSitemap)
        navigation.register(navigation.NavItem(_("Training"), "training:courses", navigation.MAIN, order=20))
