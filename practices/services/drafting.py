"""Beginning, writing and throwing away drafts; until submission a practice is in its authors' hands.

A section is saved as a whole: what is valid goes to the record, what is not is kept as typed, so that
neither a slip nor a broken line costs anyone their text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from network.choices import Language
from network.models import MemberState, Organization, User
from network.ui import numbers

from ..choices import Depth, PracticeState
from ..models import FieldComment, Practice, TransitionEvent
from ..rules import can_edit, can_start
from .errors import CommentNeededError, StaleObjectError
from .organizations import forget_organization, name_organization, own_organization
from .parts import Rows, save_rows
from .retention import throw_away
from .way import check_step, lock_practice

NEW_ORGANIZATION = "organization_name"


@dataclass(frozen=True)
class SectionData:
    """A section as sent: `values` by field's name, `parts` by related set, and what is not valid.

    `faults` are the names of the controls at fault, `typed` the whole form as sent, kept only with faults.
    A field at fault is in `values` with its empty value: the record never holds what the form refuses.
    """

    values: dict[str, Any]
    parts: Mapping[str, Rows] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    typed: str = ""


class SectionConflictError(StaleObjectError):
    """Someone saved the section since the form was opened; `name` says who, `at` when."""

    def __init__(self, practice: Practice, name: str, at: str) -> None:
        self.name, self.at = name, parse_datetime(at)
        moment = numbers.moment(self.at)
        super().__init__(
            practice,
            _("%(name)s saved this section on %(moment)s, after you opened it.")
            % {"name": name, "moment": moment},
        )


@transaction.atomic
def start_practice(
    *, by: User, country: MemberState, source_language: Language | str, depth: Depth | str = Depth.SNAPSHOT
) -> Practice:
    """Begin an empty draft of `country`, to be written in `source_language`.

    Raises PermissionDenied when `by` does not write for the state.
    """
    if not can_start(by, country.pk):
        raise PermissionDenied
    practice = new_draft(by, country, source_language, depth, only_organization(by, country))
    practice.save()
    started(practice).save()
    return practice


def new_draft(
    by: User,
    country: MemberState,
    language: Language | str,
    depth: Depth | str,
    organization: Organization | None,
) -> Practice:
    """An empty draft, not saved."""
    return Practice(
        author=by,
        changed_by=by,
        country=country,
        source_language=Language(language),
        depth=Depth(depth),
        organization=organization,
        is_demonstration=by.is_demonstration,
    )


def started(practice: Practice) -> TransitionEvent:
    """The step by which a draft came to be, not saved."""
    return TransitionEvent(practice=practice, verb="start", to_state=PracticeState.DRAFT, by=practice.author)


def only_organization(by: User, country: MemberState) -> Organization | None:
    """The one organization of the state that the person belongs to, if it is one."""
    found = list(Organization.objects.filter(memberships__user=by, state=country)[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def save_section(
    *, practice: Practice, by: User, section: str, data: SectionData, revision: int, page: str = ""
) -> Practice:
    """Store what a section's form holds and return the practice with its new revision.

    `revision` is the one that the form was opened at; `page` a random mark of the opened form, by which a
    save that is sent again after a broken connection is known. Raises SectionConflictError when someone
    else, or the same person elsewhere, saved this section since; PermissionDenied when it may not be written.
    """
    practice = _lock_for(practice, by)
    _check_section(practice, by, section, revision, page)
    return _write(practice, by, {section: data}, page)


def _write(practice: Practice, by: User, sections: Mapping[str, SectionData], page: str = "") -> Practice:
    """Write sections into a locked draft, with one more revision and who saved them."""
    named_before = own_organization(practice)
    for name, records in fill(practice, by, sections, page).items():
        getattr(practice, name).set(records)
    practice.save()
    if named_before and named_before.pk != practice.organization_id:
        forget_organization(named_before)
    for data in sections.values():
        for name, rows in data.parts.items():
            save_rows(practice, name, rows)
    return practice


def fill(
    practice: Practice, by: User, sections: Mapping[str, SectionData], page: str = ""
) -> dict[str, Iterable[Any]]:
    """Put sections into the columns, which are not saved; gives what it is to be linked with, by name."""
    practice.revision += 1
    practice.changed_by = by
    links: dict[str, Iterable[Any]] = {}
    for section, data in sections.items():
        links |= _set_values(practice, dict(data.values))
        _keep_typed(practice, section, data)
        practice.section_saves[section] = {
            "revision": practice.revision,
            "by": by.pk,
            "name": by.get_full_name(),
            "at": timezone.now().isoformat(),
            "page": page,
        }
    return links


def _lock_for(practice: Practice, by: User) -> Practice:
    row = lock_practice(practice)
    if not can_edit(by, row):
        raise PermissionDenied
    return row


def _check_section(practice: Practice, by: User, section: str, revision: int, page: str) -> None:
    last = practice.section_saves.get(section)
    if not last or last["revision"] <= revision:
        return
    sent_again = bool(page) and last["page"] == page and last["by"] == by.pk
    if not sent_again:
        raise SectionConflictError(practice, last["name"], last["at"])


def _set_values(practice: Practice, values: dict[str, Any]) -> dict[str, Iterable[Any]]:
    """Put values into columns, text into that of the language that it is written in; gives what is linked."""
    links: dict[str, Iterable[Any]] = {}
    if "title" in values:
        _set_title(practice, values.pop("title"), values.pop("title_language", ""))
    name = values.pop(NEW_ORGANIZATION, "")
    if name and not values.get("organization"):
        values["organization"] = name_organization(practice=practice, name=name)
    for name, value in values.items():
        column = f"{name}_{practice.source_language}"
        if hasattr(practice, column):
            setattr(practice, column, value)
        elif Practice._meta.get_field(name).many_to_many:
            links[name] = value
        else:
            setattr(practice, name, value)
    return links


def _set_title(practice: Practice, title: str, language: str) -> None:
    before = practice.language_of("title")
    practice.title_language = "" if language == practice.source_language else language
    if practice.language_of("title") != before:
        setattr(practice, f"title_{before}", "")
    setattr(practice, f"title_{practice.language_of('title')}", title)


def _keep_typed(practice: Practice, section: str, data: SectionData) -> None:
    if data.faults:
        practice.pending_input[section] = {"fields": data.faults, "typed": data.typed}
    else:
        practice.pending_input.pop(section, None)


@transaction.atomic
def change_depth(*, practice: Practice, by: User, depth: Depth | str) -> Practice:
    """Make a snapshot a full record or the other way; what is written in sections not shown stays."""
    practice = _lock_for(practice, by)
    practice.depth = Depth(depth)
    practice.revision += 1
    practice.changed_by = by
    practice.save()
    return practice


@transaction.atomic
def answer_comment(*, comment: FieldComment, by: User, answer: str) -> FieldComment:
    """Answer a comment of the screener on a field; may be reworded until the practice is submitted again.

    Raises CommentNeededError without words, PermissionDenied when the practice may not be written by `by`.
    """
    _lock_for(comment.practice, by)
    if not comment.is_sent:
        raise PermissionDenied
    if not answer.strip():
        raise CommentNeededError
    comment.answer, comment.answered_by, comment.answered_at = answer.strip(), by, timezone.now()
    comment.save(update_fields=["answer", "answered_by", "answered_at"])
    return comment


@transaction.atomic
def delete_practice(*, practice: Practice, by: User, seen_revision: int | None = None) -> None:
    """Throw away a draft that was never public, with its files.

    Raises PermissionDenied for others than its author and the focal point, StaleObjectError when it changed.
    """
    practice = lock_practice(practice, seen_revision)
    check_step(practice, by, "delete")
    if practice.identifier:
        raise PermissionDenied
    throw_away(practice)
