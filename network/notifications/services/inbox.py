"""The inbox: everything a person was told, whatever went by mail."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import User

from ..choices import Category
from ..kinds import UnknownKindError, find_kind
from ..models import Notification
from .reading import matter_of, visible_objects, words_for

logger = logging.getLogger(__name__)

PAGE = 25


@dataclass(frozen=True)
class Line:
    """One entry of the inbox as the reader sees it."""

    pk: int
    line: str
    category: str
    at: datetime
    is_unread: bool
    is_gone: bool


@dataclass(frozen=True)
class Page:
    """Part of an inbox; `after` is the key of the next part, or None."""

    lines: list[Line]
    after: int | None


def inbox_page(user: User, *, after: int | None = None, unread_only: bool = False) -> Page:
    """The newest entries, or those that follow the one with the id `after`; no count over history."""
    rows = Notification.objects.visible_to(user).select_related("actor", "recipient")
    if unread_only:
        rows = rows.unread()
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    shown = found[:PAGE]
    objects = visible_objects(shown, user)
    return Page([_line(row, objects) for row in shown], shown[-1].pk if len(found) > PAGE else None)


def _line(row: Notification, objects: dict[int, object]) -> Line:
    text = _("This message is about something that is no longer open to you.")
    category = Category.NETWORK
    try:
        kind = find_kind(row.verb)
        category = kind.category
        if row.pk in objects:
            text = words_for(kind, matter_of(row, objects[row.pk])).line
    except UnknownKindError:
        logger.warning("Nobody knows the kind of news %s any more.", row.verb)  # told as what is closed
    except DatabaseError:
        raise
    except Exception:  # one entry that cannot be written does not hide the others
        logger.exception("Notification %d cannot be written.", row.pk)
    return Line(row.pk, text, str(category.label), row.created_at, row.read_at is None, row.pk not in objects)


def open_notification(*, notification: Notification, by: User) -> str:
    """Mark as read; gives the address of what it is about, in the active language, or "" when it is gone."""
    mark_read(user=by, ids=[notification.pk])
    about = visible_objects([notification], by).get(notification.pk)
    return find_kind(notification.verb).link(about) if about is not None else ""


def mark_read(*, user: User, ids: list[int]) -> int:
    """Mark the person's own entries as read; gives how many were unread."""
    rows = Notification.objects.visible_to(user).unread().filter(pk__in=ids)
    return rows.update(read_at=timezone.now())


def mark_all_read(*, user: User, up_to: int) -> int:
    """Mark all as read that were there when the person looked: up to the id `up_to`."""
    rows = Notification.objects.visible_to(user).unread().filter(pk__lte=up_to)
    return rows.update(read_at=timezone.now())


def pass_on_news(*, about: Model, to: Model) -> None:
    """What was told of `about`, which is going away, is told of `to`, which takes its place."""
    Notification.objects.filter(
        about_type=ContentType.objects.get_for_model(about), about_id=str(about.pk)
    ).update(about_type=ContentType.objects.get_for_model(to), about_id=str(to.pk))
