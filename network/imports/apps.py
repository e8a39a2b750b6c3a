"""Imports: registration with Django and with the Network's registries."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """Tables and harvests that become records."""

    name = "network.imports"
    label = "imports"
    verbose_name = _("Imports")

    def ready(self) -> None:
        """Take our places; imported here because models are not loaded earlier."""
        from network.services import erasure, personal_data, retention
        from network.ui import navigation

        from . import tasks  # noqa: F401 - registers the work
        from .services.keeping import forget_imports, forget_person, imports_of
        from .services.news import register_news

        register_news()
        personal_data.register("imports", imports_of)
        retention.register("imports", forget_imports)
        erasure.register("imports", forget_person)
        navigation.register(
            navigation.NavItem(_("Imports"), "imports:list", navigation.PERSON, order=88, shown=_imports)
        )


def _imports(user: Any) -> bool:
    from .registry import kinds  # late: as this module's other imports

    return any(kind.writes(user) for kind in kinds())
