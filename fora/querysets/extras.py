"""What hangs on the posts of a page: quotes and files, of all of them by one query.

The words of a quote are left out where the quoted revision may not be read: it then stands as a gap.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import JSONObject

from .prepared import KEYS, ONE_OF_KEYS, read_rows
from .standing import readable_revisions


@dataclass(frozen=True)
class Extras:
    """Of one post: `quotes` and `files` as dictionaries, in order; see `read_extras`."""

    quotes: list[dict[str, Any]]
    files: list[dict[str, Any]]


NOTHING = Extras([], [])


def read_extras(posts: list[int], user: Any) -> dict[int, Extras]:
    """Quotes and files of those of these posts that the person may read and that have any.

    A quote: post, seq, thread (keys), name, language, text (None where it may not be read). A file: uuid,
    name, type, size, alternative.
    """
    if not posts:
        return {}
    rows = read_rows(_with_extras, user, {KEYS: posts})
    return {pk: Extras(quoted, attached) for pk, quoted, attached in rows}


def _with_extras(user: Any) -> QuerySet:
    Post, Quote, File = (apps.get_model("fora", name) for name in ("Post", "Quote", "PostAttachment"))
    of_post = Q(post=OuterRef("pk"))
    quotes = Quote.objects.unfiltered().filter(of_post).order_by("position", "id")
    files = File.objects.unfiltered().filter(of_post).order_by("id")
    return (
        Post.objects.visible_to(user)
        .filter(
            Exists(quotes.order_by()) | Exists(files.order_by()),
            pk__in=ONE_OF_KEYS,
        )
        .values_list("pk", ArraySubquery(_of_quotes(quotes, user)), ArraySubquery(_of_files(files)))
    )


def _of_quotes(quotes: QuerySet, user: Any) -> QuerySet:
    readable = readable_revisions(user, "revision__")

    def guarded(name: str) -> Case:
        return Case(When(readable, then=F(name)), default=Value(None), output_field=TextField())

    return quotes.values(
        json=JSONObject(
            post="revision__post_id",
            seq="revision__post__seq",
            thread="revision__post__thread_id",
            name=guarded("revision__post__author_name"),
            language="revision__language",
            text=guarded("revision__text"),
            starts="starts",
            ends="ends",
        )
    )


def _of_files(files: QuerySet) -> QuerySet:
    return files.values(
        json=JSONObject(
            uuid="uuid", name="file_name", type="media_type", size="size", alternative="alternative_text"
        )
    )
