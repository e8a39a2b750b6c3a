"""How each person wants to be told: per kind, per object, and when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q

from network.models import User

from ..choices import Channel, Frequency
from ..kinds import Kind, find_kind, kinds
from ..models import MailSettings, Notification, Preference

EXCEPTIONS = 30  # shown on the page
CHANNELS = {
    Frequency.AT_ONCE: Channel.ALONE,
    Frequency.DAILY: Channel.DAILY,
    Frequency.WEEKLY: Channel.WEEKLY,
    Frequency.NEVER: Channel.NONE,
}


def frequencies(
    kind: Kind,
    about_type: ContentType,
    about_id: str,
    user_ids: Iterable[int],
) -> dict[int, Frequency]:
    """How often each of these people wants mails of this kind about this object, by one query.

    What was said about the kind and the object goes before what was said about the object, that before how
    the person follows it, and that before what was said about the kind, unless that was "never". A required
    kind always comes at once.
    """
    ids = list(user_ids)
    if kind.required:
        return dict.fromkeys(ids, Frequency.AT_ONCE)
    matching = Q(verb=kind.verb, about_type=None) | Q(
        verb__in=["", kind.verb], about_type=about_type, about_id=about_id
    )
    said: dict[int, dict[tuple[bool, bool], Frequency]] = defaultdict(dict)
    rows = Preference.objects.filter(matching, user__in=ids)
    for user_id, verb, about, frequency in rows.values_list("user_id", "verb", "about_id", "frequency"):
        said[user_id][bool(about), bool(verb)] = Frequency(frequency)
    followed = kind.wishes(about_id, ids) if kind.wishes else {}
    return {user_id: _closest(said[user_id], followed.get(user_id), kind.default) for user_id in ids}


def _closest(
    said: dict[tuple[bool, bool], Frequency], wish: Frequency | None, default: Frequency
) -> Frequency:
    for level in ((True, True), (True, False)):
        if level in said:
            return said[level]
    of_kind = said.get((False, True))
    if of_kind == Frequency.NEVER:
        return of_kind
    return wish or of_kind or default


def wishes_of(
    kind: Kind, about: type[Model], pairs: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], Frequency]:
    """The same for many objects, each with its person: pairs of keys of both; one query.

    For kinds without `wishes` of their own.
    """
    asked = list(pairs)
    about_type = ContentType.objects.get_for_model(about)
    matching = Q(verb=kind.verb, about_type=None) | Q(
        verb__in=["", kind.verb], about_type=about_type, about_id__in={str(key) for key, _user in asked}
    )
    said: dict[tuple[str, int], dict[bool, Frequency]] = defaultdict(dict)
    rows = Preference.objects.filter(matching, user__in={user for _key, user in asked})
    for user_id, verb, about_id, frequency in rows.values_list("user_id", "verb", "about_id", "frequency"):
        said[about_id, user_id][bool(verb)] = Frequency(frequency)
    found = {}
    for key, user in asked:
        of_one, of_kind = said[str(key), user], said["", user]
        levels = {(True, named): wish for named, wish in of_one.items()}
        levels |= {(False, named): wish for named, wish in of_kind.items()}
        found[key, user] = _closest(levels, None, kind.default)
    return found


def frequency_of(notification: Notification, kind: Kind) -> Frequency:
    """What holds now for one notification."""
    people = [notification.recipient_id]
    return frequencies(kind, notification.about_type, notification.about_id, people)[
        notification.recipient_id
    ]


@transaction.atomic
def set_frequency(
    *,
    user: User,
    frequency: Frequency | None,
    verb: str = "",
    about_type: ContentType | None = None,
    about_id: str = "",
) -> None:
    """Wish for a kind (`verb`), for all about an object, or for one kind about it; None forgets it.

    What waits for a summary follows: it changes summaries, or goes no more. Raises UnknownKindError, and
    ValueError for a kind that is required.
    """
    if verb and find_kind(verb).required:
        raise ValueError(f"{verb} cannot be turned off.")
    key: dict[str, Any] = {"user": user, "verb": verb, "about_type": about_type, "about_id": about_id}
    if frequency is None:
        Preference.objects.filter(**key).delete()
    else:
        Preference.objects.update_or_create(**key, defaults={"frequency": frequency})
    _move_waiting(user, verb, about_type, about_id)


def follow_wishes(*, user: User, verb: str) -> None:
    """What waits for a mail goes as the person now follows it; call it where `Kind.wishes` has changed."""
    _move_waiting(user, verb, None, "")


def _move_waiting(user: User, verb: str, about_type: ContentType | None, about_id: str) -> None:
    summed_up = (Channel.DAILY, Channel.WEEKLY, Channel.FOLDED)
    waiting = Notification.objects.filter(recipient=user).undelivered(*summed_up)
    if verb:
        waiting = waiting.filter(verb=verb)
    if about_id:
        waiting = waiting.filter(about_type=about_type, about_id=about_id)
    known = [kind.verb for kind in kinds()]  # what an older release told stays where it is
    for notification in waiting.filter(verb__in=known).select_related("about_type")[:1000]:
        wanted = frequency_of(notification, find_kind(notification.verb))
        if wanted == Frequency.AT_ONCE:
            if notification.channel == Channel.FOLDED:
                continue
            wanted = Frequency.DAILY  # it comes with the next summary: a burst of old mails helps nobody
        if CHANNELS[wanted] != notification.channel:
            notification.channel = CHANNELS[wanted]
            notification.save(update_fields=["channel"])


def choices_of(user: User) -> dict[str, str]:
    """What the person chose, by kind."""
    rows = Preference.objects.filter(user=user, about_type=None)
    return dict(rows.values_list("verb", "frequency"))


@transaction.atomic
def choose(
    *,
    user: User,
    wishes: dict[str, Frequency],
    digest_hour: int,
    digest_weekday: int,
    paused_until: datetime | None,
) -> None:
    """Keep a page of preferences: wishes by kind, times of summaries, pause. Raises as `set_frequency`."""
    before = choices_of(user)
    for verb, frequency in wishes.items():
        if before.get(verb, find_kind(verb).default) != frequency:
            set_frequency(user=user, frequency=frequency, verb=verb)
    set_mail_times(
        user=user, digest_hour=digest_hour, digest_weekday=digest_weekday, paused_until=paused_until
    )


def wish_about(notification: Notification) -> str | None:
    """What the recipient said about everything that concerns the notification's object."""
    said = Preference.objects.filter(
        user=notification.recipient_id,
        verb="",
        about_type=notification.about_type_id,
        about_id=notification.about_id,
    )
    return said.values_list("frequency", flat=True).first()


