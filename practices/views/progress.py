"""How far each section of a draft is, in words and as a disc."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import User

from ..choices import Depth, PracticeState, Section, sections_of
from ..forms import control_id, field_label, forms_of
from ..models import FieldComment, Practice
from ..rules import can_edit

PARTS = ("topics", "iccs_sections", "building_blocks", "partners", "outcomes", "evaluations", "materials")
STATE_SIGNS = {
    PracticeState.DRAFT: ("draft", "draft"),
    PracticeState.AWAITING_CLEARANCE: ("go", "clearance"),
    PracticeState.SUBMITTED: ("go", "clearance"),
    PracticeState.SCREENING: ("go", "screening"),
    PracticeState.RETURNED: ("warn", "returned"),
    PracticeState.DECLINED: ("plain", "withdrawn"),
}


class Progress(NamedTuple):
    """A section in the list of steps; field names are those of components/steps.html."""

    section: Section
    url: str
    label: str
    phase: str
    note: str
    is_current: bool
    has_errors: bool
    missing: list[str]


def state_sign(practice: Practice) -> tuple[str, str]:
    """Tone and phase of the tag that says where a practice is on its way."""
    return STATE_SIGNS.get(PracticeState(practice.state), ("plain", "open"))


def steps_of(practice: Practice, current: str = "") -> list[Progress]:
    """The sections that the practice shows; prefetch PARTS before."""
    gaps = practice.missing()
    return [
        _step(practice, section, gaps.get(section.slug, []), current)
        for section in sections_of(practice.depth)
    ]


def labelled_comments(practice: Practice, reader: User, section: str = "") -> list[FieldComment]:
    """Comments that the Secretariat sent, each with its field's name and whether it can be answered now."""
    found = practice.field_comments.filter(is_sent=True).select_related("answered_by")
    comments = list(found.filter(section=section) if section else found)
    may_answer = can_edit(reader, practice)
    for comment in comments:
        comment.label, comment.may_answer = field_label(comment.field), may_answer
        comment.anchor = control_id(comment.field)
    return comments


def _step(practice: Practice, section: Section, missing: list[str], current: str) -> Progress:
    faults = len(practice.faults(section.slug))
    filled = _filled(practice, section.slug)
    return Progress(
        section=section,
        url=reverse("practices:draft_step", args=[practice.uuid, section.slug]),
        label=_("%(number)s. %(title)s") % {"number": section.number, "title": section.title},
        phase=_phase(filled, len(missing), _required(practice, section)),
        note=_note(faults, len(missing), filled, section),
        is_current=section.slug == current,
        has_errors=bool(faults),
        missing=list(dict.fromkeys(field_label(name) for name in missing)),
    )


def _required(practice: Practice, section: Section) -> int:
    return len(section.required) + (len(section.required_in_full) if practice.depth == Depth.FULL else 0)


def _filled(practice: Practice, slug: str) -> bool:
    """Whether anything of a section is filled in; defaults are not."""
    entry = forms_of(slug)
    names = [name for name in entry.form.base_fields if hasattr(practice, name) and name != "asks_for_rating"]
    names += [made.related for made in entry.lists]
    return any(
        practice.value_of(name) not in (None, "", [], False) for name in names if name != "title_language"
    )


def _phase(filled: bool, missing: int, required: int) -> str:
    if not missing:
        return "done" if filled else "open"
    if not filled:
        return "open"
    return "screening" if missing * 2 <= required else "clearance"


def _note(faults: int, missing: int, filled: bool, section: Section) -> str:
    if faults:
        return ngettext("%(count)s error", "%(count)s errors", faults) % {"count": faults}
    if missing:
        return ngettext("%(count)s missing", "%(count)s missing", missing) % {"count": missing}
    if filled:
        return _("complete")
    return "" if section.required or section.required_in_full else _("optional")
