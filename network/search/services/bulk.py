"""Adding very many objects at once: indexes and counts are made afterwards, in one go."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from ..models import SearchRow
from ..registry import Entry
from .counts import recount
from .rows import COLUMNS, FRESH, described, words_of
from .version import note
from .vocabulary import learn_words

_ADD = f"INSERT INTO search_searchrow ({COLUMNS}) {FRESH}"


@contextmanager
def added_in_bulk(kind: str) -> Iterator[Callable[[Iterable[Entry]], None]]:
    """Gives a function that adds entries of new objects; the table is locked until the transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchrow DISABLE TRIGGER USER")
        indexes = _slow_indexes()
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")

        learned: set[str] = set()

        def add(entries: Iterable[Entry]) -> None:
            listed = list(entries)
            cursor.execute(_ADD, [kind, described(kind, listed)])
            new = {word: written for word, written in words_of(listed).items() if word not in learned}
            learn_words(new)
            learned.update(new)

        fresh = not SearchRow.objects.filter(kind=kind).exists()
        yield add
        if fresh:
            note(kind)
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for _name, definition in indexes:
            cursor.execute(definition)
        cursor.execute("ALTER TABLE search_searchrow ENABLE TRIGGER USER")
        recount()


def _slow_indexes() -> list[tuple[str, str]]:
    """The GIN indexes with the statements that make them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes"
            " WHERE tablename = 'search_searchrow' AND indexdef LIKE %s",
            ["%USING gin%"],
        )
        return cursor.fetchall()
