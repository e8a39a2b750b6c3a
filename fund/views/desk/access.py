"""Who may enter which room of the desk; what one may not know of answers 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

import rules
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from ...models import DraftEntry

View = Callable[..., HttpResponseBase]


def only(rule: str) -> Callable[[View], View]:
    """Let in whom the rule allows; visitors are asked to sign in first, others find nothing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.is_anonymous:
                return redirect_to_login(request.get_full_path())
            if not rules.test_rule(rule, request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


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
