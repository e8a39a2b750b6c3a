"""What people are told: notifications, summaries of them, and how each person wants to be told."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import Channel, Frequency, Weekday
from ..querysets import NotificationQuerySet

DIGEST_HOUR = 7


class Digest(models.Model):
    """One mail about several notifications: which ones is decided before it is sent, and never again."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    channel = models.CharField(_("kind"), max_length=10, choices=Channel)
    key = models.CharField(_("key that makes it unique"), max_length=200, unique=True)
    due_at = models.DateTimeField(_("due"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("summary")
        verbose_name_plural = _("summaries")

    def __str__(self) -> str:
        return self.key


class Notification(models.Model):
    """Something happened that concerns one person.

    It names a verb and an object and holds no text: the words are made for the reader, from what the
    object says when it is read. `channel` is how it goes by mail; `mailed_at` is filled for what went with a
    digest (a mail of its own is an outbox entry, which says when it was sent).
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    verb = models.CharField(_("kind of news"), max_length=100)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    about_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    about_id = models.CharField(max_length=40)
    about = GenericForeignKey("about_type", "about_id")
    context = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    once = models.CharField(max_length=120, blank=True, default="")
    created_at = models.DateTimeField(_("at"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True)
    channel = models.CharField(_("by mail"), max_length=10, choices=Channel, default=Channel.ALONE)
    digest = models.ForeignKey(
        Digest, on_delete=models.SET_NULL, null=True, related_name="notifications", db_index=False
    )
    mailed_at = models.DateTimeField(_("went with a summary"), null=True)
    mail_note = models.CharField(_("reason for no mail"), max_length=200, blank=True, default="")

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notification_inbox"),
            models.Index(fields=["recipient"], condition=Q(read_at__isnull=True), name="notification_unread"),
            models.Index(fields=["about_type", "about_id", "created_at"], name="notification_about"),
            models.Index(
                fields=["channel", "recipient"],
                condition=Q(mailed_at__isnull=True, channel__in=["daily", "weekly", "folded"]),
                name="notification_undelivered",
            ),
            models.Index(fields=["digest"], condition=Q(digest__isnull=False), name="notification_digest"),
            models.Index(fields=["actor"], condition=Q(actor__isnull=False), name="notification_actor"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "once"], condition=~Q(once=""), name="notification_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} → {self.recipient_id}"


class Preference(models.Model):
    """How often somebody wants mails of one kind, of everything about one object, or of one kind about it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preferences"
    )
    verb = models.CharField(_("kind of news"), max_length=100, blank=True, default="")
    about_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True, related_name="+")
    about_id = models.CharField(max_length=40, blank=True, default="")
    about = GenericForeignKey("about_type", "about_id")
    frequency = models.CharField(_("by mail"), max_length=10, choices=Frequency)

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "verb", "about_type", "about_id"],
                name="preference_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~Q(verb="", about_id=""), name="preference_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.verb}{self.about_id} {self.frequency}"


class MailSettings(models.Model):
    """When a person's summaries come, whether mails pause, and whether the address still takes any."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_settings"
    )
    digest_hour = models.PositiveSmallIntegerField(
        _("hour of the summary"), default=DIGEST_HOUR, validators=[MaxValueValidator(23)]
    )
    digest_weekday = models.PositiveSmallIntegerField(
        _("day of the weekly summary"), choices=Weekday, default=Weekday.MONDAY
    )
    paused_until = models.DateTimeField(_("no mails until"), null=True, blank=True)
    bounced_at = models.DateTimeField(_("mails came back"), null=True, editable=False)
    bounced_address = models.EmailField(blank=True, default="", editable=False)
    bounce_reason = models.CharField(max_length=200, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("mail settings")
        verbose_name_plural = _("mail settings")

    def __str__(self) -> str:
        return str(self.user_id)

    def has_bounced(self, address: str) -> bool:
        """Whether mails to this address came back; a new address begins afresh."""
        return self.bounced_at is not None and self.bounced_address == address

    def is_paused(self) -> bool:
        """Whether the person asked for quiet until a time that has not come."""
        return self.paused_until is not None and self.paused_until > timezone.now()
