"""Readers say that something should be looked at."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import User
from network.notifications.services import notify

from ..choices import CaseState, Reason
from ..models import Flag, ModerationCase
from ..registry import ModeratedKind, kind_of


@transaction.atomic
def flag(*, about: Any, by: User, reason: Reason, text: str = "") -> Flag:
    """Flag an object that the person may read; a second flag of theirs while the first is open changes it.

    Raises PermissionDenied for what they may not read and for their own words. An app asks its own rules
    (who takes part, who is suspended) before.
    """
    kind = kind_of(about)
    author = kind.author(about)
    if not by.is_authenticated or (author is not None and author.pk == by.pk):
        raise PermissionDenied
    if not kind.visible(by).filter(pk=about.pk).exists():
        raise PermissionDenied
    case, is_new = _open(kind, about)
    made, _created = Flag.objects.update_or_create(
        kind=kind.kind,
        object_id=about.pk,
        reporter=by,
        closed_at=None,
        defaults={"case": case, "scope": case.scope, "reason": reason, "text": text.strip()[:1000]},
    )
    if is_new:
        others = [each for each in kind.moderators(about) if author is None or each.pk != author.pk]
        notify("moderation.flagged", about=case, to=others, actor=by)
    return made


@transaction.atomic
def open_case(*, about: Any, by: User) -> ModerationCase:
    """Open a case without a flag, or find the open one. Raises PermissionDenied but for moderators."""
    kind = kind_of(about)
    if not kind.moderates(about, by):
        raise PermissionDenied
    return _open(kind, about)[0]


def _open(kind: ModeratedKind, about: Any) -> tuple[ModerationCase, bool]:
    """The open case of an object, locked; made when there is none."""
    while True:
        case, is_new = ModerationCase.objects.get_or_create(
            kind=kind.kind,
            object_id=about.pk,
            state=CaseState.OPEN,
            defaults={"scope": kind.scope(about)},
        )
        locked = ModerationCase.objects.select_for_update().get(pk=case.pk)
        if locked.state == CaseState.OPEN:
            return locked, is_new
