"""Versions of a published practice: beginning a new one, those that were, what differs between two."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..choices import PracticeState
from ..models import Practice, PracticeVersion
from ..services.content import content_of
from ..services.errors import PracticeError
from ..services.versions import VersionInPreparationError, start_new_version
from .changes import changes
from .desk_access import desk_only
from .draft_pages import DraftPage, title_crumb


@require_POST
def new_version(request: HttpRequest, identifier: str) -> HttpResponse:
    """Begin the draft of a new version; one that is being written already is opened instead."""
    if request.user.is_anonymous:
        return redirect_to_login(reverse("practices:detail", args=[identifier]))
    practice = get_object_or_404(Practice.objects.visible_to(request.user), identifier=identifier)
    try:
        draft = start_new_version(practice=practice, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    except VersionInPreparationError as error:
        messages.info(request, str(error))
        return redirect("practices:draft", error.draft.uuid)
    except PracticeError as error:
        messages.error(request, str(error))
        return redirect(practice.get_absolute_url())
    messages.success(request, _("A draft of the new version has begun. What is public stays as it is."))
    return redirect("practices:draft", draft.uuid)


@require_safe
def versions(request: HttpRequest, identifier: str) -> HttpResponse:
    """The present version and those that it replaced, newest first."""
    practice = _published(request, identifier)
    old = PracticeVersion.objects.visible_to(request.user).filter(practice=practice)
    rows = list(old.order_by("-number").defer("content"))
    context = {
        "practice": practice,
        "title": practice.passage("title"),
        "present_since": rows[0].replaced_at if rows else practice.published_at,
        "rows": rows,
        "crumbs": _crumbs(practice),
    }
    return render(request, "practices/versions.html", context)


@require_safe
def version(request: HttpRequest, identifier: str, number: str) -> HttpResponse:
    """What the next version changed in this one."""
    wanted = int(number)
    practice = _published(request, identifier)
    kept = PracticeVersion.objects.visible_to(request.user).filter(practice=practice)
    found = {row.number: row for row in kept.filter(number__in=[wanted, wanted + 1])}
    if wanted not in found:
        raise Http404
    following = found[wanted + 1].content if wanted + 1 in found else content_of(practice)
    context = {
        "older": wanted,
        "newer": wanted + 1,
        "at": found[wanted].replaced_at,
        "crumbs": [*_crumbs(practice), (_("Versions"), reverse("practices:versions", args=[identifier]))],
    }
    return _differences(request, practice, found[wanted].content, following, context)


class DraftChanges(DraftPage):
    """What the draft of a new version changes, for those who write it."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        crumbs = [(_("My drafts"), reverse("practices:drafts")), title_crumb(self.practice)]
        return _against_public(request, self.practice, crumbs)


@require_safe
@desk_only
def desk_changes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What a submitted new version changes, for those who screen it."""
    practice = get_object_or_404(Practice.objects.visible_to(request.user).for_page(), uuid=uuid)
    url = reverse("practices:desk_item", args=[uuid])
    crumbs = [(_("Review desk"), reverse("practices:desk")), (practice.original("title"), url)]
    return _against_public(request, practice, crumbs)


def _published(request: HttpRequest, identifier: str) -> Practice:
    visible = Practice.objects.visible_to(request.user).filter(state=PracticeState.PUBLISHED)
    return get_object_or_404(visible.for_page(), identifier=identifier)


def _against_public(request: HttpRequest, draft: Practice, crumbs: list[Any]) -> HttpResponse:
    if draft.revises_id is None:
        raise Http404
    public = get_object_or_404(Practice.objects.visible_to(request.user).for_page(), pk=draft.revises_id)
    context = {"older": public.version, "newer": draft.version, "at": None, "crumbs": crumbs}
    return _differences(request, public, content_of(public), content_of(draft), context)


def _differences(
    request: HttpRequest, practice: Practice, old: Any, new: Any, context: dict[str, Any]
) -> HttpResponse:
    shown = {
        "practice": practice,
        "title": practice.passage("title"),
        "changes": changes(old, new),
        **context,
    }
    return render(request, "practices/changes.html", shown)


def _crumbs(practice: Practice) -> list[tuple[str, str]]:
    return [
        (_("Practices"), reverse("practices:list")),
        (practice.identifier, practice.get_absolute_url()),
    ]
