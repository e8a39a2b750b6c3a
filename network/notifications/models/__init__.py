"""Tables of the outbox, of notifications and preferences, and of announcements."""

from .announcements import Announcement
from .notices import Digest, MailSettings, Notification, Preference
from .outbox import Canary, OutboxEntry

__all__ = ["Announcement", "Canary", "Digest", "MailSettings", "Notification", "OutboxEntry", "Preference"]
