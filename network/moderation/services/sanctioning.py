"""What a person may not do for a time."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import User

from ..choices import Reason, SanctionKind, Verb
from ..models import ModerationAction, ModerationCase, Sanction
from ..querysets import moderates_everywhere
from ..rules import moderates_scope
from .errors import AlreadyDoneError, ReasonNeededError
from .recording import tell

PERSON = "network.user"


@transaction.atomic
def sanction(
    *,
    user: User,
    kind: SanctionKind,
    scope: str,
    reason: Reason,
    by: User,
    text: str = "",
    ends_at: datetime | None = None,
    case: ModerationCase | None = None,
) -> Sanction:
    """Warn, mute or suspend somebody in a scope, or everywhere (""), until `ends_at`; they are told why.

    Raises PermissionDenied for whom `by` does not moderate there, ReasonNeededError, ValidationError for an
    end that has passed.
    """
    if user.pk == by.pk or not moderates_scope(by, scope):
        raise PermissionDenied
    if moderates_everywhere(user) and not moderates_everywhere(by):
        raise PermissionDenied
    if not reason:
        raise ReasonNeededError
    if ends_at is not None and ends_at <= timezone.now():
        raise ValidationError({"ends_at": _("The end must lie ahead.")})
    action = _write(Verb(kind.value), user, scope, by, reason, text, case)
    made = Sanction.objects.create(user=user, kind=kind, scope=scope, ends_at=ends_at, action=action)
    tell(action)
    return made


@transaction.atomic
def lift(*, sanction: Sanction, by: User, text: str = "") -> Sanction:
    """End a sanction before its time. Raises PermissionDenied, AlreadyDoneError."""
    locked = Sanction.objects.select_for_update().get(pk=sanction.pk)
    if locked.user_id == by.pk or not moderates_scope(by, locked.scope):
        raise PermissionDenied
    if locked.lifted_at is not None:
        raise AlreadyDoneError
    end_sanction(locked, by)
    tell(_write(Verb.LIFT, locked.user, locked.scope, by, locked.action.reason, text, None))
    return locked


def end_sanction(sanction: Sanction, by: User) -> None:
    """Lift it, for a service that has checked who may."""
    sanction.lifted_at, sanction.lifted_by = timezone.now(), by
    sanction.save(update_fields=["lifted_at", "lifted_by"])


def _write(
    verb: Verb, user: User, scope: str, by: User, reason: str, text: str, case: ModerationCase | None
) -> ModerationAction:
    return ModerationAction.objects.create(
        kind=PERSON,
        object_id=user.pk,
        scope=scope,
        verb=verb,
        reason=reason,
        text=text.strip(),
        author=user,
        by=by,
        case=case,
    )
