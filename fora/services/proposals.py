"""Topics for a forum: member states propose, others support, staff schedule or decline."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Role
from network.models import MemberState, Topic, User
from network.moderation.choices import EVERYWHERE
from network.moderation.models import Sanction
from network.services.roles import managers
from network.ui.plain_text import clean_text

from ..choices import Capacity, ForumFormat, ProposalState, SpaceKind
from ..models import ProposalSupport, Space, TopicProposal
from ..querysets import standing_of
from ..rules import ALL_STOPPED, can_propose, can_support, is_staff_manager
from .errors import ConflictError, TextError
from .news import tell_of_proposal
from .spaces import create_space, grant_in_space
from .texts import clean_title


@transaction.atomic
def propose_topic(
    *,
    country: MemberState,
    by: User,
    title: str,
    rationale: str,
    language: str,
    forum_format: ForumFormat = ForumFormat.VIRTUAL,
    topics: Sequence[Topic] = (),
) -> TopicProposal:
    """A focal point proposes a topic for the state, which supports it with that.

    Raises PermissionDenied, TextError.
    """
    if not can_propose(by, country.pk) or _is_suspended(by):
        raise PermissionDenied
    reasons = clean_text(rationale)
    if not reasons:
        raise TextError("empty", _("Say why this topic should be discussed."))
    proposal = TopicProposal(
        country=country,
        proposed_by=by,
        source_language=language,
        forum_format=forum_format,
        **{f"title_{language}": clean_title(title), f"rationale_{language}": reasons[:3000]},
    )
    proposal.save()
    proposal.topics.set(topics)
    ProposalSupport.objects.create(proposal=proposal, user=by, country=country)
    tell_of_proposal("fora.proposed", proposal, managers(), by)
    return proposal


@transaction.atomic
def support(*, proposal: TopicProposal, by: User) -> ProposalSupport:
    """Support a topic: a focal point for the state, once per state; others for themselves.

    A second time changes nothing. Raises PermissionDenied, ConflictError when it is decided.
    """
    row = _lock(proposal)
    if not standing_of(by).takes_part or _is_suspended(by):
        raise PermissionDenied
    if row.state != ProposalState.PROPOSED:
        raise ConflictError
    kept = ProposalSupport.objects.filter(proposal=row, user=by).first()
    if kept is not None:
        return kept
    if not can_support(by, row):
        raise PermissionDenied
    states = sorted(by.states(Role.FOCAL_POINT))
    taken = set(
        ProposalSupport.objects.filter(proposal=row, country__in=states).values_list("country", flat=True)
    )
    free = [state for state in states if state not in taken]
    return ProposalSupport.objects.create(proposal=row, user=by, country_id=free[0] if free else None)


@transaction.atomic
def take_back_support(*, proposal: TopicProposal, by: User) -> None:
    """Support it no more. Raises ConflictError when it is decided."""
    row = _lock(proposal)
    if row.state != ProposalState.PROPOSED:
        raise ConflictError
    ProposalSupport.objects.filter(proposal=row, user=by).exclude(user=row.proposed_by_id).delete()


@transaction.atomic
def withdraw_proposal(*, proposal: TopicProposal, by: User) -> TopicProposal:
    """The state takes its proposal back. Raises PermissionDenied, ConflictError."""
    row = _lock(proposal)
    if not can_propose(by, row.country_id):
        raise PermissionDenied
    return _decide(row, ProposalState.WITHDRAWN, by)


@transaction.atomic
def schedule(*, proposal: TopicProposal, by: User, slug: str, **fields: Any) -> Space:
    """Make a forum of a proposal, in preparation; `fields` go to `create_space`. Who proposed leads it.

    Raises PermissionDenied, ConflictError, ValidationError, IntegrityError for an address that is taken.
    """
    row = _lock(proposal)
    if not is_staff_manager(by):
        raise PermissionDenied
    if row.state != ProposalState.PROPOSED:
        raise ConflictError
    kind = SpaceKind.VIRTUAL if row.forum_format == ForumFormat.VIRTUAL else SpaceKind.FACE_TO_FACE
    language = row.source_language
    texts = {f"title_{language}": row.original("title"), f"description_{language}": row.original("rationale")}
    try:
        with transaction.atomic():
            space = create_space(
                by=by,
                slug=slug,
                **{"kind": kind, "source_language": language, "country": row.country, **texts, **fields},
            )
    except IntegrityError:
        raise ConflictError from None
    space.topics.set(row.topics.all())
    row.space = space
    _decide(row, ProposalState.SCHEDULED, by)
    if row.proposed_by is not None:
        grant_in_space(
            space=space, user=row.proposed_by, capacity=Capacity.FACILITATOR, by=by, reason=str(row)[:500]
        )
    return space


@transaction.atomic
def decline(*, proposal: TopicProposal, by: User, reason: str) -> TopicProposal:
    """Decline with a reason. Raises PermissionDenied, ConflictError, TextError without one."""
    row = _lock(proposal)
    if not is_staff_manager(by):
        raise PermissionDenied
    if not reason.strip():
        raise TextError("empty", _("Say why: the member state reads it."))
    row.decision_reason = reason.strip()
    return _decide(row, ProposalState.DECLINED, by)


def _lock(proposal: TopicProposal) -> TopicProposal:
    return TopicProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)


def _decide(row: TopicProposal, state: ProposalState, by: User) -> TopicProposal:
    if row.state != ProposalState.PROPOSED:
        raise ConflictError
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
    row.save()
    if state != ProposalState.WITHDRAWN:
        supporters = User.objects.filter(
            is_active=True, pk__in=row.supports.filter(user__isnull=False).values("user")
        )
        tell_of_proposal(f"fora.proposal_{state}", row, supporters, by)
    return row


def _is_suspended(user: User) -> bool:
    """Suspended everywhere: what keeps a person from proposing."""
    return Sanction.objects.on(user, EVERYWHERE).filter(kind__in=ALL_STOPPED).exists()
