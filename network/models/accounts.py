"""A change of address while both addresses are being asked, and letters about accounts."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import AccountMailKind, Language


class EmailChange(models.Model):
    """A new address for an account; it holds once both the old and the new address have said yes."""

    user = models.ForeignKey("network.User", on_delete=models.CASCADE, related_name="email_changes")
    old_email = models.EmailField(_("old address"))
    new_email = models.EmailField(_("new address"))
    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    old_token_hash = models.CharField(max_length=64, unique=True, editable=False)
    new_token_hash = models.CharField(max_length=64, unique=True, editable=False)
    requested_at = models.DateTimeField(_("asked at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))
    old_confirmed_at = models.DateTimeField(_("confirmed at the old address"), null=True)
    new_confirmed_at = models.DateTimeField(_("confirmed at the new address"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)

    class Meta:
        verbose_name = _("change of address")
        verbose_name_plural = _("changes of address")
        ordering = ("-requested_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(closed_at__isnull=True),
                name="network_one_email_change_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether it can still be confirmed."""
        return self.closed_at is None and self.expires_at > timezone.now()


class AccountMail(models.Model):
    """A letter about an account: what it says follows from `kind` and the row that `about` names.

    The outbox carries the id of this row only. No secret is kept here: links are made on sending.
    """

    kind = models.CharField(_("kind"), max_length=30, choices=AccountMailKind)
    address = models.EmailField(_("to"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    user = models.ForeignKey("network.User", on_delete=models.CASCADE, null=True, related_name="+")
    about = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True)

    class Meta:
        verbose_name = _("letter about an account")
        verbose_name_plural = _("letters about accounts")
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
