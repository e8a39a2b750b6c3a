"""Announcements: what the Secretariat tells many people at once."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Role

from ..choices import AnnouncementState
from ..querysets import AnnouncementQuerySet


class Announcement(models.Model):
    """A text in four languages to holders of roles, in all states or some; a second person lets it out."""

    title = models.CharField(_("title"), max_length=150)
    text = models.TextField(_("text"), max_length=5000)
    roles = ArrayField(models.CharField(max_length=20, choices=Role), verbose_name=_("to whom"), default=list)
    states = models.ManyToManyField("network.MemberState", verbose_name=_("of which states"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=AnnouncementState, default=AnnouncementState.DRAFT, editable=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    recipient_count = models.PositiveIntegerField(_("recipients"), default=0, editable=False)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ("-changed_at",)
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("author")),
                name="announcement_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(approved_by__isnull=False, sent_at__isnull=False),
                name="announcement_sent_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(timezone.localtime(self.changed_at))
