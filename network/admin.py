"""The database administration, for people who look after the installation: it shows, and changes little.

What has rules of its own (grants, statuses of states, steps of a practice) is changed by its services on the
portal's pages, which check and log; here it can only be looked at.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from .models import (
    IccsSection,
    Membership,
    MemberState,
    Organization,
    RoleGrant,
    StateStatusPeriod,
    Topic,
    User,
)


class LookOnly(admin.ModelAdmin):
    """Rows can be found and read; nothing can be added, changed or deleted."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


class MostlyLook(LookOnly):
    """Rows can be read; only the fields in `editable` can be changed."""

    editable: tuple[str, ...] = ()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those whom Django's permissions allow it."""
        return super(LookOnly, self).has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Everything that is not editable."""
        names = [field.name for field in self.model._meta.fields]
        return tuple(name for name in names if name not in self.editable)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """All columns, but no password."""
        return tuple(field.name for field in self.model._meta.fields if field.name != "password")


@admin.register(User)
class UserAdmin(MostlyLook):
    """Accounts: they can be closed and reopened here."""

    list_display = ("email", "full_name", "language", "is_active", "is_staff", "date_joined")
    list_filter = ("is_active", "is_staff", "language")
    search_fields = ("email", "full_name")
    ordering = ("email",)
    editable = ("is_active",)


@admin.register(Organization)
class OrganizationAdmin(MostlyLook):
    """Organizations: verifying one makes its page public."""

    list_display = ("name", "kind", "state", "is_verified")
    list_filter = ("is_verified", "kind")
    search_fields = ("name",)
    list_select_related = ("state",)
    editable = ("is_verified", "kind", "website")


@admin.register(RoleGrant)
class RoleGrantAdmin(LookOnly):
    """Grants, the ended and revoked ones too."""

    list_display = ("user", "role", "state", "organization", "language", "starts_at", "ends_at", "revoked_at")
    list_filter = ("role",)
    search_fields = ("user__email", "user__full_name")
    list_select_related = ("user", "state", "organization")


@admin.register(Membership)
class MembershipAdmin(LookOnly):
    """Who belongs to which organization."""

    list_display = ("user", "organization", "position", "since_on")
    search_fields = ("user__email", "organization__name")
    list_select_related = ("user", "organization")


@admin.register(MemberState)
class MemberStateAdmin(LookOnly):
    """Member states as they stand now."""

    list_display = ("iso2", "name", "region", "status")
    list_filter = ("status", "region")


@admin.register(StateStatusPeriod)
class StateStatusPeriodAdmin(LookOnly):
    """How states stood over time, with note and source."""

    list_display = ("state", "status", "since_on", "recorded_at", "recorded_by")
    list_select_related = ("state", "recorded_by")


@admin.register(Topic)
class TopicAdmin(LookOnly):
    """The taxonomy."""

    list_display = ("slug", "name", "parent", "position")
    list_select_related = ("parent",)


@admin.register(IccsSection)
class IccsSectionAdmin(LookOnly):
    """ICCS level 1."""

    list_display = ("code", "name")
