"""Good practices: registration with Django and with the Network's registries."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """The database of good practices: submission, review, evidence, adaptation."""

    name = "practices"
    label = "practices"
    verbose_name = _("Good practices")

    def ready(self) -> None:
        """Take our places on the Network's pages; imported here because models are not loaded earlier."""
        from network.following import registry as following
        from network.imports import registry as imports
        from network.search import registry
        from network.services import erasure, evidence, personal_data, retention
        from network.ui import navigation, sitemaps, slots

        from . import receivers, tasks  # noqa: F401 - they register themselves
        from .filters import PracticeFilter
        from .forms.rows import questionnaire_import
        from .services.evidence import practices_on
        from .services.indexing import KIND, practice_indexer
        from .services.news import register_news
        from .services.personal import practices_of
        from .services.questions import (
            end_questions,
            forget_questions,
            questions_of,
            register_question_news,
        )
        from .services.translated import register_translations
        from .views.sitemap import PracticeSitemap
        from .views.slots import register_slots
        from .views.waiting import waiting_practices, waiting_questions

        registry.register(practice_indexer())
        imports.register(questionnaire_import())
        _take_places_of_adaptations()
        following.register(following.Followed(KIND, PracticeFilter, hears=True))
        register_news()
        register_question_news()
        personal_data.register("practices", practices_of)
        personal_data.register("questions", questions_of)
        erasure.register("questions", forget_questions)
        retention.register("questions", end_questions)
        register_translations()
        evidence.register("practices", practices_on)
        register_slots()
        sitemaps.register("practices", PracticeSitemap)
        navigation.register(navigation.NavItem(_("Practices"), "practices:list", navigation.MAIN, order=10))
        slots.register("me.waiting", template="practices/slots/waiting.html", context=waiting_practices)
        slots.register("me.waiting", template="practices/slots/questions.html", context=waiting_questions)
        navigation.register(
            navigation.NavItem(
                _("Review desk"), "practices:desk", navigation.PERSON, order=30, shown=_works_at_the_desk
            )
        )
        navigation.register(
            navigation.NavItem(
                _("My reviews"), "practices:reviews", navigation.PERSON, order=25, shown=_reviews
            )
        )
        navigation.register(
            navigation.NavItem(
                _("My drafts"), "practices:drafts", navigation.PERSON, order=20, shown=_writes_for_a_state
            )
        )


def _take_places_of_adaptations() -> None:
    """Adaptations: search, news, translations, own data, and their places on the Network's pages."""
    from network.search import registry
    from network.services import personal_data

    from .services.adapting.indexing import adaptation_indexer
    from .services.adapting.news import register_adaptation_news
    from .services.adapting.personal import adaptations_of
    from .services.adapting.translated import register_adaptation_translations
    from .views.adaptations.places import register_places

    registry.register(adaptation_indexer())
    register_adaptation_news()
    register_adaptation_translations()
    personal_data.register("adaptations", adaptations_of)
    register_places()


def _writes_for_a_state(user: Any) -> bool:
    import rules

    return rules.test_rule("practices.start", user)


def _works_at_the_desk(user: Any) -> bool:
    import rules

    return rules.test_rule("practices.desk", user)


def _reviews(user: Any) -> bool:
    import rules

    return rules.test_rule("practices.review", user)
