"""Files of posts: put beside a draft once they are inspected, removed with the words."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from network.models import User
from network.services.keeping_files import kept_with_its_row

from ..choices import PostState
from ..models import Post, PostAttachment
from .errors import ConflictError, TextError
from .locking import lock_post

MOST_FILES = 5


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

    Raises PermissionDenied, ConflictError when it is no draft any more, TextError for too many or no room.
    """
    attachment = PostAttachment(
        file_name=name[:200],
        media_type=media_type,
        size=len(content),
        sha256=sha256,
        alternative_text=alternative_text,
    )
    no_room = TextError("no_room", _("The portal has no room for files just now. Try again later."))
    with kept_with_its_row(attachment, no_room):
        attachment.post = _own_draft(post, by)
        if attachment.post.attachments.count() >= MOST_FILES:
            raise TextError(
                "too_long", _("A post can have %(number)s files at most.") % {"number": MOST_FILES}
            )
        attachment.file.save(name, ContentFile(content), save=True)
    return attachment


@transaction.atomic
def detach(*, attachment: PostAttachment, by: User) -> None:
    """Take a file away from a draft. Raises PermissionDenied, ConflictError."""
    _own_draft(attachment.post, by)
    _remove([attachment])


def _own_draft(post: Post, by: User) -> Post:
    """The draft under its lock; somebody else's and what is no draft any more are refused."""
    row = lock_post(post)
    if row.author_id != by.pk:
        raise PermissionDenied
    if row.state != PostState.DRAFT:
        raise ConflictError(row)
    return row


def remove_files(post: Post) -> None:
    """Remove all files of a post: rows now, bytes when the transaction has held."""
    _remove(list(PostAttachment.objects.unfiltered().filter(post=post)))


def _remove(files: list[PostAttachment]) -> None:
    for attachment in files:
        storage, name = attachment.file.storage, str(attachment.file.name)
        attachment.delete()
        transaction.on_commit(partial(storage.delete, name), robust=True)
