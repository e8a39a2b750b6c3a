"""Background papers of a forum: each a file or a link per language, checked before it is kept."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from network.models import User
from network.services.inspecting import RefusedFileError, check_file, digest_of, safe_name
from network.services.keeping_files import kept_with_its_row

from ...models import BackgroundPaper, PaperVersion, Space
from .spaces import lock_kept

MOST_PAPERS = 60


class PaperWords(NamedTuple):
    """What a paper is called, in which language, and how it is cited."""

    title: str
    language: str
    symbol: str = ""
    year: int | None = None


@transaction.atomic
def add_paper(*, space: Space, words: PaperWords, by: User) -> BackgroundPaper:
    """Add a paper, without its document yet. Raises PermissionDenied, ValidationError."""
    row = lock_kept(space, by)
    if row.papers.count() >= MOST_PAPERS:
        raise ValidationError(_("A forum has at most %(most)s background papers.") % {"most": MOST_PAPERS})
    last = row.papers.aggregate(last=Max("position"))["last"] or 0
    return _write(BackgroundPaper(space=row, position=last + 1), words)


@transaction.atomic
def change_paper(*, paper: BackgroundPaper, words: PaperWords, by: User) -> BackgroundPaper:
    """Change title, symbol or year. Raises PermissionDenied."""
    space = lock_kept(paper.space, by)
    return _write(space.papers.get(pk=paper.pk), words)


def _write(paper: BackgroundPaper, words: PaperWords) -> BackgroundPaper:
    paper.source_language = words.language
    setattr(paper, f"title_{words.language}", words.title)
    paper.symbol, paper.year = words.symbol, words.year
    paper.save()
    return paper


@transaction.atomic
def remove_paper(*, paper: BackgroundPaper, by: User) -> None:
    """Take a paper away with all its versions. Raises PermissionDenied."""
    lock_kept(paper.space, by)
    for version in paper.versions.all():
        _forget(version)
    paper.delete()


def add_link(*, paper: BackgroundPaper, language: str, url: str, by: User) -> PaperVersion:
    """Say where the paper is in a language. Raises PermissionDenied, ValidationError."""
    with transaction.atomic():
        lock_kept(paper.space, by)
        _room(paper, language)
        return PaperVersion.objects.create(paper=paper, language=language, url=url)


def add_file(*, paper: BackgroundPaper, language: str, upload: File, name: str, by: User) -> PaperVersion:
    """Keep the paper in a language as a file under a random name, once its content has been checked.

    Raises PermissionDenied; ValidationError when the file may not be kept or there is one in this language.
    """
    with transaction.atomic():
        lock_kept(paper.space, by)
        _room(paper, language)
    try:
        checked = check_file(upload=upload, name=name)
    except RefusedFileError as error:
        raise ValidationError({"file": str(error)}) from error
    version = PaperVersion(
        paper=paper,
        language=language,
        file_name=safe_name(name, checked.extension),
        media_type=checked.media_type,
        size=checked.content.size,
        sha256=digest_of(checked.content),
    )
    return _keep(version, checked.content, by)


def _keep(version: PaperVersion, content: File, by: User) -> PaperVersion:
    """Write the file and its row."""
    no_room = ValidationError({"file": _("The portal has no room for files just now. Try again later.")})
    with kept_with_its_row(version, no_room):
        lock_kept(version.paper.space, by)
        _room(version.paper, version.language)
        version.file.save(version.file_name, content, save=True)
    return version


def _room(paper: BackgroundPaper, language: str) -> None:
    if paper.versions.filter(language=language).exists():
        raise ValidationError(
            {"language": _("There is a version in this language. Remove it before you put in another.")}
        )


@transaction.atomic
def remove_version(*, version: PaperVersion, by: User) -> None:
    """Take a version away, with its file. Raises PermissionDenied."""
    lock_kept(version.paper.space, by)
    _forget(version)
    version.delete()


def _forget(version: PaperVersion) -> None:
    """The file goes once it is certain that its row has gone."""
    if version.file.name:
        name, storage = version.file.name, version.file.storage
        transaction.on_commit(lambda: storage.delete(name))
