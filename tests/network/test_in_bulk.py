"""Many rows by one statement: as Django's own ways of storing leave them."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from network.l10n.choices import JobState
from network.l10n.models import Translation
from network.querysets.in_bulk import add_all, add_missing, change_all

pytestmark = pytest.mark.django_db
NAMES = ["text", "confidence", "flags", "charged", "state", "due_at", "token", "attempts"]


def translations() -> list[Translation]:
    """Two that are not stored yet."""
    return [
        Translation(
            kind="practices.practice", object_key=str(key), root=f"practices.practice:{key}", field="title",
            source_language="es", target_language="fr", source_hash="x", source_text="Niñas\n«y» niños",
        )
        for key in (1, 2)
    ]  # fmt: skip


def values(rows: list[Translation]) -> list[tuple[object, ...]]:
    """What the database holds of them."""
    return list(
        Translation.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk").values_list(*NAMES)
    )


def change(rows: list[Translation]) -> None:
    """Values of every kind; the second has nothing where it may."""
    now = timezone.now()
    for number, row in enumerate(rows):
        row.text, row.state, row.attempts = 'a\'b\\%s "c" é', JobState.STALE, 3
        row.flags, row.charged = ["lost_token", "a,{b}"], {"deepl": {"2026-11": 12}}
        row.confidence, row.due_at, row.token = 0.1 + 0.2, now + timedelta(microseconds=1), uuid.uuid4()
        if number:
            row.confidence = row.due_at = row.token = None
            row.flags, row.charged, row.text = [], {}, ""


def test_what_is_changed_at_once_reads_as_what_django_changes(django_assert_num_queries):
    rows, other = translations(), translations()
    add_all(rows)
    for row in other:
        row.field = "summary"
    Translation.objects.bulk_create(other)
    assert values(rows) == values(other)
    change(rows)
    for row, like in zip(rows, other, strict=True):
        for name in NAMES:
            setattr(like, name, getattr(row, name))
    Translation.objects.bulk_update(other, NAMES)
    with django_assert_num_queries(1):
        change_all(rows, NAMES)
    assert values(rows) == values(other)
    assert values(rows)[0][0] == 'a\'b\\%s "c" é'


def test_only_the_named_fields_change_and_nothing_asks_nothing(django_assert_num_queries):
    rows = translations()
    add_all(rows)
    change(rows)
    change_all(rows, ["text"])
    assert [(text, attempts) for text, *_rest, attempts in values(rows)] == [(row.text, 0) for row in rows]
    with django_assert_num_queries(0):
        change_all([], ["text"])


def test_what_stands_already_is_not_stored_again(django_assert_num_queries):
    first = translations()[0]
    add_missing([first])
    for row in (again := translations()):
        row.source_text = "later"
    with django_assert_num_queries(1):
        add_missing(again)
    kept = Translation.objects.filter(kind="practices.practice").order_by("object_key")
    assert list(kept.values_list("source_text", flat=True)) == [first.source_text, "later"]
    with django_assert_num_queries(0):
        add_missing([])
