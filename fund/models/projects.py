"""Activities that the Fund supports."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel

from ..choices import ProjectState
from ..querysets import ProjectQuerySet
from .reference import Fund


@pghistory.track(append_only=True)
class Project(SourceTextModel):
    """An activity that the Fund supports, with where and about what it is."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="projects")
    identifier = models.CharField(_("identifier"), max_length=20, unique=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"))
    implementer = models.CharField(_("implementing body"), max_length=250, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ProjectState, default=ProjectState.PLANNED)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True)
    topics = models.ManyToManyField("network.Topic", related_name="fund_projects")
    states = models.ManyToManyField("network.MemberState", related_name="fund_projects")
    practices = models.JSONField(_("identifiers of practices"), default=list)
    is_demonstration = models.BooleanField(_("example"), default=False, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ("identifier",)
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="fund_project_span",
            )
        ]

    def __str__(self) -> str:
        return self.identifier

    def get_absolute_url(self) -> str:
        """Address of the project's page."""
        return reverse("fund:project", args=[self.identifier])
