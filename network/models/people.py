"""People and the organizations that they belong to."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..choices import Language, OrganizationKind, Role
from ..querysets import OrganizationQuerySet, last_attested_day
from ..querysets.written import Written
from .names import validate_person_name, validate_time_zone

if TYPE_CHECKING:
    from .roles import RoleGrant  # roles refer to people


class UserManager(BaseUserManager["User"]):
    """Makes accounts; addresses are compared without regard to case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of an e-mail address."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account; without password it cannot sign in until one is set."""
        user = self.model(email=self.normalize_email(email).strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account that may use the administration of the database."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person; signs in with an e-mail address, may do what the grants say."""

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("name"), max_length=150, validators=[validate_person_name])
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.EN)
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="UTC", validators=[validate_time_zone]
    )
    photo = models.FileField(_("photo"), upload_to="photos/", blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may use the database administration"), default=False)
    is_demonstration = models.BooleanField(_("demonstration account"), default=False, editable=False)
    date_joined = models.DateTimeField(_("joined at"), default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="network_user_email_any_case")]

    def __str__(self) -> str:
        return self.full_name or self.email

    def get_full_name(self) -> str:
        """Name as the person writes it."""
        return self.full_name

    def get_short_name(self) -> str:
        """Name as the person writes it: the order of names differs between languages."""
        return self.full_name

    @cached_property
    def grants(self) -> list["RoleGrant"]:
        """Grants in force now, read once per request."""
        found = _GRANTS.records(self.pk, timezone.now(), last_attested_day())
        for grant in found:
            grant.user = self
        return found

    @property
    def photo_key(self) -> UUID | None:
        """What the address of the photo ends with; None without one."""
        return UUID(self.photo.name.removeprefix("photos/").removesuffix(".jpg")) if self.photo else None

    def has_role(self, *roles: Role, state: str | None = None, language: str | None = None) -> bool:
        """Whether a grant in force gives one of `roles`, in the scope that is asked for."""
        return any(
            grant.role in roles
            and (state is None or grant.state_id == state)
            and (language is None or grant.language == language)
            for grant in self.grants
        )

    def states(self, *roles: Role) -> set[str]:
        """ISO codes of the states for which the person has one of `roles`."""
        return {grant.state_id for grant in self.grants if grant.role in roles and grant.state_id}

    def bodies(self, *roles: Role) -> set[int]:
        """Organizations for which the person has one of `roles`."""
        return {
            grant.organization_id
            for grant in self.grants
            if grant.role in roles and grant.organization_id is not None
        }

    @cached_property
    def organization_ids(self) -> set[int]:
        """Organizations that the person belongs to, read once per request."""
        return set(self.memberships.values_list("organization_id", flat=True))


def _effective_grants(pk: int, now: datetime, day: date) -> "models.QuerySet[RoleGrant]":
    from .roles import RoleGrant  # it imports this module

    return RoleGrant.objects.filter(user=pk).effective(now, day)


_GRANTS = Written(_effective_grants, int, datetime, date)


class Organization(models.Model):
    """A body that takes part in the dialogue."""

    name = models.CharField(_("name"), max_length=250)
    name_language = models.CharField(_("language of the name"), max_length=2, choices=Language, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind)
    state = models.ForeignKey(
        "network.MemberState",
        verbose_name=_("member state"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
    )
    website = models.URLField(_("website"), blank=True)
    is_verified = models.BooleanField(_("verified by the Secretariat"), default=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    members = models.ManyToManyField(User, through="Membership", related_name="organizations")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "name", "state", name="network_organization_once_per_state", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in an organization."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    position = models.CharField(_("position"), max_length=150, blank=True)
    since_on = models.DateField(_("since"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint("user", "organization", name="network_membership_once")]

    def __str__(self) -> str:
        return f"{self.user_id} – {self.organization_id}"
