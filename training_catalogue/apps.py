"""Training: registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Courses, sessions, technical assistance offered and asked."""

    name = "training_catalogue"
    label = "training_catalogue"
    verbose_name = _("Training")
