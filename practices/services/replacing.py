"""Putting a new version in the place of the published one, in the transaction that publishes it."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from network.models import User
from network.notifications.services import pass_on_news

from ..choices import PracticeState
from ..models import Material, Outcome, Practice, PracticeVersion, ReviewRound
from .content import SETS, content_of, content_of_part, copy_content, copy_links
from .errors import ConflictError
from .rating import rate, sum_up


def replace_published(*, draft: Practice, by: User, judged: ReviewRound | None = None) -> Practice:
    """Let the published practice say what `draft` says, keep what it said before, take the draft away.

    The published row stays: its key, its identifier and, field by field, the translations of what did not
    change. Steps, comments and rounds of the draft become its own. What was `judged` without a change
    stays the same version. Call it on a locked draft.
    Raises ConflictError when what the draft was to replace is not published any more.
    """
    published = Practice.objects.select_for_update().get(pk=draft.revises_id)
    if published.state != PracticeState.PUBLISHED:
        raise ConflictError(published, published.transitions.select_related("by").last())
    if judged is None or content_of(draft) != content_of(published):
        _keep_version(published, by)
        published.version += 1
    copy_content(draft, published)
    published.revision += 1
    published.changed_by, published.screener, published.submitted_at = by, draft.screener, draft.submitted_at
    published.save()
    copy_links(draft, published)
    moved = {part.pk: part.revises_id for part in draft.outcomes.all()}
    for name in SETS:
        _replace_parts(draft, published, name)
    _take_rounds(draft, published)
    if judged is not None:
        rate(published, judged, {pk: place for pk, place in moved.items() if place is not None})
    else:
        sum_up(published)
    for steps in (draft.transitions, draft.field_comments):
        steps.update(practice=published)
    pass_on_news(about=draft, to=published)
    Practice.objects.get(pk=draft.pk).delete()
    return published


def _keep_version(published: Practice, by: User) -> None:
    last = published.versions.last()
    PracticeVersion.objects.create(
        practice=published,
        number=published.version,
        content=content_of(published),
        published_at=last.replaced_at if last else published.published_at,
        replaced_at=timezone.now(),
        replaced_by=by,
    )


def _replace_parts(draft: Practice, published: Practice, name: str) -> None:
    """Pieces that were kept are rewritten in place, new ones move over, dropped ones go."""
    before: dict[int | None, Any] = {part.pk: part for part in getattr(published, name).all()}
    for part in getattr(draft, name).all():
        kept = before.pop(part.revises_id, None)
        if kept is None:
            part.practice, part.revises = published, None
            part.save()
        else:
            before_it = content_of_part(kept)
            copy_content(part, kept)
            if isinstance(kept, Outcome) and content_of_part(kept) != before_it:
                kept.strength = kept.direction = kept.studies = ""  # what was judged is not what it says now
            kept.save()
    for dropped in before.values():
        dropped.delete()
        if isinstance(dropped, Material) and dropped.file.name:
            transaction.on_commit(partial(forget_file, dropped.file.name), robust=True)


def _take_rounds(draft: Practice, published: Practice) -> None:
    last = published.review_rounds.aggregate(last=Max("number"))["last"] or 0
    for number, each in enumerate(draft.review_rounds.order_by("number"), last + 1):
        each.practice, each.number = published, number
        each.save(update_fields=["practice", "number"])


def forget_file(name: str) -> None:
    """Delete a file that no material holds any more; versions share theirs."""
    if not Material.objects.filter(file=name).exists():
        default_storage.delete(name)
