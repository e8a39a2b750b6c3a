"""A session: one run of a course."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel
from network.models.names import validate_time_zone

from ..choices import SessionState
from ..querysets import SessionQuerySet
from ..querysets.days import MOMENTS, local_day
from .courses import Course


class Session(SourceTextModel):
    """When and where a course is given. Times are moments; `time_zone` is where it takes place.

    `is_any_time`: participants begin when they like; it then has no hours. `seats` empty: without limit.
    `seats_taken` is kept by who gives the seats; the database refuses more than there are.
    `takes_applications`: one applies in the portal, else by the course's own way. `accepts_at_once`: whoever
    needs no clearance any more has a seat while there is one, without the provider's decision. `sequence`
    rises with every change that calendars must hear of (RFC 5545).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="sessions", db_index=False)
    state = models.CharField(_("state"), max_length=10, choices=SessionState, default=SessionState.ANNOUNCED)
    is_any_time = models.BooleanField(_("participants may begin at any time"), default=False)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="UTC", validators=[validate_time_zone]
    )
    deadline_at = models.DateTimeField(_("apply until"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True, validators=[MinValueValidator(1)])
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    takes_applications = models.BooleanField(_("one applies in this portal"), default=False)
    accepts_at_once = models.BooleanField(
        _("seats are given at once, in the order of applications"), default=False
    )
    has_wait_list = models.BooleanField(_("a waiting list is kept once it is full"), default=True)
    cancel_reason = models.CharField(_("reason"), max_length=500, blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    source_key = models.CharField(max_length=200, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = (F("starts_at").asc(nulls_first=True), "id")
        indexes = [
            models.Index(fields=["course", "starts_at"], name="session_of_course"),
            models.Index(
                fields=["starts_at", "id"], condition=Q(starts_at__isnull=False), name="session_by_start"
            ),
            models.Index(
                fields=["starts_at", "id"],
                condition=~Q(state__in=[SessionState.ENDED.value, SessionState.CANCELLED.value]),
                name="session_coming",
            ),
            *(
                models.Index(
                    local_day(column),
                    column,
                    "id",
                    condition=~Q(state=SessionState.CANCELLED.value),
                    name=f"session_day_{what}",
                )
                for what, column in MOMENTS.items()
            ),
            models.Index(fields=["ends_at", "id"], condition=Q(ends_at__isnull=False), name="session_by_end"),
            models.Index(
                fields=["deadline_at"], condition=Q(deadline_at__isnull=False), name="session_by_deadline"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_any_time=True, starts_at__isnull=True, ends_at__isnull=True)
                | Q(is_any_time=False, starts_at__isnull=False, ends_at__isnull=False),
                name="session_dated_or_any_time",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="session_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(deadline_at__isnull=True)
                | Q(starts_at__isnull=True)
                | Q(deadline_at__lte=F("starts_at")),
                name="session_deadline_before_start",
            ),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(seats__gt=0), name="session_seats_positive"
            ),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(seats_taken__lte=F("seats")), name="session_not_oversold"
            ),
            models.CheckConstraint(
                condition=~Q(state=SessionState.CANCELLED.value) | ~Q(cancel_reason=""),
                name="session_cancelled_why",
            ),
            models.UniqueConstraint(
                fields=["course", "source_key"], condition=~Q(source_key=""), name="session_once_per_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course_id}: {self.starts_at or '∞'}"

    def get_absolute_url(self) -> str:
        """Its place on the course's page."""
        return f"{self.course.get_absolute_url()}#session-{self.pk}"

    @property
    def seats_left(self) -> int | None:
        """How many seats are free; None without a limit."""
        return None if self.seats is None else self.seats - self.seats_taken
