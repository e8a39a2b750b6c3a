"""The report of a cooperation: its result, the report as text, and perhaps a file."""

from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Language
from network.models import User
from network.services.inspecting import CheckedFile, digest_of, safe_name
from network.services.keeping_files import kept_with_its_row
from network.ui.plain_text import clean_text

from ...models import Cooperation, CooperationReport
from ...rules.cooperation import can_report
from ..errors import EmptyError, FileNotKeptError
from .terms import lock_cooperation


@dataclass(frozen=True)
class ReportWords:
    """What the form holds; `file` was inspected, `name` is what it is called."""

    language: Language | str
    result: str
    body: str
    file: CheckedFile | None = None
    name: str = ""


def write_report(*, cooperation: Cooperation, by: User, words: ReportWords) -> CooperationReport:
    """Write or change the report while the cooperation is under way; a new file replaces the earlier one.

    Raises PermissionDenied, EmptyError, FileNotKeptError.
    """
    holder = CooperationReport()
    with kept_with_its_row(holder, FileNotKeptError()):
        report = _write(cooperation, by, words)
        if words.file is not None:
            _attach(report, words.file, words.name, holder)
        report.save()
    return report


def _write(cooperation: Cooperation, by: User, words: ReportWords) -> CooperationReport:
    row = lock_cooperation(cooperation)
    if not can_report(by, row):
        raise PermissionDenied
    result, body = clean_text(words.result)[:2000], clean_text(words.body)[:20_000]
    if not result or not body:
        raise EmptyError
    report = CooperationReport.objects.filter(cooperation=row).first() or CooperationReport()
    report.cooperation = row
    before, now = report.source_language, Language(words.language)
    if before and before != now:
        for name in ("result", "body"):
            setattr(report, f"{name}_{before}", "")
    report.source_language, report.written_by = now, by
    setattr(report, f"result_{now}", result)
    setattr(report, f"body_{now}", body)
    return report


def _attach(report: CooperationReport, file: CheckedFile, name: str, holder: CooperationReport) -> None:
    """Save the file by way of `holder`, which alone is cleared away when something fails."""
    if report.file.name:
        transaction.on_commit(partial(report.file.storage.delete, report.file.name), robust=True)
    holder.file.save(f"{holder.uuid}{file.extension}", file.content, save=False)
    report.file.name = holder.file.name
    report.media_type, report.size = file.media_type, file.content.size
    report.sha256, report.file_name = digest_of(file.content), safe_name(name, file.extension)
