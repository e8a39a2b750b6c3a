"""What a notification is about, as its reader may see it now, and the words for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError

from network.models import User

from ..kinds import Kind, Matter, UnknownKindError, find_kind
from ..models import Notification


@dataclass(frozen=True)
class Words:
    """The words of one notification in the active language."""

    subject: str
    line: str
    paragraphs: list[str]
    action: str
    url: str


def absolute(path: str) -> str:
    """A whole address for mails; `path` may be one already."""
    return urljoin(settings.PUBLIC_URL.rstrip("/") + "/", path)


def visible_objects(notifications: Iterable[Notification], reader: User) -> dict[int, Any]:
    """What each notification is about, by its id; without those that are gone or not the reader's to see.

    One query per kind of object, however many notifications there are.
    """
    by_type: dict[ContentType, list[Notification]] = defaultdict(list)
    for notification in notifications:
        by_type[ContentType.objects.get_for_id(notification.about_type_id)].append(notification)
    found: dict[int, Any] = {}
    for about_type, group in by_type.items():
        found |= _visible(about_type, group, reader)
    return found


def _visible(about_type: ContentType, group: list[Notification], reader: User) -> dict[int, Any]:
    model = about_type.model_class()
    if model is None:
        return {}
    scoped, asked = [], []
    elsewhere: dict[Kind, list[Notification]] = defaultdict(list)
    for each in group:
        kind = _kind(each)
        if kind is None:
            continue
        if kind.found is not None:
            elsewhere[kind].append(each)
        else:
            (scoped if kind.may_see is None else asked).append(each)
    found: dict[int, Any] = {}
    for kind, told in elsewhere.items():
        found |= kind.found(told, reader)  # type: ignore[misc]  # it is one of those that have it
    if scoped:
        rows = _fetch(model.objects.visible_to(reader), scoped)
        found |= {each.pk: rows[each.about_id] for each in scoped if each.about_id in rows}
    if asked:
        rows = _fetch(model._default_manager.all(), asked)
        found |= {
            each.pk: rows[each.about_id]
            for each in asked
            if each.about_id in rows and _kind(each).may_see(rows[each.about_id], reader)
        }
    return found


def _fetch(rows: Any, notifications: list[Notification]) -> dict[str, Any]:
    related = {name for each in notifications for name in _kind(each).related}
    if related:
        rows = rows.select_related(*sorted(related))
    try:
        return {str(row.pk): row for row in rows.filter(pk__in={each.about_id for each in notifications})}
    except (ValueError, ValidationError):  # an id that is none
        return {}


def _kind(notification: Notification) -> Any:
    try:
        return find_kind(notification.verb)
    except UnknownKindError:
        return None


def words_for(kind: Kind, matter: Matter) -> Words:
    """The words in the active language; raises whatever a kind's own functions raise."""
    values = {key: _plain(value) for key, value in kind.values(matter).items()}
    return Words(
        subject=" ".join((str(kind.subject) % values).split()),
        line=str(kind.line) % values,
        paragraphs=[part.strip() for part in (str(kind.text) % values).split("\n\n") if part.strip()],
        action=str(kind.action) % values,
        url=kind.link(matter.about),
    )


def matter_of(notification: Notification, about: Any) -> Matter:
    """What the words of a notification are made from."""
    return Matter(about, notification.actor, notification.recipient, notification.context)


def line_of(notification: Notification, reader: User) -> str:
    """The line of one notification, or "" when what it is about is not the reader's to see."""
    about = visible_objects([notification], reader).get(notification.pk)
    if about is None:
        return ""
    return words_for(find_kind(notification.verb), matter_of(notification, about)).line


def _plain(value: Any) -> Any:
    return value if isinstance(value, int) else str(value)
