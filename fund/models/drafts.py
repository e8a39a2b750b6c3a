"""Entries on their way: prepared by one person, approved by another."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Language

from ..choices import EDITABLE, DraftState, EntryKind, Step
from ..querysets import AttachmentQuerySet, DraftQuerySet
from .giving import Agreement, Donor
from .projects import Project
from .reference import Fund


class EntryFacts(models.Model):
    """What is said about an entry, the same on the draft and on the posted entry."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=20, choices=EntryKind)
    event_on = models.DateField(_("date of the event"))
    description = models.CharField(_("description"), max_length=500)
    language = models.CharField(_("language of the description"), max_length=2, choices=Language)
    party = models.CharField(_("the other party"), max_length=250, blank=True)
    donor = models.ForeignKey(Donor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    valuation = models.CharField(_("method of valuation"), max_length=500, blank=True)
    rate = models.DecimalField(_("rate"), max_digits=20, decimal_places=10, null=True)
    rate_source = models.CharField(_("source of the rate"), max_length=200, blank=True)
    rate_on = models.DateField(_("date of the rate"), null=True)
    is_memorandum = models.BooleanField(_("memorandum"), default=False)
    is_demonstration = models.BooleanField(_("example"), default=False, editable=False)

    class Meta:
        abstract = True


class DraftEntry(EntryFacts):
    """An entry before it is posted. Its hash covers all that is said; an approval pins that hash.

    Legs are two arrays: accounts, and amounts in smallest units, debits positive, credits negative.
    """

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    reverses = models.ForeignKey(
        "fund.Entry", on_delete=models.PROTECT, null=True, related_name="reversal_drafts"
    )
    leg_accounts = ArrayField(models.BigIntegerField())
    leg_amounts = ArrayField(models.BigIntegerField())
    evidence = models.JSONField(_("evidence"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=DraftState, default=DraftState.DRAFT)
    content_hash = models.BinaryField(editable=False, default=b"")
    prepared_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(_("prepared at"), default=timezone.now)
    decided_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    idempotency_key = models.UUIDField(unique=True, default=uuid4, editable=False)
    request_hash = models.BinaryField(editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft entry")
        verbose_name_plural = _("draft entries")
        ordering = ("-prepared_at", "-id")
        indexes = [
            models.Index(
                fields=["state", "prepared_at"],
                condition=~Q(state__in=[DraftState.POSTED, DraftState.WITHDRAWN]),
                name="fund_draft_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["id", "prepared_by"], name="fund_draft_preparer"),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""), name="fund_draft_returned_why"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | Q(state="withdrawn")
                | ~Q(decided_by=models.F("prepared_by")),
                name="fund_draft_four_eyes",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    def get_absolute_url(self) -> str:
        """Address at the fund desk."""
        return reverse("fund:draft", args=[self.public_id])

    @property
    def is_editable(self) -> bool:
        """Whether its preparer may still change it."""
        return self.state in EDITABLE

    @property
    def legs(self) -> list[tuple[int, int]]:
        """Account and amount of each leg."""
        return list(zip(self.leg_accounts, self.leg_amounts, strict=True))


class DraftStep(models.Model):
    """What somebody did with a draft, and of which content; append-only in the database."""

    draft = models.ForeignKey(DraftEntry, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(_("step"), max_length=10, choices=Step)
    by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    content_hash = models.BinaryField(editable=False)

    class Meta:
        verbose_name = _("step of a draft")
        verbose_name_plural = _("steps of drafts")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.draft_id} {self.step}"


def random_place(attachment: "Attachment", name: str) -> str:
    """Where a file lies: its name tells nothing."""
    return f"fund/{uuid4().hex}"


class Attachment(models.Model):
    """A file that supports a draft, or is the text of an agreement.

    The SHA-256 of a draft's files stands in its evidence, and so in what the approver approves.
    """

    draft = models.ForeignKey(DraftEntry, on_delete=models.CASCADE, null=True, related_name="attachments")
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, null=True, related_name="attachments")
    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(_("file name"), max_length=200)
    file = models.FileField(_("file"), upload_to=random_place)
    sha256 = models.CharField(max_length=64, editable=False)
    kind = models.CharField(_("kind of file"), max_length=100, editable=False)
    size = models.BigIntegerField(_("size"), editable=False)
    added_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added at"), default=timezone.now)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("added_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False, agreement__isnull=True)
                | Q(draft__isnull=True, agreement__isnull=False),
                name="fund_attachment_of_one",
            )
        ]

    def __str__(self) -> str:
        return self.name
