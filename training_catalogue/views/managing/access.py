"""Who gets to the pages behind the catalogue; what one may not know of answers 404."""

from typing import Any

import rules
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from network.views.acting import WaitingForm
from network.views.guarding import SignedIn

from ...models import Course
from ...services.errors import TrainingError


class ForWriters(SignedIn):
    """For who writes courses."""

    http_method_names = ["get", "head", "post", "options"]
    rule = "training.write"

    def may_enter(self, user: Any) -> bool:
        """Not for who writes for nobody."""
        return rules.test_rule(self.rule, user)


class OfCourse(ForWriters):
    """A page of one course, for those who work on it."""

    @cached_property
    def course(self) -> Course:
        """The course of the address, for who works on it."""
        found = Course.objects.worked_on_by(self.request.user).select_related("provider__state")
        return get_object_or_404(found, uuid=self.kwargs["uuid"])

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Training, my courses, and the course where the page lies below it."""
        title = self.course.passage("title")
        name = title.text or _("Without title")
        own = (name, reverse("training:draft", args=[self.course.uuid]), title.language)
        return [*desk_crumbs(), own]


def desk_crumbs() -> list[tuple[Any, ...]]:
    """What lies above every page behind the catalogue."""
    return [(_("Training"), reverse("training:courses")), (_("My courses"), reverse("training:desk"))]


class TrainingForm(ForWriters, WaitingForm):
    """A form of the catalogue: a service's refusal in words is shown above it, nothing typed is lost."""

    refused = (TrainingError,)
