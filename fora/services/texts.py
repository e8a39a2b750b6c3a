"""The words of a post: cleaned, rendered, kept as revisions."""

from datetime import datetime

from django.utils.translation import gettext as _

from network.choices import Language
from network.models import User
from network.ui.markdown import render
from network.ui.plain_text import clean_line, clean_text

from ..models import Post, PostRevision
from .errors import TextError

LONGEST_POST = 20_000  # characters
LONGEST_TITLE = 200
TEXT_FIELDS = (
    "source_language",
    *(f"{kind}_{code}" for kind in ("body", "html") for code in Language.values),
)


def clean_post(text: str, language: str) -> str:
    """The text as it is kept; raises TextError for what is empty or too long, or in no known language."""
    if language not in Language.values:
        raise TextError("language", _("Say in which language you write."))
    if len(text) > LONGEST_POST * 2:  # not even looked at
        raise _too_long()
    cleaned = clean_text(text)
    if not cleaned or not any(letter.isalnum() for letter in cleaned):
        raise TextError("empty", _("Write something first."))
    if len(cleaned) > LONGEST_POST:
        raise _too_long()
    return cleaned


def _too_long() -> TextError:
    return TextError("too_long", _("The text is too long. Shorten it, or attach a document."))


def clean_title(title: str) -> str:
    """A title as it is kept; raises TextError."""
    if len(title) > LONGEST_TITLE * 4:
        raise TextError("too_long", _("The title is too long."))
    cleaned = clean_line(title)
    if not any(letter.isalnum() for letter in cleaned):
        raise TextError("empty", _("Give the thread a title."))
    if len(cleaned) > LONGEST_TITLE:
        raise TextError("too_long", _("The title is too long."))
    return cleaned


def put_text(post: Post, text: str, language: str) -> None:
    """Make a cleaned text the post's own, in memory; what was a translation into its language goes."""
    before = post.source_language
    if before and before != language:
        setattr(post, f"body_{before}", "")
        setattr(post, f"html_{before}", "")
    post.source_language = language
    setattr(post, f"body_{language}", text)
    setattr(post, f"html_{language}", str(render(text, by_public=True)))


def add_revision(post: Post, by: User, now: datetime, *, is_published: bool) -> PostRevision:
    """Keep the post's text as the revision that the post says it has; `is_published`: readers read it."""
    return PostRevision.objects.create(
        post=post,
        number=post.revision,
        language=post.source_language,
        text=post.original("body"),
        html=post.original("html"),
        by=by,
        created_at=now,
        published_at=now if is_published else None,
    )


def publish_revision(post: Post, now: datetime) -> None:
    """From now on readers may read the post's text as it stands, also as an earlier revision."""
    current = PostRevision.objects.unfiltered().filter(post=post, number=post.revision)
    current.filter(published_at__isnull=True).update(published_at=now)


def wipe_text(post: Post, now: datetime) -> None:
    """Leave no word of the post behind: columns in memory, revisions in the database."""
    for code in Language.values:
        setattr(post, f"body_{code}", "")
        setattr(post, f"html_{code}", "")
    post.translation_marks = {}
    PostRevision.objects.unfiltered().filter(post=post).update(text="", html="", wiped_at=now)
