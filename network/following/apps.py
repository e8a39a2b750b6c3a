"""Following: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    """Saved searches, and following a state, a topic or a record."""

    name = "network.following"
    label = "following"
    verbose_name = _("What people follow")

    def ready(self) -> None:
        """Hear of new search rows; make work, news and the link known."""
        from network.search import registry as searching  # late, all of them: they need the models
        from network.ui.navigation import PERSON, NavItem, register

        from . import tasks  # noqa: F401 - registers the work of this room
        from .services.matching import promise_matching
        from .services.telling import register_found

        searching.listen(promise_matching)
        register_found()
        register(NavItem(_("What I follow"), "following:list", PERSON, 81))
