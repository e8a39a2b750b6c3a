"""Announcements of the Secretariat: written, proposed, let out by a second person."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import MemberState, RoleGrant, User
from network.rules import is_staff_manager

from ..choices import AnnouncementState
from ..models import Announcement
from .notifying import notify


def audience(announcement: Announcement) -> QuerySet[User]:
    """Active people with one of the roles in force; of the states named, or of all when none is."""
    grants = RoleGrant.objects.effective().filter(role__in=announcement.roles)
    states = [state.pk for state in announcement.states.all()]
    if states:
        grants = grants.filter(state__in=states)
    return User.objects.filter(is_active=True, pk__in=grants.values("user")).order_by("pk")


def texts(announcement: Announcement) -> list[tuple[str, str, str, str]]:
    """Code and name of each language, title and text in it, as far as written."""
    return [
        (
            code,
            name,
            getattr(announcement, f"title_{code}") or "",
            getattr(announcement, f"text_{code}") or "",
        )
        for code, name in settings.LANGUAGES
    ]


@transaction.atomic
def save_announcement(*, announcement: Announcement, states: Iterable[MemberState], by: User) -> Announcement:
    """Write or change a draft; what was proposed is a draft again. Raises PermissionDenied."""
    _check(announcement, by)
    announcement.author = by  # who wrote last may not be the one who lets it out
    announcement.state = AnnouncementState.DRAFT
    announcement.save()
    announcement.states.set(states)
    return announcement


@transaction.atomic
def propose_announcement(*, announcement: Announcement, by: User) -> Announcement:
    """Hand a draft that is complete in four languages to a second person; staff are told."""
    announcement = _locked(announcement)
    _check(announcement, by)
    missing = [name for _code, name, title, text in texts(announcement) if not (title and text)]
    if missing:
        raise ValidationError(
            _("Still to be written in: %(languages)s"), params={"languages": ", ".join(missing)}
        )
    announcement.state = AnnouncementState.PROPOSED
    announcement.save(update_fields=["state", "changed_at"])
    staff = RoleGrant.objects.effective().filter(role="staff_manager").values("user")
    notify(
        "notifications.announcement_proposed",
        about=announcement,
        to=User.objects.filter(is_active=True, pk__in=staff),
        actor=by,
    )
    return announcement


@transaction.atomic
def approve_announcement(*, announcement: Announcement, by: User) -> Announcement:
    """Let a proposed announcement out. Raises PermissionDenied for its author, and unless it is proposed."""
    announcement = _locked(announcement)
    _check(announcement, by)
    if announcement.author_id == by.pk or announcement.state != AnnouncementState.PROPOSED:
        raise PermissionDenied
    announcement.state = AnnouncementState.SENT
    announcement.approved_by, announcement.sent_at = by, timezone.now()
    announcement.recipient_count = notify(
        "notifications.announcement",
        about=announcement,
        to=audience(announcement),
        once=f"announcement:{announcement.pk}",
    )
    announcement.save()
    return announcement


def _locked(announcement: Announcement) -> Announcement:
    return Announcement.objects.select_for_update().get(pk=announcement.pk)


def _check(announcement: Announcement, by: User) -> None:
    if not is_staff_manager(by) or announcement.state == AnnouncementState.SENT:
        raise PermissionDenied
