"""Filling a database with invented threads and posts, in bulk, for measurements."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction

from network.choices import Language
from network.models import User
from network.search.services.bulk import added_in_bulk

from ..choices import PostState, SpaceKind, SpaceState
from ..models import Post, PostRevision, Space, Thread
from .following_text import POST
from .indexing import entries_of
from .plausible import Speaker
from .reconciling import reconcile

CHUNK = 2000
PER_THREAD = 10  # posts on average
SPACES, WRITERS = 20, 50
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)
ROWS = (
    *("id", "thread_id", "seq", "state", "state_reason", "author_id", "author_name", "author_office"),
    *("author_kind", "revision", "source_language", "translation_marks", "is_demonstration"),
    *("created_at", "changed_at", "submitted_at", "published_at", "placed_at"),
    *(f"{kind}_{code}" for kind in ("body", "html") for code in Language.values),
)


@transaction.atomic
def make_fora(
    *, count: int, seed: int = 1, long_thread: int = 0, tell: Callable[[int], None] = lambda made: None
) -> int:
    """Add `count` invented published posts in threads of about ten, `long_thread` of them in one alone; gives
    how many posts there are now. With their revisions, search rows and figures.

    The same seed on the same database makes the same texts. Only where demonstration content may be.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented posts exist only where DEMO=1 or DEBUG=1.")
    speaker, spaces, writers = Speaker(seed), _spaces(), _writers()
    first = (Post.objects.unfiltered().aggregate(last=models.Max("pk"))["last"] or 0) + 1
    plan = _plan(count, long_thread, spaces, writers, speaker)
    made = 0
    with added_in_bulk(POST) as add:
        while made < count:
            posts = [
                _post(first + made + place, *next(plan), speaker) for place in range(min(CHUNK, count - made))
            ]
            _copy(posts)
            add(entry for post in posts for entry in entries_of(post))
            made += len(posts)
            tell(made)
    _after(first + count)
    reconcile()
    return Post.objects.unfiltered().published().count()


def _spaces() -> list[Space]:
    made = []
    for number in range(1, SPACES + 1):
        space, _created = Space.objects.unfiltered().get_or_create(
            slug=f"sample-{number}",
            defaults={
                "kind": SpaceKind.PERMANENT,
                "state": SpaceState.OPEN,
                "source_language": "en",
                "title_en": f"◇ Sample space {number}",
                "is_demonstration": True,
                "position": 900 + number,
            },
        )
        made.append(space)
    return made


def _writers() -> list[User]:
    return [
        User.objects.get_or_create(
            email=f"writer{number}@demo.example",
            defaults={"full_name": f"◇ Writer {number}", "is_demonstration": True, "is_active": False},
        )[0]
        for number in range(1, WRITERS + 1)
    ]


def _plan(
    count: int, long_thread: int, spaces: list[Space], writers: list[User], speaker: Speaker
) -> Iterator[tuple[Thread, int, User, datetime]]:
    """Which post comes where: thread, number, author, time; the long thread first."""
    left, number, at = count, 0, BEGUN
    while left > 0:
        size = min(
            left, long_thread if number == 0 and long_thread else speaker.dice.randint(1, 2 * PER_THREAD - 1)
        )
        thread = _thread(speaker, number, spaces[number % len(spaces)], writers, at)
        for seq in range(1, size + 1):
            at += timedelta(seconds=speaker.dice.randint(1, 90))
            yield thread, seq, speaker.dice.choice(writers), at
        left -= size
        number += 1


def _thread(speaker: Speaker, number: int, space: Space, writers: list[User], at: datetime) -> Thread:
    starter, code = speaker.dice.choice(writers), speaker.language()
    thread = Thread(
        space=space,
        source_language=code,
        starter=starter,
        starter_name=starter.full_name,
        created_at=at,
        submitted_at=at,
        is_demonstration=True,
        **{f"title_{code}": speaker.title(code, number + 1)},
    )
    Thread.objects.bulk_create([thread])  # without signals: nothing is translated here
    return thread


def _post(key: int, thread: Thread, seq: int, author: User, at: datetime, speaker: Speaker) -> Post:
    text = speaker.say()
    return Post(
        pk=key,
        thread=thread,
        seq=seq,
        state=PostState.PUBLISHED,
        author=author,
        author_name=author.full_name,
        revision=1,
        source_language=text.language,
        created_at=at,
        changed_at=at,
        submitted_at=at,
        published_at=at,
        placed_at=at,
        is_demonstration=True,
        **{f"body_{text.language}": text.body, f"html_{text.language}": text.html},
    )


def _copy(posts: list[Post]) -> None:
    columns = ", ".join(ROWS)
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {Post._meta.db_table} ({columns}) FROM STDIN") as copy:
            for post in posts:
                copy.write_row([_value(post, name) for name in ROWS])
        table = PostRevision._meta.db_table
        names = "post_id, number, language, text, html, by_id, created_at, published_at, is_hidden"
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for post in posts:
                text, html = post.original("body"), post.original("html")
                at = post.published_at
                copy.write_row([post.pk, 1, post.source_language, text, html, post.author_id, at, at, False])


def _value(post: Post, name: str) -> Any:
    return "{}" if name == "translation_marks" else getattr(post, name)


def _after(next_id: int) -> None:
    """Keys of later posts follow; the planner knows how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('fora_post', 'id'), %s)", [next_id])
        cursor.execute("ANALYZE fora_post, fora_thread, fora_postrevision")
