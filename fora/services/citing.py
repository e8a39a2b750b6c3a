"""What a report cites, as one reader may read it: the pinned words, or that they can no longer be read."""

import datetime as dt
import re
from typing import Any, NamedTuple

from django.db.models import F

from network.models.text import Passage

from ..models import Citation, FinalReport, Post, PostRevision

IN_TEXT = re.compile(r"\[\[(\d{1,4})\]\]")
"""A citation in the text of a report: its number in double brackets."""


class Cited(NamedTuple):
    """A citation under its number; when its words are gone, only the number."""

    number: int
    key: int
    words: Passage | None = None
    name: str = ""
    office: str = ""
    said_at: dt.datetime | None = None
    seq: int | None = None
    url: str = ""


def cited(report: FinalReport, user: Any, language: str) -> list[Cited]:
    """All citations of a report, in the reader's language where the whole post is cited as it stands.

    What was hidden, redacted or withdrawn since, and what the reader may not read, has no words: two queries.
    """
    numbers = Citation.objects.unfiltered().filter(report=report).order_by("number")
    readable = {
        each.pk: each
        for each in Citation.objects.visible_to(user)
        .filter(report=report)
        .select_related("revision__post__thread__space")
    }
    return [
        _cited(readable[key], language) if key in readable else Cited(number, key)
        for key, number in numbers.values_list("pk", "number")
    ]


def _cited(citation: Citation, language: str) -> Cited:
    revision: PostRevision = citation.revision
    post: Post = revision.post
    return Cited(
        number=citation.number,
        key=citation.pk,
        words=words_of(citation, language),
        name=post.author_name,
        office=post.author_office,
        said_at=revision.created_at,
        seq=post.seq,
        url=post.get_absolute_url(),
    )


def words_of(citation: Citation, language: str) -> Passage:
    """The pinned words; a translation only of a whole post that says the same still."""
    revision, post = citation.revision, citation.revision.post
    is_whole = citation.ends == 0
    is_current = is_whole and language != revision.language and post.revision == revision.number
    if is_current and (translated := getattr(post, f"body_{language}")):
        mark = post.translation_marks.get(language, {}).get("body", "")
        return Passage(translated, language, False, mark)
    text = revision.text if is_whole else revision.text[citation.starts : citation.ends]
    return Passage(text, revision.language, True)


def place_of(words: str, text: str) -> tuple[int, int] | None:
    """Where some words stand in a text; whatever spaces and line ends lie between them. None if nowhere."""
    parts = [re.escape(part) for part in words.split()]
    found = re.search(r"\s+".join(parts), text) if parts else None
    return (found.start(), found.end()) if found else None


def citable(*, user: Any, space_id: int) -> Any:
    """Revisions that a report of the space may cite: published posts as they stand, in order."""
    return (
        PostRevision.objects.visible_to(user)
        .filter(
            post__thread__space=space_id,
            post__state="published",
            published_at__isnull=False,
            is_hidden=False,
            number=F("post__revision"),
        )
        .select_related("post")
        .order_by("post__thread", "post__seq")
    )
