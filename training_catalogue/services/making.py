"""Filling a database with invented courses and sessions, in bulk, for measurements."""

import random
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from network.choices import OrganizationKind
from network.models import MemberState, Organization, Topic
from network.search.services.bulk import added_in_bulk

from ..choices import Certificate, CourseLevel, CourseState, Mode, Pillar, SessionState
from ..models import Course, CourseSequence, Session
from .indexing import KIND, entries_of
from .plausible import write

CHUNK = 1000
SESSIONS = 3  # of each course
FIRST_DAY = datetime(2019, 1, 1, tzinfo=UTC)
DAYS = 2800
LANGUAGES, SHARES = ("es", "en", "pt", "fr"), (45, 25, 20, 10)
ZONES = (
    "America/Guatemala",
    "America/Lima",
    "America/Sao_Paulo",
    "America/Port-au-Prince",
    "America/Jamaica",
)


@transaction.atomic
def make_courses(*, count: int, seed: int, tell: Callable[[int], None] = lambda made: None) -> int:
    """Add `count` invented published courses with three sessions each and rows in search; returns how many.

    The same seed on the same database and day makes the same. Only where demonstration content may be.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented courses exist only where DEMO=1 or DEBUG=1.")
    dice = random.Random(seed)  # noqa: S311 - no secret
    topics, providers = list(Topic.objects.leaves()), _providers()
    first = (Course.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1
    session_key = (Session.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1
    numbers = dict(CourseSequence.objects.values_list("year", "last"))
    now = timezone.now()
    with added_in_bulk(KIND) as add:
        for start in range(0, count, CHUNK):
            made = []
            for place in range(start, min(start + CHUNK, count)):
                course = _invent(dice, first + place, place / max(count, 1), numbers, providers)
                kept = {"topics": dice.sample(topics, dice.choice((1, 2, 2, 3)))}
                kept["sessions"] = [
                    _session(dice, course, session_key + place * SESSIONS + each, now)
                    for each in range(SESSIONS)
                ]
                course._prefetched_objects_cache = kept
                made.append(course)
            _save(made)
            add(entry for course in made for entry in entries_of(course))
            tell(start + len(made))
    for year, last in numbers.items():
        CourseSequence.objects.update_or_create(year=year, defaults={"last": last})
    _set_keys("training_catalogue_course", first + count)
    _set_keys("training_catalogue_session", session_key + count * SESSIONS)
    return Course.objects.published().count()


def _providers() -> list[Organization]:
    kinds = OrganizationKind.values
    return [
        Organization.objects.get_or_create(
            name=f"◇ {state.name_en}: samples of courses",
            state=state,
            defaults={"kind": kinds[place % len(kinds)], "is_verified": True, "is_demonstration": True},
        )[0]
        for place, state in enumerate(MemberState.objects.active().order_by("pk"))
    ]


def _invent(
    dice: random.Random, key: int, share: float, numbers: dict[int, int], providers: list[Organization]
) -> Course:
    language = dice.choices(LANGUAGES, SHARES)[0]
    published = FIRST_DAY + timedelta(days=int(DAYS * share), seconds=key % 86_000)
    numbers[published.year] = numbers.get(published.year, 0) + 1
    is_free = dice.random() < 0.6
    course = Course(
        pk=key,
        uuid=uuid.UUID(int=dice.getrandbits(128), version=4),
        identifier=f"TC-{published.year}-{numbers[published.year]:04d}",
        provider=dice.choices(providers, range(len(providers), 0, -1))[0],
        state=CourseState.PUBLISHED,
        source_language=language,
        published_at=published,
        confirmed_on=timezone.now().date(),
        pillar=dice.choice(Pillar.values),
        level=dice.choices(CourseLevel.values, (5, 4, 2, 1))[0],
        mode=dice.choice(Mode.values),
        languages=sorted({language, dice.choice(LANGUAGES)}),
        hours=dice.randint(4, 160),
        certificate=dice.choice(Certificate.values),
        is_free=is_free,
        fee_amount=None if is_free else Decimal(f"{dice.randint(1, 20) * 25}.00"),
        fee_currency="" if is_free else "USD",
        has_grants=dice.random() < 0.25,
        link="https://samples.example/",
        is_demonstration=True,
    )
    for code in (language, *(code for code in LANGUAGES if code != language and dice.random() < 0.25)):
        for name, text in write(dice, code).items():
            setattr(course, f"{name}_{code}", text)
    return course


def _session(dice: random.Random, course: Course, key: int, now: datetime) -> Session:
    starts = now + timedelta(days=dice.randint(-400, 300), hours=dice.randint(0, 12))
    ends = starts + timedelta(days=dice.randint(1, 40))
    if ends < now:
        state = SessionState.ENDED
    elif starts < now:
        state = SessionState.RUNNING
    else:
        state = dice.choice((SessionState.ANNOUNCED, SessionState.OPEN, SessionState.CLOSED))
    return Session(
        pk=key,
        uuid=uuid.UUID(int=dice.getrandbits(128), version=4),
        course=course,
        source_language=course.source_language,
        state=state,
        starts_at=starts,
        ends_at=ends,
        deadline_at=starts - timedelta(days=dice.randint(1, 40)),
        time_zone=dice.choice(ZONES),
        seats=dice.choice((None, 20, 30, 40)),
    )


def _save(made: list[Course]) -> None:
    Course.objects.bulk_create(made)
    through: Any = Course.topics.through
    through.objects.bulk_create(
        through(course_id=course.pk, topic_id=topic.pk) for course in made for topic in course.topics.all()
    )
    Session.objects.bulk_create(session for course in made for session in course.sessions.all())


def _set_keys(table: str, last: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, last])
