"""Roles as granted: to whom, for what, until when, by whom and why."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import LANGUAGE_ROLES, ORGANIZATION_ROLES, STATE_ROLES, Language, Role
from ..querysets import ATTESTATION_GRACE, ATTESTATION_NOTICE, RoleGrantQuerySet


def _scope(roles: tuple[Role, ...], column: str) -> Q:
    return ~Q(role__in=[role.value for role in roles]) | Q(**{f"{column}__isnull": False})


@pghistory.track(append_only=True)
class RoleGrant(models.Model):
    """A role given to a person; every change of a grant is kept in its event table.

    Focal points and staff confirm once a year that they still hold the office (ATTESTED_ROLES):
    `attestation_due_on` is the day until which; after the grace period the grant is not in force.
    """

    user = models.ForeignKey("network.User", on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    state = models.ForeignKey(
        "network.MemberState", on_delete=models.PROTECT, null=True, blank=True, related_name="role_grants"
    )
    organization = models.ForeignKey(
        "network.Organization", on_delete=models.PROTECT, null=True, blank=True, related_name="role_grants"
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, null=True, blank=True)
    is_principal = models.BooleanField(_("principal focal point"), default=False)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    attestation_due_on = models.DateField(_("to be confirmed by"), null=True, blank=True)
    attested_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    granted_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    revoked_reason = models.CharField(_("reason for revoking"), max_length=500, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role granted")
        verbose_name_plural = _("roles granted")
        ordering = ("-starts_at",)
        indexes = [
            models.Index(fields=["user"], condition=Q(revoked_at__isnull=True), name="network_grant_live")
        ]
        constraints = [
            models.CheckConstraint(condition=_scope(STATE_ROLES, "state"), name="network_grant_names_state"),
            models.CheckConstraint(
                condition=_scope(ORGANIZATION_ROLES, "organization"), name="network_grant_names_organization"
            ),
            models.CheckConstraint(
                condition=_scope(LANGUAGE_ROLES, "language"), name="network_grant_names_language"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="network_grant_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.state_id or self.organization_id or self.language or ''}"

    @property
    def is_in_force(self) -> bool:
        """Whether dates and revocation leave it in force; the state's status is for the queryset to see."""
        now = timezone.now()
        return (
            self.starts_at <= now
            and self.revoked_at is None
            and (self.ends_at is None or self.ends_at > now)
            and not self.is_blocked
        )

    @property
    def is_attestation_due(self) -> bool:
        """Whether the holder is to confirm now: the question is asked some weeks ahead."""
        due = self.attestation_due_on
        return due is not None and due - ATTESTATION_NOTICE <= timezone.localdate()

    @property
    def is_blocked(self) -> bool:
        """Whether the confirmation is overdue beyond the grace period."""
        due = self.attestation_due_on
        return due is not None and due + ATTESTATION_GRACE < timezone.localdate()