def choose_about(*, notification: Notification, frequency: Frequency | None, by: User) -> None:
    """A wish for everything about what this notification is about; None forgets it."""
    set_frequency(
        user=by, frequency=frequency, about_type=notification.about_type, about_id=notification.about_id
    )


def exceptions_of(user: User) -> list[tuple[Notification, str]]:
    """What the person said about single objects: the newest message about each, and the wish."""
    said = Preference.objects.filter(user=user).exclude(about_type=None).order_by("-pk")[:EXCEPTIONS]
    found = []
    for preference in said:
        newest = (
            Notification.objects.visible_to(user)
            .filter(about_type=preference.about_type_id, about_id=preference.about_id)
            .select_related("actor", "recipient")
            .order_by("-pk")
            .first()
        )
        if newest is not None:
            found.append((newest, str(Frequency(preference.frequency).label)))
    return found


@transaction.atomic
def set_mail_times(
    *, user: User, digest_hour: int, digest_weekday: int, paused_until: datetime | None
) -> MailSettings:
    """When summaries come (hour and weekday in the person's time zone), and until when no mail is wanted."""
    settings, _made = MailSettings.objects.update_or_create(
        user=user,
        defaults={
            "digest_hour": digest_hour,
            "digest_weekday": digest_weekday,
            "paused_until": paused_until,
        },
    )
    return settings


def mail_settings_of(user: User) -> MailSettings:
    """The person's settings, or the ones that hold for who never changed any (not saved)."""
    return MailSettings.objects.filter(user=user).first() or MailSettings(user=user)
