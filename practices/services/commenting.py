"""Comments of a screener on fields, kept at the desk until the practice is returned."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.models import User

from ..choices import RECORD_FIELDS
from ..models import FieldComment, Practice
from .errors import CommentNeededError
from .way import check_step, lock_practice


@transaction.atomic
def comment_on_field(*, practice: Practice, by: User, section: str, field: str, text: str) -> FieldComment:
    """Keep a comment on a field; its author reads it when the practice is returned.

    Raises CommentNeededError without words, ConflictError when the practice was moved, PermissionDenied for
    those who may not return it, ValueError for a field that the record does not have.
    """
    row = lock_practice(practice)
    check_step(row, by, "return")
    if field not in RECORD_FIELDS.get(section, ()):
        raise ValueError(f"{section}.{field}")
    if not text.strip():
        raise CommentNeededError
    return FieldComment.objects.create(practice=row, section=section, field=field, text=text.strip(), by=by)


@transaction.atomic
def remove_comment(*, comment: FieldComment, by: User) -> None:
    """Take back a comment that was not sent yet; what was sent stays."""
    row = lock_practice(comment.practice)
    check_step(row, by, "return")
    if comment.is_sent:
        raise PermissionDenied
    comment.delete()
