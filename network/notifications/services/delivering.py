"""Mails about one thing: looked at once more before they go, sent, and accounted for."""

from typing import Any

from django.db import DatabaseError
from django.urls import reverse

from network.models import User

from ..choices import Channel, Frequency
from ..kinds import Kind, find_kind
from ..models import MailSettings, Notification
from ..registry import GiveUpError, Receipt, SkipError
from .composing import Envelope, Mail, envelope, reading_as, write
from .posting import post
from .preferences import CHANNELS, frequency_of
from .reading import absolute, matter_of, visible_objects, words_for
from .stopping import stop_address

SETTINGS_PAGE = "notifications:preferences"


def mail_notification(notification_id: int) -> Receipt:
    """Send one notification as a mail of its own.

    Raises SkipError with the reason when it should not go, GiveUpError when it never can.
    """
    rows = Notification.objects.select_related("recipient__mail_settings", "actor", "about_type")
    notification = rows.filter(pk=notification_id).first()
    if notification is None:
        raise SkipError("The notification or its recipient was deleted.")
    kind = find_kind(notification.verb)
    to = reachable(notification.recipient)
    _check_wish(notification, kind)
    about = visible_objects([notification], notification.recipient).get(notification.pk)
    if about is None:
        raise SkipError("It is gone, or the recipient may no longer see it.")
    with reading_as(to):
        message = _compose(notification, kind, about, to)
    post(message)
    return Receipt(to.note)


def reachable(recipient: User) -> Envelope:
    """Where mails to this person go now; raises SkipError with the reason when none may."""
    if not recipient.is_active:
        raise SkipError("The account is closed or suspended.")
    if settings_of(recipient).has_bounced(recipient.email):
        raise SkipError("Mails to this address came back.")
    return envelope(recipient.email, recipient.full_name, recipient.language, recipient.time_zone)


def settings_of(recipient: User) -> MailSettings:
    """The person's mail settings, loaded with the person, or the usual ones."""
    try:
        return recipient.mail_settings
    except MailSettings.DoesNotExist:
        return MailSettings(user=recipient)


def _check_wish(notification: Notification, kind: Kind) -> None:
    """A wish that changed since it was written holds: it goes with a summary, or not at all."""
    wanted = frequency_of(notification, kind)
    if wanted == Frequency.AT_ONCE and not kind.required and settings_of(notification.recipient).is_paused():
        wanted = Frequency.DAILY
    if wanted == Frequency.AT_ONCE:
        return
    channel = CHANNELS[wanted]
    Notification.objects.filter(pk=notification.pk, channel=Channel.ALONE).update(channel=channel)
    if channel == Channel.NONE:
        raise SkipError("The recipient wants no mails of this kind.")
    raise SkipError("It goes with the next summary, as the recipient wishes.")


def _compose(notification: Notification, kind: Kind, about: Any, to: Envelope) -> Any:
    try:
        words = words_for(kind, matter_of(notification, about))
        one = (notification.about_type_id, notification.about_id) if kind.stops_one else None
        stop = "" if kind.required else stop_address(notification.recipient_id, kind.verb, one)
        private = kind.is_private(about)
        mail = Mail(
            key=f"notification.{notification.pk}",
            subject=str(kind.label) if private else words.subject,
            template=kind.template,
            context={
                "words": words,
                "kind": kind,
                "is_private": private,
                "url": absolute(reverse("notifications:open", args=[notification.pk])),
                "preferences": absolute(reverse(SETTINGS_PAGE)),
            },
            thread=f"{_label(notification)}.{notification.about_id}",
            stop=stop,
            list_name=kind.verb,
        )
        return write(mail, to)
    except DatabaseError:
        raise
    except Exception as error:
        raise GiveUpError(f"The mail could not be written: {type(error).__name__}: {error}") from error


def _label(notification: Notification) -> str:
    """What kind of object the mail's conversation is about."""
    about_type = notification.about_type
    return f"{about_type.app_label}.{about_type.model}"
