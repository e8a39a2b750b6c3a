"""Filling a database with invented practices, in bulk, for measurements."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction

from network.choices import OrganizationKind
from network.models import IccsSection, MemberState, Organization, Topic, User
from network.search.services.bulk import added_in_bulk

from ..models import Evaluation, IdentifierSequence, Outcome, Practice, Rating
from .indexing import KIND, entries_of
from .plausible import TEXTS, Inventor, Surroundings

CHUNK = 1000  # practices in memory at a time
VARYING = (
    *(
        "id",
        "uuid",
        "identifier",
        "depth",
        "source_language",
        "country_id",
        "organization_id",
        "published_at",
    ),
    *("prevention_level", "population_reach", "approaches", "scale", "started_on", "is_ongoing"),
    *("offers_assistance", "rated_at", "rated_strength", "rated_direction"),
    *(f"{name}_{code}" for name in TEXTS for code in ("en", "es", "fr", "pt")),
)


@transaction.atomic
def make_practices(*, count: int, seed: int, tell: Callable[[int], None] = lambda made: None) -> int:
    """Add `count` invented published practices with rows in search; returns how many there are now.

    The same seed on the same database makes the same texts. `tell` is called with how many are made so far.
    Only where demonstration content may be.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented practices exist only where DEMO=1 or DEBUG=1.")
    around = _surroundings()
    first = (Practice.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1
    numbers = dict(IdentifierSequence.objects.values_list("year", "last"))
    inventor = Inventor(around, seed=seed, first_id=first, count=count, numbers=numbers)
    with added_in_bulk(KIND) as add:
        for start in range(0, count, CHUNK):
            made = [inventor.invent() for _ in range(min(CHUNK, count - start))]
            _save(made)
            add(entry for practice in made for entry in entries_of(practice))
            tell(start + len(made))
    for year, last in numbers.items():
        IdentifierSequence.objects.update_or_create(year=year, defaults={"last": last})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('practices_practice', 'id'), %s)", [first + count]
        )
    return Practice.objects.published().count()


def _surroundings() -> Surroundings:
    states = list(MemberState.objects.active())
    author, _created = User.objects.get_or_create(
        email="samples@demo.example",
        defaults={"full_name": "◇", "is_demonstration": True, "is_active": False},
    )
    organizations = {
        state.pk: Organization.objects.get_or_create(
            name=f"◇ {state.name_en}: samples",
            state=state,
            defaults={"kind": OrganizationKind.GOVERNMENT, "is_verified": True, "is_demonstration": True},
        )[0]
        for state in states
    }
    topics = list(Topic.objects.leaves())
    return Surroundings(states, topics, list(IccsSection.objects.all()), organizations, author.pk)


def _save(made: list[Practice]) -> None:
    """Copy the columns that differ from one to the next; the others are those of the first."""
    constant = [
        field
        for field in Practice._meta.concrete_fields
        if field.column and field.column not in VARYING and _value(field, made[0]) is not None
    ]
    columns, fixed = ", ".join(VARYING), ", ".join(str(field.column) for field in constant)
    table = Practice._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE made ON COMMIT DROP AS SELECT {columns} FROM {table} LIMIT 0")  # noqa: S608
        _copy(cursor, f"made ({columns})", (tuple(getattr(one, name) for name in VARYING) for one in made))
        marks = ", ".join(["%s"] * len(constant))
        cursor.execute(
            f"INSERT INTO {table} ({columns}, {fixed}) SELECT {columns}, {marks} FROM made",  # noqa: S608
            [_value(field, made[0]) for field in constant],
        )
        cursor.execute("DROP TABLE made")
        for name, column in (("topics", "topic_id"), ("iccs_sections", "iccssection_id")):
            through = getattr(Practice, name).through._meta.db_table
            pairs = ((one.pk, each.pk) for one in made for each in getattr(one, name).all())
            _copy(cursor, f"{through} (practice_id, {column})", pairs)
    Evaluation.objects.bulk_create(study for one in made for study in one.evaluations.all())
    Outcome.objects.bulk_create(outcome for one in made for outcome in one.outcomes.all())
    Rating.objects.bulk_create(rating for one in made for rating in one.ratings.all())


def _copy(cursor: Any, target: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _value(field: models.Field, practice: Practice) -> Any:
    return field.get_db_prep_save(field.pre_save(practice, add=True), connection)
