"""Imports, their rows, and which record came from which row."""

import uuid
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from .choices import ImportState, Origin, Outcome, Verdict
from .querysets import ImportQuerySet, ImportRowQuerySet, SourceLinkQuerySet


class Import(models.Model):
    """A table that is looked at row by row, and then taken over.

    `kind` names what the rows become (registry.py), `owner` whose entries they are ("organization:12",
    "state:GT"), `options` what the person chose besides. The file goes as soon as it has been read: the
    rows are kept. `fault` says why nothing could be read, `notes` what was left out: {"code", …} put into
    words for each reader (services/words.py). `rows_done` counts on while it is read or taken over.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=50)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.FILE)
    source_id = models.BigIntegerField(null=True)
    owner = models.CharField(max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="imports"
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    options = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.READING)
    file = models.FileField(upload_to="imports/", blank=True)
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    fault = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    rows_all = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-started_at", "-id")
        indexes = [
            models.Index(fields=["by", "-started_at"], name="import_of_person"),
            models.Index(fields=["owner", "-started_at"], name="import_of_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("imports:page", args=[self.uuid])

    @property
    def is_running(self) -> bool:
        """Whether somebody waits for it."""
        return self.state in (ImportState.READING, ImportState.TAKING)


class ImportRow(models.Model):
    """A row of the table with what belongs to it.

    `values` holds {"main": {column: text}, "parts": {sheet: [{column: text}]}} as read; `faults` what could
    not be read, as data: {"sheet", "line", "column", "code", …}. What the forms find wrong is found anew for
    each reader. `object_id` is the record that came of it.
    """

    batch = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    values = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.NEW)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default="")
    object_id = models.BigIntegerField(null=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ("number", "id")
        indexes = [models.Index(fields=["batch", "verdict", "number"], name="import_rows_by_verdict")]

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.number}"

    @property
    def main(self) -> dict[str, Any]:
        """The row's own cells."""
        return self.values.get("main", {})

    def part(self, name: str) -> list[dict[str, Any]]:
        """Rows of another sheet that belong to it."""
        return self.values.get("parts", {}).get(name, [])


class SourceLink(models.Model):
    """Which record came from which row: the same row a second time makes nothing a second time.

    `key` is the source's own name of it, or made from its title. `digest` is of the row as last taken over,
    `base` what its fields held then: a field that holds something else now was changed here, and is kept
    (`kept` names such fields). `seen_at`: when its source last said something new of it. `missing_since`: the
    source does not name it any more.
    """

    kind = models.CharField(max_length=50)
    owner = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    object_id = models.BigIntegerField()
    source_id = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64)
    base = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    kept = models.JSONField(default=list)
    seen_at = models.DateTimeField()
    missing_since = models.DateField(null=True)

    objects = SourceLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("origin of an entry")
        verbose_name_plural = _("origins of entries")
        constraints = [
            models.UniqueConstraint(fields=["kind", "owner", "key"], name="import_once_per_source")
        ]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="import_origin_of_object"),
            models.Index(
                fields=["source_id", "seen_at"],
                condition=models.Q(source_id__isnull=False),
                name="import_origin_of_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.owner} {self.key}"
