"""Files of posts: put beside a draft once they are inspected, removed with the words."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from network.models import User

from ..choices import PostState
from ..models import Post, PostAttachment
from .errors import ConflictError, TextError
from .locking import lock_post

MOST_FILES = 5


@transaction.atomic
def attach(
    *,
    post: Post,
    by: User,
    content: bytes,
    name: str,
    media_type: str,
    sha256: str,
    alternative_text: str = "",
) -> PostAttachment:
    """Put a file beside a draft of one's own; it has been inspected before.

    Raises PermissionDenied, ConflictError when it is no draft any more, TextError for too many.
    """
    row = lock_post(post)
    if row.author_id != by.pk:
        raise PermissionDenied
    if row.state != PostState.DRAFT:
        raise ConflictError(row)
    if row.attachments.count() >= MOST_FILES:
        raise TextError("too_long", _("A post can have %(number)s files at most.") % {"number": MOST_FILES})
    return PostAttachment.objects.create(
        post=row,
        file=ContentFile(content, name=name),
        file_name=name[:200],
        media_type=media_type,
        size=len(content),
        sha256=sha256,
        alternative_text=alternative_text,
    )


@transaction.atomic
def detach(*, attachment: PostAttachment, by: User) -> None:
    """Take a file away from a draft. Raises PermissionDenied, ConflictError."""
    row = lock_post(attachment.post)
    if row.author_id != by.pk:
        raise PermissionDenied
    if row.state != PostState.DRAFT:
        raise ConflictError(row)
    _remove([attachment])


def remove_files(post: Post) -> None:
    """Remove all files of a post: rows now, bytes when the transaction has held."""
    _remove(list(PostAttachment.objects.unfiltered().filter(post=post)))


def _remove(files: list[PostAttachment]) -> None:
    for attachment in files:
        storage, name = attachment.file.storage, str(attachment.file.name)
        attachment.delete()
        transaction.on_commit(partial(storage.delete, name), robust=True)
