"""The way of an adaptation: one verb per row of `ADAPTATION_STEPS`, one transaction each.

The row is locked, so that of two people acting at once the second is told of the first.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.l10n.services.staleness import follow_whole
from network.models import User
from network.search.services import index_objects
from network.services.table_of_steps import came_too_late

from ...choices import PracticeState
from ...choices.adaptations import ADAPTATION_STEPS, AdaptationState, AdaptationTransition
from ...models import Adaptation, AdaptationStep, Practice
from ...rules import ADAPTATION_CAPACITIES, adaptation_steps_open_to
from ..errors import CommentNeededError
from .errors import AdaptationMovedError, AdaptationStaleError, NotItsPracticeError, OriginGoneError
from .indexing import KIND
from .news import tell_of_step

HANDED_ON = (AdaptationState.AWAITING_CLEARANCE, AdaptationState.SUBMITTED, AdaptationState.PUBLISHED)


def lock_adaptation(adaptation: Adaptation) -> Adaptation:
    """The adaptation as it stands now, locked until the transaction ends.

    Raises AdaptationMovedError when it was moved since `adaptation` was read, or is gone.
    """
    found = Adaptation.objects.select_for_update(of=("self",)).for_page()
    row = found.filter(pk=adaptation.pk).first()
    if row is None:
        raise AdaptationMovedError(None)
    if row.state != adaptation.state:
        raise AdaptationMovedError(row, last_step(row))
    return row


def last_step(adaptation: Adaptation) -> AdaptationStep | None:
    """The step that brought it to where it is, with the person who took it."""
    return adaptation.steps.select_related("by").last()


@transaction.atomic
def take_step(
    *, adaptation: Adaptation, by: User, verb: str, comment: str = "", seen_revision: int | None = None
) -> Adaptation:
    """Move an adaptation by `verb`; writes it down, and lets search, translations and news follow.

    `seen_revision` is the revision on the page that the person acted from. Raises PermissionDenied,
    AdaptationMovedError when somebody was first, AdaptationStaleError when it was saved since,
    CommentNeededError without the words that the step needs, OriginGoneError when what was adapted is not
    public any more.
    """
    if verb == "link":
        raise ValueError("link_result takes this step")
    row = lock_adaptation(adaptation)
    step = _check(row, by, verb)
    if seen_revision is not None and row.revision != seen_revision:
        raise AdaptationStaleError(row)
    if step.needs_comment and not comment.strip():
        raise CommentNeededError
    if step.target is None:
        row.delete()
        return row
    if step.target in HANDED_ON and row.origin.state != PracticeState.PUBLISHED:
        raise OriginGoneError
    return _move(row, step, step.target, by, comment.strip())


@transaction.atomic
def link_result(*, adaptation: Adaptation, by: User, practice: Practice | None) -> Adaptation:
    """Say which published practice of the state came of a published adaptation; None takes the link back.

    Raises PermissionDenied, AdaptationMovedError, NotItsPracticeError.
    """
    row = lock_adaptation(adaptation)
    step = _check(row, by, "link")
    row.resulting_practice = practice
    check_result(row)
    return _move(row, step, AdaptationState.PUBLISHED, by, "")


def check_result(adaptation: Adaptation) -> None:
    """Raises NotItsPracticeError unless what came of it is a published practice of the state, and another."""
    if adaptation.resulting_practice_id is None:
        return
    theirs = Practice.objects.published().of_country(adaptation.country_id).exclude(pk=adaptation.origin_id)
    if not theirs.filter(pk=adaptation.resulting_practice_id).exists():
        raise NotItsPracticeError


def _move(
    row: Adaptation, step: AdaptationTransition, target: AdaptationState, by: User, comment: str
) -> Adaptation:
    source, row.state = row.state, target
    _stamp(row)
    row.revision += 1
    row.save()
    AdaptationStep.objects.create(
        adaptation=row, verb=step.verb, from_state=source, to_state=target, by=by, comment=comment
    )
    follow_whole(row)
    index_objects(KIND, [row.pk])
    tell_of_step(row, step.verb, by)
    return row


def _check(row: Adaptation, by: User, verb: str) -> AdaptationTransition:
    """The row of the table; PermissionDenied for who may not, AdaptationMovedError for who came too late."""
    open_ones = {step.verb: step for step in adaptation_steps_open_to(by, row)}
    if verb in open_ones:
        return open_ones[verb]
    acts = ADAPTATION_CAPACITIES
    if by.is_authenticated and came_too_late(
        ADAPTATION_STEPS, verb, row.state, lambda step: any(acts[actor](by, row) for actor in step.actors)
    ):
        raise AdaptationMovedError(row, last_step(row))
    raise PermissionDenied


def _stamp(row: Adaptation) -> None:
    now = timezone.now()
    if row.state == AdaptationState.SUBMITTED:
        row.submitted_at = now
    if row.state == AdaptationState.PUBLISHED:
        row.published_at = row.published_at or now
