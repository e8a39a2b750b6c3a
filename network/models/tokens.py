"""Keys of programs: a person's tokens for the API, and which of their requests were answered already."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import TokenScope


@pghistory.track(append_only=True, exclude=["token_hash", "last_used_at"])
class ApiToken(models.Model):
    """A program acts for a person by it, for a time; the secret is shown once and kept only as its hash.

    That it was made or revoked is kept in its event table.
    """

    user = models.ForeignKey("network.User", on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("name"), max_length=80)
    scope = models.CharField(_("what it may do"), max_length=5, choices=TokenScope)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("ends"))
    last_used_at = models.DateTimeField(_("last used"), null=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ("-made_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="network_token_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_valid(self) -> bool:
        """Whether it opens anything now."""
        return self.revoked_at is None and self.expires_at > timezone.now()


class AnsweredRequest(models.Model):
    """A writing request that a person's program named by a key of its own, and what came of it.

    Neither what was sent nor the answer is kept: a fingerprint, and the address of what was made.
    """

    user = models.ForeignKey("network.User", on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    location = models.CharField(max_length=300)
    answered_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("answered request")
        verbose_name_plural = _("answered requests")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="network_request_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"
