"""How people come in: invitations, requests to become a member, hand-overs between focal points."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import HandOverState, Language, OrganizationKind, RequestState, Role
from ..querysets import HandOverQuerySet, InvitationQuerySet, StaffOnlyQuerySet
from .names import validate_person_name

if TYPE_CHECKING:
    from .people import User  # named in a type only


class Invitation(models.Model):
    """A role offered to the holder of an address: single use, bound to the address, for a time.

    The link's secret follows from `nonce` and the portal's key; the table holds only its hash.
    """

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    state = models.ForeignKey("network.MemberState", on_delete=models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey(
        "network.Organization", on_delete=models.PROTECT, null=True, related_name="+"
    )
    role_language = models.CharField(_("language of the role"), max_length=2, choices=Language, null=True)
    is_principal = models.BooleanField(_("principal focal point"), default=False)
    ends_at = models.DateTimeField(_("role ends at"), null=True)
    language = models.CharField(_("language of the mail"), max_length=2, choices=Language)
    full_name = models.CharField(_("name"), max_length=150, blank=True, validators=[validate_person_name])
    reason = models.CharField(_("reason"), max_length=500)
    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))
    used_at = models.DateTimeField(_("accepted at"), null=True)
    used_by = models.ForeignKey(
        "network.User", on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True)
    revoked_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-invited_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(used_by__isnull=False),
                name="network_invitation_used_by_someone",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.state_id or ''}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > timezone.now()


class RegistrationRequest(models.Model):
    """Someone asks to become a member. Staff decide; approval sends an invitation to the address.

    A row is written for every request, also for an address that has an account already (`known`), so that
    neither the answer nor its time tells the one from the other.
    """

    email = models.EmailField(_("e-mail address"))
    full_name = models.CharField(_("name"), max_length=150, validators=[validate_person_name])
    language = models.CharField(_("language"), max_length=2, choices=Language)
    organization = models.ForeignKey(
        "network.Organization",
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    organization_name = models.CharField(_("name of the organization"), max_length=250, blank=True)
    organization_kind = models.CharField(
        _("kind of organization"), max_length=20, choices=OrganizationKind, blank=True
    )
    organization_state = models.ForeignKey(
        "network.MemberState",
        verbose_name=_("member state"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    organization_website = models.URLField(_("website"), blank=True)
    position = models.CharField(_("position"), max_length=150, blank=True)
    motivation = models.TextField(_("what you want to take part in"), max_length=2000)
    state = models.CharField(_("state"), max_length=10, choices=RequestState, default=RequestState.PENDING)
    requested_at = models.DateTimeField(_("asked at"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, related_name="registration"
    )

    objects = StaffOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("requested_at", "id")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(state=RequestState.PENDING),
                name="network_registration_pending_once",
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class HandOver(models.Model):
    """A focal point names a successor, with the letter of designation; staff check it and invite.

    When the successor accepts, the principal's place passes on and the predecessor's grants of the state
    end. Drafts belong to the state: their author stays named, and the state's people go on with them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    grant = models.ForeignKey("network.RoleGrant", on_delete=models.CASCADE, related_name="hand_overs")
    successor_name = models.CharField(
        _("name of the successor"), max_length=150, validators=[validate_person_name]
    )
    successor_email = models.EmailField(_("e-mail address of the successor"))
    successor_language = models.CharField(_("language of the successor"), max_length=2, choices=Language)
    letter = models.FileField(_("letter of designation"), upload_to="letters/")
    letter_sha256 = models.CharField(max_length=64, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=HandOverState, default=HandOverState.PENDING)
    started_by = models.ForeignKey("network.User", on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    decided_by = models.ForeignKey("network.User", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, related_name="hand_over"
    )
    completed_at = models.DateTimeField(_("completed at"), null=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ("-started_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["grant"],
                condition=Q(state__in=[HandOverState.PENDING, HandOverState.INVITED]),
                name="network_one_hand_over_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def predecessor(self) -> "User":
        """Who hands over."""
        return self.grant.user
