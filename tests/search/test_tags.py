"""What a query by tags meets is what a plain comparison of rows with what was asked meets."""

import datetime as dt
from itertools import product

import pytest
from django.db import connection

from network.search.querysets import PUBLIC, Holder
from network.search.registry import Entry
from network.search.services.tags import narrowed, tags_of

READERS = [Holder((PUBLIC,)), Holder((PUBLIC, "space:1")), Holder((PUBLIC, "space:1", "space~2"))]
CARRIED = [
    [],
    [(["state:GT"], False)],
    [(["state:GT", "level:1"], False)],
    [(["state:GT", "level:1"], True)],
    [(["state:GT"], False), (["level:1"], True)],
    [(["topic:it's \\ ~odd"], True)],
]
FACETS = [[], ["state:GT"], ["level:1", "state:GT"], ["topic:it's \\ ~odd"]]
ENTRIES = [
    (
        kind,
        Entry(
            object_id=1,
            language=language,
            is_original=is_original,
            address="",
            visibility=visibility,
            published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            title="",
            title_language=language,
            summary="",
            facets=facets,
        ),
    )
    for kind, language, is_original, visibility, facets in product(
        ("practice", "course"), ("es", "fr"), (True, False), (PUBLIC, "space:1", "space~2"), FACETS
    )
]


@pytest.mark.django_db
def test_tags_meet_what_a_reader_may_find_by_kind_and_facets() -> None:
    """Every kind of row, reader and choice, in one question to the database."""
    asked = list(product(READERS, ("", "practice"), CARRIED))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT entry, query FROM unnest(%s::text[]) WITH ORDINALITY AS row(tags, entry),
                   unnest(%s::tsquery[]) WITH ORDINALITY AS asked(text, query)
            WHERE array_to_tsvector(string_to_array(tags, chr(10))) @@ text
            """,
            [
                ["\n".join(["word", *tags_of(kind, entry)]) for kind, entry in ENTRIES],
                [narrowed("word", user, "es", kind, carried) for user, kind, carried in asked],
            ],
        )
        met = set(cursor.fetchall())
    assert met == {
        (place, number)
        for place, (kind, entry) in enumerate(ENTRIES, start=1)
        for number, (user, wanted, carried) in enumerate(asked, start=1)
        if (entry.is_original or entry.language == "es")
        and entry.visibility in user
        and wanted in ("", kind)
        and all(
            (all if all_of else any)(facet in entry.facets for facet in facets) for facets, all_of in carried
        )
    }
