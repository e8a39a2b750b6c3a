"""Who may enter which room of the desk; what one may not know of answers 404."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from ...models import DraftEntry


def draft_of(request: HttpRequest, uuid: UUID) -> DraftEntry:
    """A draft with what its page names, or 404."""
    found = DraftEntry.objects.visible_to(request.user).select_related(
        "donor", "project", "agreement", "prepared_by", "decided_by", "reverses"
    )
    return get_object_or_404(found, public_id=uuid)


def own_draft(request: HttpRequest, uuid: UUID) -> DraftEntry:
    """A draft that this person prepared, or 404."""
    own = DraftEntry.objects.visible_to(request.user).filter(prepared_by=request.user)
    return get_object_or_404(own, public_id=uuid)
