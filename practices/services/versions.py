"""New versions of a published practice: written as a draft beside it, put in its place when published."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from network.models import User

from ..choices import PracticeState, Provenance
from ..models import Practice, TransitionEvent
from ..rules import can_start
from .content import SETS, copy_content, copy_links
from .errors import PracticeError
from .news import tell_of_step
from .steps import check_step, lock_practice


class VersionInPreparationError(PracticeError):
    """A new version is being written already; `draft` is it."""

    def __init__(self, draft: Practice) -> None:
        self.draft = draft
        super().__init__(_("A new version of this practice is being prepared already."))


@transaction.atomic
def start_new_version(*, practice: Practice, by: User) -> Practice:
    """Begin the draft of the next version of a published practice, with all that it says now.

    The draft goes the way of every practice; what is public does not change until it is published. When
    people of the state take up what the Secretariat recorded, it becomes the state's own.
    Raises PermissionDenied for others than the state's people (a staff manager for what the Secretariat
    recorded), ConflictError when it is not published any more, VersionInPreparationError when there is one.
    """
    published = lock_practice(practice)
    check_step(published, by, "revise")
    if draft := open_version(published):
        raise VersionInPreparationError(draft)
    draft = copy_published(published, author=by, changed_by=by, is_own=can_start(by, published.country_id))
    published.revision += 1
    published.save(update_fields=["revision"])
    TransitionEvent.objects.create(
        practice=published, verb="revise", from_state=published.state, to_state=published.state, by=by
    )
    TransitionEvent.objects.create(practice=draft, verb="start", to_state=draft.state, by=by)
    tell_of_step(published, "revise", by)
    return draft


def open_version(practice: Practice) -> Practice | None:
    """The draft of the next version that is on its way, whoever may read it."""
    declined = [PracticeState.DECLINED, PracticeState.DECLINED_FOR_GOOD]
    return practice.revisions.exclude(state__in=declined).first()


def copy_published(published: Practice, *, is_own: bool = False, **columns: Any) -> Practice:
    """A record of its own that says what a published one says, to go its way and then take its place.

    `is_own`: the state takes up what the Secretariat recorded.
    """
    copy = Practice(revises=published, version=published.version + 1, **columns)
    copy_content(published, copy)
    if is_own:
        copy.provenance, copy.is_classification_confirmed = Provenance.STATE, True
    copy.is_demonstration = published.is_demonstration
    copy.save()
    copy_links(published, copy)
    _copy_parts(published, copy)
    return copy


def _copy_parts(published: Practice, draft: Practice) -> None:
    """Each piece with the one that it is to replace; files are shared, not copied."""
    for name in SETS:
        for part in getattr(published, name).all():
            copy = type(part)(practice=draft, revises=part)
            copy_content(part, copy)
            copy.save()
