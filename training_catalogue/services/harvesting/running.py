"""One harvest: ask, read, judge, and have what is new or changed taken over as work with progress."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.imports.choices import ImportState, Origin, Verdict
from network.imports.models import Import, ImportRow, SourceLink
from network.imports.querysets import owner_of
from network.imports.registry import find
from network.imports.services.looking import Judge, chunks, in_language
from network.imports.services.rows import ReadRow
from network.imports.services.starting import begin_taking
from network.notifications.choices import Queue
from network.notifications.services import enqueue, notify
from network.querysets.in_bulk import add_all
from network.services.outgoing import Fetched, FetchError, fetch

from ...choices import CourseState
from ...choices.harvesting import OF_THE_SITE, HarvestFault
from ...models import Course
from ...models.harvesting import HarvestSource
from ...rules.courses import is_staff_manager, speaks_for
from ..importing import KIND
from ..news import people_of
from .reading import HarvestError, rows_of

HARVEST = "training.harvest"
MOST_BYTES = 5 * 1024 * 1024
ACCEPT = "application/ld+json, application/json, text/csv, text/html;q=0.8"
EVERY = timedelta(days=1)
TOLD_AFTER = timedelta(days=1)  # of a site that does not answer: it may only have a bad hour
CONFIRMED_AFTER = timedelta(days=30)
KEPT = 10  # harvests of a source whose rows are kept
CHUNK = 200


def promise_due() -> int:
    """Promise the harvests that are due; gives how many."""
    now = timezone.now()
    due = list(HarvestSource.objects.due(now)[:200])
    for source in due:
        promise(source)
    return len(due)


@transaction.atomic
def promise(source: HarvestSource) -> None:
    """Have a source read soon, and again in a day."""
    now = timezone.now()
    HarvestSource.objects.filter(pk=source.pk).update(next_at=now + EVERY)
    key = f"{HARVEST}:{source.pk}:{now:%Y-%m-%dT%H:%M}"
    enqueue(task=HARVEST, dedupe_key=key, args={"source": source.pk}, queue=Queue.BULK)


def harvest(*, source: int) -> None:
    """Read a source once. What cannot be read is said to the provider; what is there stays as it is."""
    found = HarvestSource.objects.select_related("provider", "by").filter(pk=source, is_on=True).first()
    if found is None or Import.objects.filter(source_id=source, state=ImportState.TAKING).exists():
        return
    if found.by is None or not (speaks_for(found.by, found.provider) or is_staff_manager(found.by)):
        note_fault(found, HarvestFault.NOBODY)
        return
    try:
        answer = fetch(
            found.address,
            purpose="harvest of courses",
            accept=ACCEPT,
            most_bytes=MOST_BYTES,
            etag=found.etag,
            last_modified=found.last_modified,
        )
        rows = [] if answer.is_same else rows_of(found, answer)
    except FetchError as error:
        note_fault(found, error.code, error.detail)
        return
    except HarvestError as error:
        note_fault(found, error.fault, error.detail)
        return
    if answer.is_same:
        note_same(found)
    else:
        take_in(found, rows, answer)


@transaction.atomic
def note_fault(source: HarvestSource, fault: str, detail: str = "") -> None:
    """Write down why nothing came, and tell who speaks for the provider, once for each time that it fails."""
    row = HarvestSource.objects.select_for_update(of=("self",)).select_related("provider").get(pk=source.pk)
    now = timezone.now()
    row.fault, row.detail, row.tried_at = fault, detail[:200], now
    row.failing_since = row.failing_since or now
    row.save(update_fields=["fault", "detail", "tried_at", "failing_since"])
    if fault not in OF_THE_SITE or now - row.failing_since >= TOLD_AFTER:
        key = f"{HARVEST}:{row.pk}:{row.failing_since:%Y-%m-%dT%H:%M}:{fault}"
        notify("training.harvest_fault", about=row, to=people_of(row.provider), once=key)


@transaction.atomic
def note_same(source: HarvestSource) -> None:
    """The list is as it was: all that it names still holds."""
    links = SourceLink.objects.filter(source_id=source.pk, missing_since__isnull=True)
    _confirm(list(links.values_list("object_id", flat=True)))
    _note_success(source)


def take_in(source: HarvestSource, rows: list[ReadRow], answer: Fetched) -> Import:
    """Judge all rows; keep those that are new, changed or wrong; promise that they are taken over."""
    _forget_older(source)
    batch = Import.objects.create(
        kind=KIND,
        origin=Origin.HARVEST,
        source_id=source.pk,
        owner=owner_of(source.provider),
        by=source.by,
        language=source.language,
        rows_all=len(rows),
        file_name=source.address[:200],
    )
    judge = Judge(batch, find(KIND))
    with in_language(batch):
        for chunk in chunks(rows, CHUNK):
            _keep(batch, judge.judged(chunk))
    with transaction.atomic():
        begin_taking(batch)
        _note_missing(source, {row.key for row in rows})
        _note_success(source, entries=len(rows), etag=answer.etag, last_modified=answer.last_modified)
    return batch


@transaction.atomic
def _keep(batch: Import, rows: list[ImportRow]) -> None:
    """Of what has not changed nothing is written, unless it was missing or came from elsewhere."""
    same = [row for row in rows if row.verdict == Verdict.SAME]
    links = SourceLink.objects.of(batch.kind, batch.owner).filter(key__in=[row.key for row in same])
    links.exclude(source_id=batch.source_id, missing_since=None).update(
        seen_at=timezone.now(), missing_since=None, source_id=batch.source_id
    )
    _confirm([row.object_id for row in same if row.object_id])
    add_all([row for row in rows if row.verdict != Verdict.SAME])
    batch.rows_done += len(rows)
    batch.save(update_fields=["rows_done"])


def _confirm(keys: list[int]) -> None:
    """What its provider still names holds: nobody need be asked about it this year."""
    today = timezone.now().date()
    old = Q(confirmed_on__lte=today - CONFIRMED_AFTER) | Q(reminded_on__isnull=False)
    for start in range(0, len(keys), 1000):
        courses = Course.objects.filter(pk__in=keys[start : start + 1000], state=CourseState.PUBLISHED)
        courses.filter(old).update(confirmed_on=today, reminded_on=None)


def _note_missing(source: HarvestSource, named: set[str]) -> None:
    """Mark what the list does not name any more; it stays, and the provider is asked about it."""
    known = SourceLink.objects.filter(source_id=source.pk, missing_since__isnull=True)
    gone = [pk for pk, key in known.values_list("pk", "key") if key not in named]
    if gone:
        SourceLink.objects.filter(pk__in=gone).update(missing_since=timezone.now().date())
        key = f"{HARVEST}:missing:{source.pk}:{timezone.now():%Y-%m-%d}"
        notify(
            "training.harvest_missing", about=source, to=people_of(source.provider), once=key, count=len(gone)
        )


def _note_success(source: HarvestSource, **more: str | int) -> None:
    now = timezone.now()
    HarvestSource.objects.filter(pk=source.pk).update(
        tried_at=now, read_at=now, fault="", detail="", failing_since=None, **more
    )


def _forget_older(source: HarvestSource) -> None:
    """Only the last harvests' rows are kept; what a killed worker left begins anew."""
    Import.objects.filter(source_id=source.pk, state=ImportState.READING).delete()
    older = Import.objects.filter(source_id=source.pk).order_by("-started_at").values_list("pk", flat=True)
    Import.objects.filter(pk__in=list(older[KEPT - 1 :])).delete()
