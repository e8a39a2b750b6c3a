"""Closed lists of the fora, and the way of a post as data: nothing that is not in that table can happen."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SpaceKind(models.TextChoices):
    """What a space is for."""

    PERMANENT = "permanent", _("Permanent forum")
    VIRTUAL = "virtual", _("Virtual forum")
    WORKING_GROUP = "working_group", _("Working group")
    FACE_TO_FACE = "face_to_face", _("Face-to-face forum")


class Access(models.TextChoices):
    """Who reads a space."""

    PUBLIC = "public", _("Everyone reads")
    MEMBERS = "members", _("Members of the Network read")
    PRIVATE = "private", _("Only those who were let in read")


class SpaceState(models.TextChoices):
    """How far a space has come; the hours of a virtual forum are its own matter."""

    PREPARATION = "preparation", _("In preparation")
    OPEN = "open", pgettext_lazy("space of dialogue", "Open")
    ARCHIVED = "archived", _("Archived")


RESERVED = frozenset(
    {
        *("archive", "attachments", "decisions", "desk", "drafts", "feeds", "groups", "new", "papers"),
        *("people", "posts", "proposals", "search", "unread"),
    }
)
"""First words of addresses below fora/ that are no space's."""


class Capacity(models.TextChoices):
    """What a person is in one space."""

    MEMBER = "member", _("Member")
    MODERATOR = "moderator", _("Moderator")
    FACILITATOR = "facilitator", _("Facilitator")
    CHAIR = "chair", _("Chair")


MODERATING = (Capacity.MODERATOR,)
LEADING = (Capacity.FACILITATOR, Capacity.CHAIR)


class PostState(models.TextChoices):
    """Where a post is on its way."""

    DRAFT = "draft", _("Draft")
    PENDING = "pending", _("Awaits approval")
    REJECTED = "rejected", _("Not published")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", _("Hidden by moderation")
    WITHDRAWN = "withdrawn", _("Withdrawn by its author")
    REDACTED = "redacted", _("Removed for good")


class PostActor(models.TextChoices):
    """In which capacity somebody moves a post."""

    AUTHOR = "author", _("Author")
    MODERATOR = "moderator", _("Moderator")


class PostStep(NamedTuple):
    """One allowed step; `held` says whether it is for a post that must be approved first (None: for both)."""

    verb: str
    source: PostState | None
    target: PostState | None
    actor: PostActor
    held: bool | None = None
    needs_reason: bool = False
    writes: bool = False


_S, _A = PostState, PostActor
POST_STEPS: tuple[PostStep, ...] = (
    PostStep("save_draft", None, _S.DRAFT, _A.AUTHOR),
    PostStep("save_draft", _S.DRAFT, _S.DRAFT, _A.AUTHOR),
    PostStep("discard", _S.DRAFT, None, _A.AUTHOR),
    PostStep("publish", _S.DRAFT, _S.PUBLISHED, _A.AUTHOR, held=False, writes=True),
    PostStep("publish", _S.DRAFT, _S.PENDING, _A.AUTHOR, held=True, writes=True),
    PostStep("publish", _S.REJECTED, _S.PUBLISHED, _A.AUTHOR, held=False, writes=True),
    PostStep("publish", _S.REJECTED, _S.PENDING, _A.AUTHOR, held=True, writes=True),
    PostStep("edit", _S.PENDING, _S.PENDING, _A.AUTHOR, writes=True),
    PostStep("edit", _S.REJECTED, _S.REJECTED, _A.AUTHOR, writes=True),
    PostStep("edit", _S.PUBLISHED, _S.PUBLISHED, _A.AUTHOR, held=False, writes=True),
    PostStep("withdraw", _S.PENDING, _S.WITHDRAWN, _A.AUTHOR),
    PostStep("withdraw", _S.REJECTED, _S.WITHDRAWN, _A.AUTHOR),
    PostStep("withdraw", _S.PUBLISHED, _S.WITHDRAWN, _A.AUTHOR),
    PostStep("approve", _S.PENDING, _S.PUBLISHED, _A.MODERATOR),
    PostStep("approve", _S.REJECTED, _S.PUBLISHED, _A.MODERATOR),
    PostStep("reject", _S.PENDING, _S.REJECTED, _A.MODERATOR, needs_reason=True),
    PostStep("hide", _S.PUBLISHED, _S.HIDDEN, _A.MODERATOR, needs_reason=True),
    PostStep("show", _S.HIDDEN, _S.PUBLISHED, _A.MODERATOR),
    PostStep("redact", _S.PENDING, _S.REDACTED, _A.MODERATOR, needs_reason=True),
    PostStep("redact", _S.REJECTED, _S.REDACTED, _A.MODERATOR, needs_reason=True),
    PostStep("redact", _S.PUBLISHED, _S.REDACTED, _A.MODERATOR, needs_reason=True),
    PostStep("redact", _S.HIDDEN, _S.REDACTED, _A.MODERATOR, needs_reason=True),
    PostStep("redact", _S.WITHDRAWN, _S.REDACTED, _A.MODERATOR, needs_reason=True),
    PostStep("move", _S.PENDING, _S.PENDING, _A.MODERATOR),
    PostStep("move", _S.PUBLISHED, _S.PUBLISHED, _A.MODERATOR),
    PostStep("move", _S.HIDDEN, _S.HIDDEN, _A.MODERATOR),
)
"""The way of a post.

`writes` marks the steps that put words before others: those need an open space, an unlocked thread and an
author without sanction. A draft may be kept at any hour, so that nobody loses what was being written at the
last minute. A published post of a space that reads everything first is not changed: it is withdrawn and
written anew, so that nothing is read that nobody has approved.
"""

PLACED = (PostState.PUBLISHED, PostState.HIDDEN, PostState.WITHDRAWN, PostState.REDACTED)
"""States in which a post may have a number in its thread."""


class ProposalState(models.TextChoices):
    """What became of a topic that a state proposed."""

    PROPOSED = "proposed", pgettext_lazy("proposed topic", "Proposed")
    SCHEDULED = "scheduled", pgettext_lazy("proposed topic", "Scheduled")
    DECLINED = "declined", pgettext_lazy("proposed topic", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposed topic", "Withdrawn")


class ForumFormat(models.TextChoices):
    """How a proposed forum is to meet."""

    VIRTUAL = "virtual", _("Virtual forum")
    FACE_TO_FACE = "face_to_face", _("Face-to-face forum")


class ReportState(models.TextChoices):
    """How far a final report has come."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class Following(models.TextChoices):
    """How somebody hears of a space or a thread."""

    INSTANT = "instant", _("At once")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")
    NONE = "none", _("Not at all")
