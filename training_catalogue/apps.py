"""Training: registration with Django and with the Network's registries."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Courses, sessions, technical assistance offered and asked."""

    name = "training_catalogue"
    label = "training_catalogue"
    verbose_name = _("Training")

    def ready(self) -> None:
        """Take our places on the Network's pages; imported here because models are not loaded earlier."""
        from network.following import registry as following
        from network.search import registry
        from network.ui import navigation, sitemaps, slots

        from .filters import CourseFilter
        from .services.indexing import KIND, course_indexer
        from .services.news import register_news
        from .services.translated import register_translations
        from .views.managing.desk import waiting
        from .views.sitemap import CourseSitemap
        from .views.slots import register_slots

        registry.register(course_indexer())
        following.register(following.Followed(KIND, CourseFilter))
        register_news()
        register_translations()
        register_slots()
        sitemaps.register("courses", CourseSitemap)
        slots.register(
            "me.waiting", template="training_catalogue/slots/waiting_courses.html", context=waiting, order=24
        )
        navigation.register(
            navigation.NavItem(
                _("Training"), "training:courses", navigation.MAIN, order=20, root_name="training:overview"
            )
        )
        navigation.register(
            navigation.NavItem(
                _("My courses"), "training:desk", navigation.PERSON, order=83, shown=_writes_courses
            )
        )
        _take_places_of_assistance()
        _take_places_of_applications()
        _take_places_of_imports()


def _take_places_of_imports() -> None:
    """Courses from tables, and harvests."""
    from network.imports import registry

    from .forms.rows import course_import

    registry.register(course_import())


def _take_places_of_applications() -> None:
    """Applications to sessions: news, own data, and what waits for whom."""
    from network.services import erasure, personal_data, retention
    from network.ui import navigation, slots

    from .rules.applications import may_apply
    from .services.applying.news import register_application_news
    from .services.applying.personal import applications_of, end_texts, forget
    from .views.applying.desks import waiting

    register_application_news()
    personal_data.register("applications", applications_of)
    erasure.register("applications", forget)
    retention.register("applications", end_texts)
    slots.register(
        "me.waiting",
        template="training_catalogue/slots/waiting_applications.html",
        context=waiting,
        order=26,
    )
    navigation.register(
        navigation.NavItem(
            _("My applications"), "training:applications", navigation.PERSON, order=82, shown=may_apply
        )
    )


def _take_places_of_assistance() -> None:
    """Offers, requests, cooperations and the needs survey."""
    from network.following import registry as following
    from network.search import registry

    from . import tasks  # noqa: F401 - registers the search for matches
    from .forms.assistance_filter import FILTERS
    from .services.assistance.indexing import REQUEST, assistance_indexers
    from .services.assistance.news import register_assistance_news
    from .services.assistance.translated import register_assistance_translations
    from .views.assistance.slots import register_places

    for indexer in assistance_indexers():
        registry.register(indexer)
    for kind, list_filter in FILTERS.items():
        beside = {"kind": kind} if kind == REQUEST else {}
        following.register(following.Followed(kind, list_filter, beside))
    register_assistance_news()
    register_assistance_translations()
    register_places()


def _writes_courses(user: Any) -> bool:
    import rules  # late: as this module's other imports

    return rules.test_rule("training.write", user)
