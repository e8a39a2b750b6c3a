"""Files and links that go with a practice: attaching, taking away, handing out."""

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from network.models import User
from network.notifications.services import enqueue
from network.services.inspecting import CheckedFile, RefusedFileError, check_file, digest_of, safe_name
from network.services.keeping_files import kept_with_its_row

from ..choices import MaterialKind
from ..models import Material, Practice
from ..models.parts import ExtractionState
from ..rules import can_edit
from .errors import PracticeError
from .replacing import forget_file
from .way import lock_practice

MOST_MATERIALS = 40
EXTRACTION = "practices.extract_text"


class MaterialRefusedError(PracticeError):
    """A file or link cannot be attached; says why and what to do."""


def attach_file(
    *,
    practice: Practice,
    by: User,
    upload: File,
    name: str,
    title: str = "",
    alternative_text: str = "",
    document_language: str = "",
) -> Material:
    """Check a file by its content and keep it under a random name; its text is read later by a worker.

    Raises MaterialRefusedError when the file may not be kept or there is no room for it, PermissionDenied
    when the practice may not be written by `by`.
    """
    if not can_edit(by, practice):
        raise PermissionDenied
    try:
        checked = check_file(upload=upload, name=name)
    except RefusedFileError as error:
        raise MaterialRefusedError(str(error)) from error
    file_name = safe_name(name, checked.extension)
    material = Material(
        kind=MaterialKind.IMAGE if checked.is_picture else MaterialKind.FILE,
        document_language=document_language,
        file_name=file_name,
        media_type=checked.media_type,
        size=checked.content.size,
        sha256=digest_of(checked.content),
        uploaded_by=by,
    )
    words = {"title": title or file_name.rsplit(".", 1)[0], "alternative_text": alternative_text}
    return _keep(material, checked, practice, by, words)


def _keep(
    material: Material, checked: CheckedFile, practice: Practice, by: User, words: dict[str, str]
) -> Material:
    """Write the file and its row."""
    no_room = MaterialRefusedError(
        _("The portal has no room for files just now. Your text is safe; try again later.")
    )
    with kept_with_its_row(material, no_room):
        _place(material, practice, by, words)
        if not checked.is_picture:
            material.extraction_state = ExtractionState.WAITING
        material.file.save(material.file_name, checked.content, save=True)
        if not checked.is_picture:
            enqueue(
                task=EXTRACTION,
                dedupe_key=f"{EXTRACTION}:{material.pk}",
                args={"material_id": material.pk},
            )
    return material


def _place(material: Material, practice: Practice, by: User, words: dict[str, str]) -> None:
    """Take the next place in the practice's list, under its lock."""
    row = lock_practice(practice)
    if not can_edit(by, row):
        raise PermissionDenied
    taken = row.materials.aggregate(last=Max("position"))["last"]
    if row.materials.count() >= MOST_MATERIALS:
        raise MaterialRefusedError(
            _("A practice holds at most %(most)s materials.") % {"most": MOST_MATERIALS}
        )
    if material.sha256 and row.materials.filter(sha256=material.sha256).exists():
        raise MaterialRefusedError(_("This file is attached already."))
    material.practice = row
    material.position = 0 if taken is None else taken + 1
    material.source_language = row.source_language
    for name, text in words.items():
        setattr(material, f"{name}_{row.source_language}", text)
    row.revision += 1
    row.changed_by = by
    row.save(update_fields=["revision", "changed_by", "changed_at"])


@transaction.atomic
def attach_link(
    *, practice: Practice, by: User, url: str, title: str, document_language: str = ""
) -> Material:
    """Add a link. Raises MaterialRefusedError when the list is full, PermissionDenied as above."""
    material = Material(kind=MaterialKind.LINK, url=url, document_language=document_language, uploaded_by=by)
    _place(material, practice, by, {"title": title})
    material.save()
    return material


@transaction.atomic
def remove_material(*, material: Material, by: User) -> None:
    """Take a file or link away; the file leaves the disk once that is certain."""
    practice = lock_practice(material.practice)
    if not can_edit(by, practice):
        raise PermissionDenied
    name = material.file.name
    material.delete()
    practice.revision += 1
    practice.changed_by = by
    practice.save(update_fields=["revision", "changed_by", "changed_at"])
    if name:
        transaction.on_commit(lambda: forget_file(name), robust=True)
