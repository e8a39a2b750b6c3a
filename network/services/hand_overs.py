"""From a focal point to the successor, with the letter of designation."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import AccountMailKind, HandOverState, Role
from ..models import HandOver, RoleGrant, User
from ..rules import can_hand_over, is_staff_manager
from .errors import NotOpenError
from .files import clean_letter
from .invitations import Offer, invite
from .letters import promise_letter
from .roles import end_grant


@dataclass(frozen=True)
class Successor:
    """Who is to follow."""

    full_name: str
    email: str
    language: str


@transaction.atomic
def start_hand_over(*, grant: RoleGrant, successor: Successor, letter: Any, by: User) -> HandOver:
    """Name a successor. Nothing changes until staff have checked the letter and the successor accepts.

    Raises PermissionDenied when `by` neither holds the place nor manages accounts, ValidationError for a
    letter that is no plain PDF, for the own address, and while another hand-over is under way.
    """
    if not can_hand_over(by, grant):
        raise PermissionDenied
    if successor.email.strip().lower() == grant.user.email.lower():
        raise ValidationError({"email": _("The successor needs an address of his or her own.")})
    file, digest = clean_letter(letter)
    hand_over = HandOver(
        grant=grant,
        successor_name=successor.full_name,
        successor_email=successor.email.strip().lower(),
        successor_language=successor.language,
        letter=file,
        letter_sha256=digest,
        started_by=by,
    )
    hand_over.clean_fields(
        exclude=["grant", "started_by", "decided_by", "decided_at", "invitation", "completed_at"]
    )
    try:
        with transaction.atomic():
            hand_over.save()
    except IntegrityError as error:
        raise ValidationError(_("A hand-over of this place is under way already.")) from error
    return hand_over


@transaction.atomic
def confirm_hand_over(*, hand_over: HandOver, by: User) -> HandOver:
    """The letter is in order: invite the successor. Raises PermissionDenied, NotOpenError."""
    hand_over = _lock(hand_over, by)
    grant = hand_over.grant
    hand_over.invitation = invite(
        email=hand_over.successor_email,
        offer=Offer(
            role=Role.FOCAL_POINT,
            state=grant.state,
            is_principal=grant.is_principal,
            reason=f"Designation letter {hand_over.letter_sha256[:12]}",
        ),
        language=hand_over.successor_language,
        full_name=hand_over.successor_name,
        by=by,
    )
    hand_over.state = HandOverState.INVITED
    hand_over.save(update_fields=["state", "invitation", "decided_by", "decided_at"])
    return hand_over


@transaction.atomic
def decline_hand_over(*, hand_over: HandOver, reason: str, by: User) -> HandOver:
    """The letter is not in order: tell the focal point why. Raises PermissionDenied, NotOpenError."""
    hand_over = _lock(hand_over, by)
    hand_over.state, hand_over.reason = HandOverState.DECLINED, reason
    hand_over.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    holder = hand_over.grant.user
    promise_letter(
        kind=AccountMailKind.HAND_OVER_DECLINED,
        address=holder.email,
        language=holder.language,
        user=holder,
        about=hand_over.pk,
    )
    return hand_over


@transaction.atomic
def complete_hand_over(*, hand_over: HandOver, successor: User) -> HandOver:
    """The successor has accepted: all grants of the predecessor for this state end.

    Called by the service that accepts the invitation. Drafts stay with the state: their author remains named,
    and whoever writes for the state, the successor first, goes on with them.
    """
    grant = hand_over.grant
    predecessor = grant.user
    ending = RoleGrant.objects.live().filter(user=predecessor, state=grant.state).exclude(user=successor)
    for each in ending.select_related("user"):
        end_grant(grant=each, reason="Handed over", by=hand_over.decided_by)
    hand_over.state, hand_over.completed_at = HandOverState.COMPLETED, timezone.now()
    hand_over.save(update_fields=["state", "completed_at"])
    return hand_over


def _lock(hand_over: HandOver, by: User) -> HandOver:
    if not is_staff_manager(by):
        raise PermissionDenied
    locked = HandOver.objects.select_for_update(of=("self",)).select_related("grant__user", "grant__state")
    current = locked.get(pk=hand_over.pk)
    if current.state != HandOverState.PENDING:
        raise NotOpenError
    current.decided_by, current.decided_at = by, timezone.now()
    return current
