"""Addresses at which providers keep lists of their courses."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..choices.harvesting import HarvestFault
from ..querysets.harvesting import HarvestSourceQuerySet


class HarvestSource(models.Model):
    """A list of courses at an address: schema.org JSON-LD in a page or a file, or CSV; read once a day.

    `by` stands behind what comes of it. `defaults` says what the list leaves out, by columns of the import.
    `etag` and `last_modified` are the marks of the last answer that was read. `fault` says why the last try
    brought nothing (`detail` for staff), `failing_since` since when; entries stay meanwhile.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provider = models.ForeignKey(
        "network.Organization",
        on_delete=models.PROTECT,
        related_name="harvest_sources",
        verbose_name=_("provider"),
    )
    address = models.URLField(_("address of the list"), max_length=500)
    language = models.CharField(_("language of the texts"), max_length=2, choices=Language)
    defaults = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="harvest_sources"
    )
    is_on = models.BooleanField(_("is read every day"), default=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    next_at = models.DateTimeField(default=timezone.now)
    tried_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    entries = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=10, choices=HarvestFault, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    failing_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = HarvestSourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("list at an address")
        verbose_name_plural = _("lists at addresses")
        ordering = ("provider", "pk")
        constraints = [
            models.UniqueConstraint(fields=["provider", "address"], name="harvest_source_once"),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=models.Q(is_on=True), name="harvest_source_due")
        ]

    def __str__(self) -> str:
        return self.address

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("training:source", args=[self.uuid])
