"""A page of a thread: each place by its number, with the text or, where one may not read it, a tombstone.

The database itself leaves the text out: what a person may not read is not in what comes back.
"""

import datetime as dt
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Case, QuerySet, Value, When

from network.choices import Language
from network.querysets.written import ask

from ..choices import PostState
from .prepared import USER, Build, Given, statement
from .standing import readable_posts, standing_of

MACHINE = "machine:"
_EACH = " ".join(f"WHEN '{code}' THEN words.html_{code}" for code in Language.values)
_OF_AUTHOR = f"(CASE words.source_language {_EACH} ELSE '' END)"
_PLACES = f"""
SELECT post.id, post.seq, post.state,
       CASE WHEN post.state <> '{PostState.PUBLISHED.value}' THEN post.state_reason ELSE '' END,
       chosen.is_readable, post.published_at, post.submitted_at, post.created_at, words.edited_at,
       post.revision, words.author_id, coalesce(words.author_name, ''), coalesce(words.author_office, ''),
       coalesce(words.author_kind, ''), words.country_id, words.reply_to_id, answered.seq,
       coalesce(words.source_language, ''), coalesce({{shown}}, ''), coalesce({{html}}, ''),
       coalesce(words.translation_marks -> '{{language}}' ->> 'body', ''), post.is_demonstration,
       EXISTS (SELECT FROM fora_quote WHERE post_id = words.id)
       OR EXISTS (SELECT FROM fora_postattachment WHERE post_id = words.id)
  FROM ({{{{chosen}}}}) AS chosen (key, is_readable)
  JOIN fora_post AS post ON post.id = chosen.key
  LEFT JOIN fora_post AS words ON words.id = chosen.key AND chosen.is_readable
  LEFT JOIN fora_post AS answered ON answered.id = words.reply_to_id
 ORDER BY post.seq NULLS LAST, post.id
"""  # noqa: S608 - our own columns and languages
"""Whatever is guarded comes from `words`, which is there only where the text may be read."""


class Place(NamedTuple):
    """A post at its place, as one person reads it. `html` is cleaned; `language` is that of `html`.

    Of a tombstone (`is_readable` false) only number, state, dates and the moderators' reason are known.
    `has_extras`: whether `read_extras` has anything of it.
    """

    pk: int
    seq: int | None
    state: str
    state_reason: str
    is_readable: bool
    published_at: dt.datetime | None
    submitted_at: dt.datetime | None
    created_at: dt.datetime
    edited_at: dt.datetime | None
    revision: int
    author_id: int | None
    author_name: str
    author_office: str
    author_kind: str
    country_id: str | None
    reply_to_id: int | None
    reply_to_seq: int | None
    source_language: str
    language: str
    html: str
    mark: str
    is_demonstration: bool
    has_extras: bool = False

    @property
    def is_original(self) -> bool:
        """Whether the author's own words are shown."""
        return self.language == self.source_language

    @property
    def is_machine(self) -> bool:
        """Whether a machine translated what is shown and no person approved it."""
        return not self.is_original and self.mark.startswith(MACHINE)

    @property
    def engine(self) -> str:
        """Which machine did."""
        return self.mark.removeprefix(MACHINE) if self.is_machine else ""

    @property
    def is_stale(self) -> bool:
        """Whether the original has changed since a person approved the translation."""
        return not self.is_original and self.mark == "stale"

    @property
    def anchor(self) -> str:
        """The place on the page."""
        return f"p{self.seq}" if self.seq is not None else f"post-{self.pk}"


def with_readable(posts: QuerySet, user: Any) -> QuerySet:
    """Key and readability of posts: the selection that places are read of."""
    readable = When(readable_posts(user), then=Value(True))
    is_readable = Case(readable, default=Value(False), output_field=BooleanField())
    return posts.order_by().annotate(is_readable=is_readable).values_list("pk", "is_readable")


def read_places(posts: QuerySet, user: Any, language: str, *, original: bool = False) -> list[Place]:
    """The selected posts as a person reads them in a language, or in the author's; one query.

    In the order of their numbers, those without one last.
    """
    try:
        chosen, values = with_readable(posts, user).query.sql_with_params()
    except EmptyResultSet:
        return []
    return _read(chosen, values, language, original)


def prepared_places(
    build: Build, user: Any, given: Given, language: str, *rest: Any, original: bool = False
) -> list[Place]:
    """The same of a prepared selection, made by `with_readable`; `rest` goes to `build`."""
    asked = statement(build, user, *rest)
    if asked is None:
        return []
    values = asked.filled({USER: standing_of(user).user_id, **given})
    return _read(asked.text, values, language, original)


def _read(chosen: str, values: Any, language: str, original: bool) -> list[Place]:
    rows = ask(_text(language, original).format(chosen=chosen), values)
    return [Place._make(row) for row in rows]


@lru_cache(maxsize=2 * len(Language.values))
def _text(language: str, original: bool) -> str:
    code = Language(language).value  # becomes part of the statement
    if original:
        return _PLACES.format(shown="words.source_language", html=_OF_AUTHOR, language=code)
    return _PLACES.format(
        shown=f"CASE WHEN words.html_{code} <> '' THEN '{code}' ELSE words.source_language END",
        html=f"CASE WHEN words.html_{code} <> '' THEN words.html_{code} ELSE {_OF_AUTHOR} END",
        language=code,
    )
