"""A page of a thread: each place by its number, with the text or, where one may not read it, a tombstone.

The database itself leaves the text out: what a person may not read is not in what comes back.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, CharField, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Coalesce, NullIf

from network.choices import Language

from ..choices import PostState
from .standing import readable_posts

MACHINE = "machine:"
COLUMNS = ("pk", "seq", "state", "published_at", "submitted_at", "created_at", "revision")
GUARDED = {
    "author_id": None,
    "author_name": "",
    "author_office": "",
    "author_kind": "",
    "country_id": None,
    "source_language": "",
    "edited_at": None,
}


@dataclass(frozen=True)
class Place:
    """A post at its place, as one person reads it. `html` is cleaned; `language` is that of `html`.

    Of a tombstone (`is_readable` false) only number, state, dates and the moderators' reason are known.
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


def read_places(posts: QuerySet, user: Any, language: str, *, original: bool = False) -> list[Place]:
    """The selected posts as a person reads them in a language, or in the author's; one query."""
    readable = readable_posts(user)
    of_author = Case(
        *(When(source_language=code, then=F(f"html_{code}")) for code in Language.values),
        default=Value(""),
        output_field=TextField(),
    )
    own = F(f"html_{language}")
    html = of_author if original else Coalesce(NullIf(own, Value("")), of_author)
    shown = Case(
        When(~Q(**{f"html_{language}": ""}), then=Value(language)),
        default=F("source_language"),
        output_field=CharField(),
    )
    rows = posts.annotate(
        is_readable=Case(When(readable, then=Value(True)), default=Value(False), output_field=BooleanField()),
        html=_if(readable, html, TextField()),
        language=_if(readable, F("source_language") if original else shown, CharField()),
        mark=_if(readable, F(f"translation_marks__{language}__body"), TextField()),
        reply=_if(readable, F("reply_to__seq")),
        **{f"_{name}": _if(readable, F(name)) for name in GUARDED},
    ).values(
        *COLUMNS,
        *("state_reason", "is_readable", "html", "language", "mark", "reply", "reply_to_id"),
        *(f"_{name}" for name in GUARDED),
        "is_demonstration",
    )
    return [_place(row) for row in rows]


def _if(readable: Q, expression: Any, field: Any = None) -> Case:
    return Case(When(readable, then=expression), default=Value(None), output_field=field)


def _place(row: dict[str, Any]) -> Place:
    guarded = {name: empty if row[f"_{name}"] is None else row[f"_{name}"] for name, empty in GUARDED.items()}
    reason = row["state_reason"] if row["state"] != PostState.PUBLISHED else ""
    known: dict[str, Any] = {name: row[name] for name in COLUMNS} | guarded
    return Place(
        **known,
        state_reason=reason,
        is_readable=row["is_readable"],
        reply_to_id=row["reply_to_id"] if row["is_readable"] else None,
        reply_to_seq=row["reply"],
        language=row["language"] or "",
        html=row["html"] or "",
        mark=(row["mark"] or "").strip('"'),
        is_demonstration=row["is_demonstration"],
    )
