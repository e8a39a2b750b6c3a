"""Points of a forum's agenda: each may have hours of its own within those of the forum."""

from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from network.models import User

from ...models import AgendaItem, Space
from .spaces import check_hours, lock_kept

MOST_ITEMS = 30


class ItemWords(NamedTuple):
    """What a point of the agenda says, in which language, and when it is open."""

    title: str
    language: str
    description: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None


@transaction.atomic
def add_item(*, space: Space, words: ItemWords, by: User) -> AgendaItem:
    """Add a point at the end. Raises PermissionDenied, ValidationError by field."""
    row = lock_kept(space, by)
    if row.agenda_items.count() >= MOST_ITEMS:
        raise ValidationError(_("An agenda has at most %(most)s points.") % {"most": MOST_ITEMS})
    last = row.agenda_items.aggregate(last=Max("position"))["last"] or 0
    return _write(AgendaItem(space=row, position=last + 1), row, words)


@transaction.atomic
def change_item(*, item: AgendaItem, words: ItemWords, by: User) -> AgendaItem:
    """Change a point. Raises PermissionDenied, ValidationError by field."""
    space = lock_kept(item.space, by)
    return _write(space.agenda_items.get(pk=item.pk), space, words)


@transaction.atomic
def remove_item(*, item: AgendaItem, by: User) -> None:
    """Take a point away; threads that were opened under it stay with the forum."""
    lock_kept(item.space, by)
    item.delete()


@transaction.atomic
def move_item(*, item: AgendaItem, up: bool, by: User) -> None:
    """Change places with the point before, or after; at the end of the list nothing happens."""
    space = lock_kept(item.space, by)
    order = list(space.agenda_items.order_by("position", "pk"))
    place = next(index for index, each in enumerate(order) if each.pk == item.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return
    order[place], order[other] = order[other], order[place]
    for position, each in enumerate(order, 1):
        AgendaItem.objects.filter(pk=each.pk).exclude(position=position).update(position=position)


def _write(item: AgendaItem, space: Space, words: ItemWords) -> AgendaItem:
    faults = check_hours(words.opens_at, words.closes_at, was=item.closes_at)
    faults |= _outside(space, words)
    if faults:
        raise ValidationError(faults)
    values: dict[str, Any] = {
        "source_language": words.language,
        f"title_{words.language}": words.title,
        f"description_{words.language}": words.description,
        "opens_at": words.opens_at,
        "closes_at": words.closes_at,
    }
    for column, value in values.items():
        setattr(item, column, value)
    item.save()
    return item


def _outside(space: Space, words: ItemWords) -> dict[str, str]:
    """Hours outside those of the forum would promise what the forum does not keep."""
    outside = _("This hour lies outside the hours of the forum.")
    return {
        name: outside
        for name, value in (("opens_at", words.opens_at), ("closes_at", words.closes_at))
        if value is not None
        and (
            (space.opens_at is not None and value < space.opens_at)
            or (space.closes_at is not None and value > space.closes_at)
        )
    }
