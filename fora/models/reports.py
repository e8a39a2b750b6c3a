"""Final reports of fora, and the words of participants that they rest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel

from ..choices import ReportState
from ..querysets import CitationQuerySet, ReportQuerySet
from .posts import PostRevision
from .spaces import Space


class FinalReport(SourceTextModel):
    """What came of a forum, written by its facilitators after it has closed.

    In `body` (Markdown) a citation stands as its number in double brackets: [[3]].
    """

    space = models.OneToOneField(Space, on_delete=models.PROTECT, related_name="report")
    state = models.CharField(_("state"), max_length=10, choices=ReportState, default=ReportState.DRAFT)
    title = models.CharField(_("title"), max_length=250)
    summary = models.TextField(_("summary"), max_length=3000, blank=True)
    body = models.TextField(_("text"), max_length=100_000, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    writer_name = models.CharField(max_length=150, blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(_("published"), null=True)
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("final report")
        verbose_name_plural = _("final reports")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ReportState.PUBLISHED.value) | Q(published_at__isnull=False),
                name="fora_report_published_when",
            )
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """The report in the active language."""
        return f"{self.space.get_absolute_url()}report/"


class Citation(models.Model):
    """A passage of a post that a report cites: the revision is pinned, whatever is written later.

    `starts` and `ends` are characters of the revision's text; 0 and 0 mean all of it.
    """

    report = models.ForeignKey(
        FinalReport, on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    number = models.PositiveSmallIntegerField(_("number"))
    revision = models.ForeignKey(PostRevision, on_delete=models.PROTECT, related_name="citations")
    starts = models.PositiveIntegerField(default=0)
    ends = models.PositiveIntegerField(default=0)
    cited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    cited_at = models.DateTimeField(default=timezone.now)

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="fora_citation_number"),
            models.CheckConstraint(condition=Q(ends__gte=models.F("starts")), name="fora_citation_forward"),
        ]

    def __str__(self) -> str:
        return f"[{self.number}]"
