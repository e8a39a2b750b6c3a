"""Appeals at the desk: decided by somebody other than who decided first."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.moderation.models import Appeal
from network.moderation.rules import can_decide
from network.moderation.services import ModerationError, decide_appeal

from ...forms.moderation import AnswerForm
from ...models import Post
from ...services import desk as waiting
from ...services.errors import ForaError
from .access import crumbs, desk_only, own_html
from .item import queue_url


@require_http_methods(["GET", "HEAD", "POST"])
@desk_only
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision, the appeal and, for who may decide, the two buttons: `grant` or `keep`."""
    found = _find(request, pk)
    may = can_decide(request.user, found)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    error = ""
    if request.method == "POST" and not may:
        raise Http404
    if form.is_valid():
        try:
            decide_appeal(
                appeal=found,
                by=request.user,
                is_granted="grant" in request.POST,
                answer=form.cleaned_data["answer"],
            )
        except PermissionDenied as refused:
            raise Http404 from refused
        except (ForaError, ModerationError) as refused:
            error = str(refused)
        else:
            messages.success(request, _("Decided; the author is told."))
            return redirect(queue_url())
    return _page(request, found, form, may=may, error=error)


def _find(request: HttpRequest, pk: int) -> Appeal:
    """An appeal of somebody else, where the person moderates."""
    me = request.user
    rows = Appeal.objects.visible_to(me).exclude(by=me).exclude(action__author=me)
    return get_object_or_404(rows.select_related("action__by", "action__author", "by", "decided_by"), pk=pk)


def _page(request: HttpRequest, found: Appeal, form: AnswerForm, *, may: bool, error: str) -> HttpResponse:
    record = waiting.records_of([found.action], request.user).get((found.action.kind, found.action.object_id))
    has_errors = bool(error or form.errors)
    post = record if isinstance(record, Post) else None
    thread = getattr(record, "thread", record)
    context = {
        "appeal": found,
        "action": found.action,
        "post": post,
        "html": own_html(post),
        "thread": thread,
        "title": thread.passage("title") if thread is not None else "",
        "form": form,
        "may": may,
        "error": error,
        "has_errors": has_errors,
        "crumbs": crumbs(),
    }
    return render(request, "fora/desk/appeal.html", context, status=422 if has_errors else 200)
