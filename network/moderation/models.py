"""Tables of moderation: flags, cases, what was done and why, appeals, sanctions.

What is moderated is named by `kind` (of registry.py) and `object_id`; `scope` says where, and so who does it.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .choices import AppealState, CaseState, Reason, SanctionKind, Verb
from .querysets import ActionQuerySet, AppealQuerySet, CaseQuerySet, FlagQuerySet, SanctionQuerySet


class Moderated(models.Model):
    """Names what a row is about and where that belongs."""

    kind = models.CharField(_("kind"), max_length=40)
    object_id = models.BigIntegerField()
    scope = models.CharField(_("scope"), max_length=40)

    class Meta:
        abstract = True


class ModerationCase(Moderated):
    """Everything about one object that waits for a moderator; one open case per object."""

    state = models.CharField(_("state"), max_length=10, choices=CaseState, default=CaseState.OPEN)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="claimed_cases"
    )
    claimed_at = models.DateTimeField(_("claimed"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(_("closed"), null=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Verb, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                condition=Q(state=CaseState.OPEN.value),
                name="moderation_one_open_case",
            )
        ]
        indexes = [
            models.Index(
                fields=["scope", "opened_at", "id"],
                condition=Q(state=CaseState.OPEN.value),
                name="moderation_case_queue",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.state}"


class Flag(Moderated):
    """A reader's sign that something should be looked at; one open flag per object and reader."""

    case = models.ForeignKey(ModerationCase, on_delete=models.CASCADE, related_name="flags")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="flags"
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    text = models.TextField(_("in your words"), max_length=1000, blank=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    closed_at = models.DateTimeField(_("answered"), null=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "reporter"],
                condition=Q(closed_at__isnull=True),
                name="moderation_one_open_flag",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.reason}"


class ModerationAction(Moderated):
    """One line of the log, never changed: triggers refuse UPDATE, DELETE and TRUNCATE (sql/append_only.sql).

    `author` is whose words, or whose account, it concerns; they read reason and text.
    """

    verb = models.CharField(_("action"), max_length=10, choices=Verb)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("explanation"), max_length=2000, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="moderation_received"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="moderation_done"
    )
    case = models.ForeignKey(ModerationCase, on_delete=models.PROTECT, null=True, related_name="actions")
    at = models.DateTimeField(_("at"), default=timezone.now)
    details = models.JSONField(default=dict)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action of moderation")
        verbose_name_plural = _("actions of moderation")
        indexes = [
            models.Index(fields=["kind", "object_id", "id"], name="moderation_action_of"),
            models.Index(fields=["scope", "-id"], name="moderation_action_scope"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.object_id}"


class Appeal(models.Model):
    """An author asks that another person look at a decision again; once per decision."""

    action = models.OneToOneField(ModerationAction, on_delete=models.PROTECT, related_name="appeal")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="appeals"
    )
    text = models.TextField(_("why the decision is wrong"), max_length=2000)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=AppealState, default=AppealState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        indexes = [
            models.Index(
                fields=["made_at", "id"],
                condition=Q(state=AppealState.WAITING.value),
                name="moderation_appeal_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.action_id}: {self.state}"


class Sanction(models.Model):
    """What a person may not do for a time: in one scope, or everywhere (""); without end until lifted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sanctions")
    kind = models.CharField(_("kind"), max_length=10, choices=SanctionKind)
    scope = models.CharField(_("scope"), max_length=40, blank=True)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    action = models.OneToOneField(ModerationAction, on_delete=models.PROTECT, related_name="sanction")
    lifted_at = models.DateTimeField(_("lifted"), null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        indexes = [
            models.Index(
                fields=["user", "scope"], condition=Q(lifted_at__isnull=True), name="moderation_sanction_live"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="moderation_sanction_ends_later",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.kind} {self.scope}"
