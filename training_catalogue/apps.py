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
        from network.ui import navigation

        navigation.register(navigation.NavItem(_("Training"), "training:courses", navigation.MAIN, order=20))
