"""Mails about several things: daily and weekly summaries, and storms folded into one."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.db import DatabaseError, transaction
from django.db.models import Min, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext

from network.models import User

from ..choices import Category, Channel, Queue
from ..kinds import find_kind
from ..models import Digest, MailSettings, Notification
from ..models.notices import DIGEST_HOUR
from ..registry import GiveUpError, Receipt, SkipError
from .composing import Mail, reading_as, write, zone_of
from .delivering import SETTINGS_PAGE, reachable
from .outbox import enqueue_many
from .posting import post
from .reading import absolute, matter_of, visible_objects, words_for
from .stopping import ALL, stop_address

PEOPLE_AT_ONCE = 5000
LEFT_OVER = timedelta(hours=2)  # folded news that missed its mail goes with the next summary
SHOWN = 100  # items in one mail; the inbox has the rest


@dataclass(frozen=True)
class Item:
    """One line of a summary."""

    category: str
    line: str
    url: str
    at: datetime
    is_private: bool


def last_due(channel: str, now: datetime, zone: ZoneInfo, hour: int, weekday: int) -> datetime:
    """The latest moment up to `now` at which a summary was due in that zone, whatever the clocks did."""
    day = now.astimezone(zone).date()
    if datetime.combine(day, time(hour), zone).astimezone(UTC) > now:
        day -= timedelta(days=1)
    if channel == Channel.WEEKLY:
        day -= timedelta(days=(day.weekday() - weekday) % 7)
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


@transaction.atomic
def plan_digests(*, now: datetime | None = None) -> int:
    """Put what waits into summaries for whom the morning has come, and promise to send them; gives how many.

    A summary takes all that is undelivered, not a span of time: nothing falls between two of them, and
    after a standstill it is made up for.
    """
    now = now or timezone.now()
    Notification.objects.undelivered(Channel.FOLDED).filter(created_at__lt=now - LEFT_OVER).update(
        channel=Channel.DAILY
    )
    waiting = (
        Notification.objects.undelivered(Channel.DAILY, Channel.WEEKLY)
        .filter(recipient__is_active=True)
        .values("recipient_id", "channel", "recipient__time_zone")
        .annotate(oldest=Min("created_at"))
        .order_by("oldest")[:PEOPLE_AT_ONCE]
    )
    rows = list(waiting)
    settings = MailSettings.objects.in_bulk([row["recipient_id"] for row in rows], field_name="user_id")
    due = [digest for row in rows if (digest := _digest(row, settings.get(row["recipient_id"]), now))]
    return len(_make(due))


def _digest(row: dict[str, Any], settings: MailSettings | None, now: datetime) -> Digest | None:
    if settings and settings.paused_until and settings.paused_until > now:
        return None
    zone = zone_of(row["recipient__time_zone"]) or ZoneInfo("UTC")
    hour = settings.digest_hour if settings else DIGEST_HOUR
    due_at = last_due(row["channel"], now, zone, hour, settings.digest_weekday if settings else 0)
    if row["oldest"] >= due_at:
        return None
    day = due_at.astimezone(zone).date()
    key = f"{row['channel']}:{row['recipient_id']}:{day}"
    return Digest(recipient_id=row["recipient_id"], channel=row["channel"], key=key, due_at=due_at)


def _make(digests: list[Digest]) -> list[Digest]:
    """Save the new ones, give them their notifications, and promise to send them."""
    keys = [digest.key for digest in digests]
    known = set(Digest.objects.filter(key__in=keys).values_list("key", flat=True))
    made = Digest.objects.bulk_create([digest for digest in digests if digest.key not in known])
    if not made:
        return []
    mine = Digest.objects.filter(
        pk__in=[digest.pk for digest in made], recipient=OuterRef("recipient"), channel=OuterRef("channel")
    )
    Notification.objects.undelivered(*{digest.channel for digest in made}).filter(
        recipient__in=[digest.recipient_id for digest in made]
    ).update(digest=Subquery(mine.values("pk")[:1]))
    for channel, group in groupby(sorted(made, key=lambda each: each.channel), lambda each: each.channel):
        promises = [(f"digest:{each.key}", {"digest": each.pk}) for each in group]
        enqueue_many(
            task="notifications.digest", promises=promises, queue=Queue.MAIL, kind=f"summary.{channel}"
        )
    return made


def fold(recipient: int, about_type: int, about_id: str) -> None:
    """Make one mail of what came thick and fast about one object. Raises SkipError when nothing waits."""
    waiting = Notification.objects.undelivered(Channel.FOLDED).filter(
        recipient=recipient, about_type=about_type, about_id=about_id
    )
    last = waiting.order_by("-pk").values_list("pk", flat=True).first()
    if last is None:
        raise SkipError("It went with another mail.")
    digest = Digest.objects.create(
        recipient_id=recipient,
        channel=Channel.FOLDED,
        key=f"folded:{recipient}:{about_type}:{about_id}:{last}",
        due_at=timezone.now(),
    )
    waiting.update(digest=digest)
    enqueue_many(
        task="notifications.digest",
        promises=[(f"digest:{digest.key}", {"digest": digest.pk})],
        queue=Queue.MAIL,
        kind="summary.folded",
    )


def mail_digest(digest_id: int) -> Receipt:
    """Send one summary; what its reader may no longer see is left out. Raises as `mail_notification`."""
    digest = Digest.objects.select_related("recipient__mail_settings").filter(pk=digest_id).first()
    if digest is None:
        raise SkipError("The summary or its recipient was deleted.")
    rows = list(
        digest.notifications.filter(mailed_at__isnull=True)
        .select_related("actor", "recipient")
        .order_by("pk")
    )
    to = reachable(digest.recipient)
    with reading_as(to):
        items, left_out = _items(rows, digest.recipient)
        if not items:
            _settle(digest, rows, left_out)
            raise SkipError("Nothing in it can be seen by the recipient any more.")
        message = _compose(digest, items, to)
    post(message)
    return Receipt(to.note, lambda: _settle(digest, rows, left_out))


@transaction.atomic
def _settle(digest: Digest, rows: list[Notification], left_out: dict[int, str]) -> None:
    now = timezone.now()
    Digest.objects.filter(pk=digest.pk).update(sent_at=now)
    Notification.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=now)
    by_reason: dict[str, list[int]] = defaultdict(list)
    for pk, reason in left_out.items():
        by_reason[reason].append(pk)
    for reason, ids in by_reason.items():
        Notification.objects.filter(pk__in=ids).update(mail_note=reason[:200])


def _items(rows: list[Notification], reader: User) -> tuple[list[Item], dict[int, str]]:
    """The lines, and for what is left out the reason: one that cannot be written does not stop the others."""
    objects = visible_objects(rows, reader)
    items, left_out = [], {}
    for row in rows:
        if row.pk not in objects:
            left_out[row.pk] = "It is gone, or the recipient may no longer see it."
            continue
        try:
            items.append(_item(row, objects[row.pk]))
        except DatabaseError:
            raise
        except Exception as error:
            left_out[row.pk] = f"It could not be written: {type(error).__name__}: {error}"
    return items, left_out


def _item(row: Notification, about: Any) -> Item:
    kind = find_kind(row.verb)
    private = kind.is_private(about)
    line = str(kind.label) if private else words_for(kind, matter_of(row, about)).line
    url = absolute(reverse("notifications:open", args=[row.pk]))
    return Item(str(kind.category.label), line, url, row.created_at, private)


def _compose(digest: Digest, items: list[Item], to: Any) -> Any:
    order = [str(category.label) for category in Category]
    shown = sorted(items[:SHOWN], key=lambda item: order.index(item.category))
    groups = [(name, list(group)) for name, group in groupby(shown, lambda item: item.category)]
    try:
        mail = Mail(
            key=f"digest.{digest.key}",
            subject=_subject(digest, items),
            template="notifications/mail/digest",
            context={
                "groups": groups,
                "count": len(items),
                "more": len(items) - len(shown),
                "inbox": absolute(reverse("notifications:inbox")),
                "preferences": absolute(reverse(SETTINGS_PAGE)),
                "is_weekly": digest.channel == Channel.WEEKLY,
                "is_folded": digest.channel == Channel.FOLDED,
            },
            stop=stop_address(digest.recipient_id, ALL),
            list_name=f"summary.{digest.channel}",
        )
        return write(mail, to)
    except DatabaseError:
        raise
    except Exception as error:
        raise GiveUpError(f"The mail could not be written: {type(error).__name__}: {error}") from error


def _subject(digest: Digest, items: list[Item]) -> str:
    count = len(items)
    if digest.channel == Channel.FOLDED:
        text = ngettext("%(count)s more message: %(line)s", "%(count)s more messages: %(line)s", count)
        return text % {"count": count, "line": items[-1].line}
    values = {"count": count, "day": date_format(timezone.localtime(digest.due_at), "DATE_FORMAT")}
    if digest.channel == Channel.WEEKLY:
        text = ngettext(
            "Your week to %(day)s: %(count)s message", "Your week to %(day)s: %(count)s messages", count
        )
    else:
        text = ngettext(
            "Your day, %(day)s: %(count)s message", "Your day, %(day)s: %(count)s messages", count
        )
    return text % values
