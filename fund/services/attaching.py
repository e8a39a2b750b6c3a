"""Files beside drafts and agreements: checked by their content, pinned by their fingerprint."""

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from network.models import User
from network.services.inspecting import RefusedFileError, check_file, digest_of, safe_name
from network.services.keeping_files import kept_with_its_row

from .. import rules
from ..choices import EDITABLE
from ..models import Agreement, Attachment, DraftEntry
from .drafting import lock_own
from .errors import NotEditableError

MOST_FILES = 20


def attach_to_draft(*, draft: DraftEntry, by: User, upload: File, name: str) -> Attachment:
    """Check a file and keep it with the draft, whose fingerprint then covers the file's.

    Raises RefusedFileError saying why, PermissionDenied, NotEditableError for a draft that is submitted.
    """
    if not rules.can_change(by, draft):
        raise PermissionDenied
    if draft.state not in EDITABLE:
        raise NotEditableError
    attachment, content = _checked(upload, name, by)
    with kept_with_its_row(attachment, _no_room()):
        attachment.draft = _editable(draft, by)
        _keep(attachment, content, attachment.draft.attachments.all())
        _pin(attachment.draft)
    return attachment


def attach_to_agreement(*, agreement: Agreement, by: User, upload: File, name: str) -> Attachment:
    """Check a file and keep it as a text of the agreement. Raises RefusedFileError, PermissionDenied."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    attachment, content = _checked(upload, name, by)
    with kept_with_its_row(attachment, _no_room()):
        attachment.agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
        _keep(attachment, content, attachment.agreement.attachments.all())
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: Attachment, by: User) -> None:
    """Take a file away from a draft that can still be changed. What an agreement says stays.

    Raises PermissionDenied, NotEditableError.
    """
    if attachment.draft is None:
        raise PermissionDenied
    draft = _editable(attachment.draft, by)
    storage, name = attachment.file.storage, str(attachment.file.name)
    attachment.delete()
    _pin(draft)
    transaction.on_commit(lambda: storage.delete(name), robust=True)


def _checked(upload: File, name: str, by: User) -> tuple[Attachment, File]:
    checked = check_file(upload=upload, name=name)
    attachment = Attachment(
        name=safe_name(name, checked.extension),
        sha256=digest_of(checked.content),
        kind=checked.media_type,
        size=checked.content.size,
        added_by=by,
    )
    return attachment, checked.content


def _no_room() -> RefusedFileError:
    return RefusedFileError(_("The portal has no room for files just now. Try again later."))


def _keep(attachment: Attachment, content: File, others: QuerySet[Attachment]) -> None:
    if others.filter(sha256=attachment.sha256).exists():
        raise RefusedFileError(_("This file is attached already."))
    if others.count() >= MOST_FILES:
        raise RefusedFileError(_("At most %(most)s files can be attached.") % {"most": MOST_FILES})
    attachment.file.save(attachment.name, content, save=True)


def _editable(draft: DraftEntry, by: User) -> DraftEntry:
    locked = lock_own(draft, by)
    if locked.state not in EDITABLE:
        raise NotEditableError
    return locked


def _pin(draft: DraftEntry) -> None:
    """Write the files' fingerprints into the draft; the database then renews the draft's own."""
    draft.evidence = [
        {"name": each.name, "sha256": each.sha256, "kind": each.kind} for each in draft.attachments.all()
    ]
    draft.save(update_fields=["evidence"])
