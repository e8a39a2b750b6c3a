"""Putting a new version in the place of the published one, in the transaction that publishes it."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from network.models import User
from network.notifications.services import pass_on_news

from ..choices import PracticeState
from ..models import Material, Practice, PracticeVersion
from .content import SETS, content_of, copy_content, copy_links
from .errors import ConflictError


def replace_published(*, draft: Practice, by: User) -> Practice:
    """Let the published practice say what `draft` says, keep what it said before, take the draft away.

    The published row stays: its key, its identifier and, field by field, the translations of what did not
    change. Steps and comments of the draft become its own. Call it on a locked draft.
    Raises ConflictError when what the draft was to replace is not published any more.
    """
    published = Practice.objects.select_for_update().get(pk=draft.revises_id)
    if published.state != PracticeState.PUBLISHED:
        raise ConflictError(published, published.transitions.select_related("by").last())
    _keep_version(published, by)
    copy_content(draft, published)
    published.version += 1
    published.revision += 1
    published.changed_by, published.screener, published.submitted_at = by, draft.screener, draft.submitted_at
    published.save()
    copy_links(draft, published)
    for name in SETS:
        _replace_parts(draft, published, name)
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
            copy_content(part, kept)
            kept.save()
    for dropped in before.values():
        dropped.delete()
        if isinstance(dropped, Material) and dropped.file.name:
            transaction.on_commit(partial(forget_file, dropped.file.name), robust=True)


def forget_file(name: str) -> None:
    """Delete a file that no material holds any more; versions share theirs."""
    if not Material.objects.filter(file=name).exists():
        default_storage.delete(name)
