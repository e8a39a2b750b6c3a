"""Final reports: written after the forum has closed, resting on what was said."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import User
from network.ui.plain_text import clean_line, clean_text

from ..choices import ReportState
from ..models import Citation, FinalReport, PostRevision, Space
from ..rules import can_write_report
from .errors import ConflictError, TextError
from .news import tell_of_space
from .notices import followers_of_space


@transaction.atomic
def write_report(
    *,
    space: Space,
    by: User,
    language: str,
    title: str,
    summary: str,
    body: str,
    seen_revision: int | None = None,
) -> FinalReport:
    """Begin the report of a forum, or write on. A published one may be corrected: it says when.

    Raises PermissionDenied before the forum has closed and for others than who leads it, ConflictError when
    somebody saved it since `seen_revision`, TextError without title.
    """
    row = Space.objects.unfiltered().select_for_update(no_key=True).get(pk=space.pk)
    if not can_write_report(by, row):
        raise PermissionDenied
    heading = clean_line(title)
    if not heading or len(heading) > 250 or len(body) > 100_000:
        raise TextError("too_long" if heading else "empty", _("Give the report a title."))
    report = FinalReport.objects.filter(space=row).first() or FinalReport(space=row, revision=0)
    if report.pk is not None and seen_revision is not None and report.revision != seen_revision:
        raise ConflictError
    report.source_language = language
    for name, text in (
        ("title", heading),
        ("summary", clean_text(summary)[:3000]),
        ("body", clean_text(body)),
    ):
        setattr(report, f"{name}_{language}", text)
    report.revision += 1
    report.written_by, report.writer_name = by, by.full_name
    report.is_demonstration = row.is_demonstration
    report.save()
    return report


@transaction.atomic
def cite(
    *, report: FinalReport, revision: PostRevision, by: User, starts: int = 0, ends: int = 0
) -> Citation:
    """Pin a passage of a published post of this forum under the report's next number.

    Raises PermissionDenied for what is not of this forum or not read by its readers.
    """
    row = FinalReport.objects.select_for_update(of=("self",)).select_related("space").get(pk=report.pk)
    if not can_write_report(by, row.space):
        raise PermissionDenied
    readable = PostRevision.objects.visible_to(by).filter(
        pk=revision.pk,
        post__thread__space=row.space_id,
        post__state="published",
        published_at__isnull=False,
        is_hidden=False,
    )
    if not readable.exists():
        raise PermissionDenied
    last = Citation.objects.unfiltered().filter(report=row).aggregate(last=Max("number"))["last"] or 0
    return Citation.objects.create(
        report=row,
        number=last + 1,
        revision=revision,
        starts=max(0, starts),
        ends=max(starts, ends),
        cited_by=by,
    )


@transaction.atomic
def take_out_citation(*, citation: Citation, by: User) -> None:
    """Remove a citation; the others keep their numbers. Raises PermissionDenied."""
    if not can_write_report(by, citation.report.space):
        raise PermissionDenied
    citation.delete()


@transaction.atomic
def publish_report(*, report: FinalReport, by: User) -> FinalReport:
    """Put the report before the readers of the space. Raises PermissionDenied, ConflictError, TextError."""
    row = FinalReport.objects.select_for_update(of=("self",)).select_related("space").get(pk=report.pk)
    if not can_write_report(by, row.space):
        raise PermissionDenied
    if row.state == ReportState.PUBLISHED:
        raise ConflictError
    if not row.original("body"):
        raise TextError("empty", _("The report has no text yet."))
    row.state, row.published_at = ReportState.PUBLISHED, timezone.now()
    row.save()
    tell_of_space(
        "fora.report_published",
        row.space,
        followers_of_space(row.space),
        by,
        f"fora.report_published:{row.pk}",
    )
    return row
