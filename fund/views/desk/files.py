"""Files of drafts and agreements: attaching, taking away, handing out."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from network.services.inspecting import RefusedFileError
from network.views.guarding import only
from network.views.handing_out import hand_out

from ...forms import FileForm
from ...models import Attachment
from ...services.attaching import attach_to_draft, remove_attachment
from ...services.errors import LedgerError
from .access import draft_of, own_draft
from .draft import page


@require_POST
@only("fund.prepare")
def attach(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Attach a file to an own draft."""
    draft = own_draft(request, uuid)
    form = FileForm(request.POST, request.FILES, dropped=request)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            attach_to_draft(draft=draft, by=request.user, upload=upload, name=upload.name)
        except RefusedFileError as error:
            form.add_error("file", str(error))
        except LedgerError as error:
            return page(request, draft_of(request, uuid), error=error)
        else:
            return redirect(draft)
    return page(request, draft_of(request, uuid), uploading=form)


@require_POST
@only("fund.prepare")
def remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a file away from an own draft."""
    found = Attachment.objects.visible_to(request.user).select_related("draft")
    attachment = get_object_or_404(found.filter(draft__prepared_by=request.user), public_id=uuid)
    draft = attachment.draft
    assert draft is not None  # noqa: S101 - the filter above
    try:
        remove_attachment(attachment=attachment, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    except LedgerError as error:
        return page(request, draft_of(request, draft.public_id), error=error)
    return redirect(draft)


@require_safe
@only("fund.desk")
def download(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """A file, for the desk."""
    attachment = get_object_or_404(Attachment.objects.visible_to(request.user), public_id=uuid)
    return hand_out(attachment.file, name=attachment.name, media_type=attachment.kind)
