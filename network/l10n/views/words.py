"""The desk's words: what a text is, why a person is needed, what the engine stumbled over."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..choices import JobState, Reason
from ..filters import CONFIDENCES, confidence_level
from ..models import Translation
from ..registry import UnknownKindError, find_kind, kinds

FLAGS = {
    "unknown_words": _("The machine did not know some words."),
    "lost_token": _("A number, a link, a name or a mark of the original is missing."),
    "length": _("It is much longer or shorter than the original."),
    "same_as_source": _("It says the same as the original, word for word."),
    "empty": _("The machine answered with nothing."),
    "markup": _("Headings, lists or links are not as in the original."),
    "wrong_language": _("The original seems to be in another language than stated."),
    "nothing_to_translate": _("There is nothing in it that could be translated."),
    "too_long": _("The text is too long for a machine, or the translation for its place."),
    "glossary": _("A term of the glossary is missing."),
}
TONES = {
    JobState.STALE: "warn",
    JobState.NEEDS_REVIEW: "stop",
    JobState.FAILED_FINAL: "stop",
    JobState.MACHINE_DRAFT: "mt",
    JobState.APPROVED: "good",
}
PHASES = {JobState.APPROVED: "done", JobState.STALE: "returned"}
ICONS = {JobState.MACHINE_DRAFT: "translate", JobState.NEEDS_REVIEW: "alert", JobState.FAILED_FINAL: "alert"}


def kind_name(kind: str) -> str:
    """What the record is, as its readers call it."""
    try:
        found = find_kind(kind)
    except UnknownKindError:
        return kind
    return capfirst(str(found.verbose or found.model._meta.verbose_name))


def kind_choices() -> list[tuple[str, str]]:
    """Kinds of records for a filter."""
    return [(kind.kind, kind_name(kind.kind)) for kind in kinds()]


def field_name(row: Translation) -> str:
    """The field as the form calls it."""
    try:
        return capfirst(str(find_kind(row.kind).model._meta.get_field(row.field).verbose_name))
    except (UnknownKindError, FieldDoesNotExist):
        return row.field


def reasons(row: Translation) -> list[Any]:
    """Why a person is needed, in whole sentences."""
    found: list[Any] = []
    if row.state == JobState.STALE:
        found.append(_("The original has changed since a person approved this translation."))
    elif row.reason:
        found.append(_reason(row.reason))
    if row.reason == "rejected" and row.error:
        found.append(row.error)
    found += [FLAGS.get(flag, flag) for flag in row.flags]
    if not found and row.state == JobState.MACHINE_DRAFT:
        found.append(
            _("A machine translated it; readers see it with a label until a person has approved it.")
        )
    return found


def _reason(reason: str) -> Any:
    return Reason(reason).label if reason in Reason.values else reason


def confidence(row: Translation) -> Any:
    """How sure the engine is, in a word; empty when it did not say."""
    return CONFIDENCES.get(confidence_level(row.confidence), "")


def sign(row: Translation) -> dict[str, Any]:
    """The tag of a translation's state."""
    state = JobState(row.state)
    return {
        "label": state.label,
        "tone": TONES.get(state, "draft"),
        "phase": PHASES.get(state, ""),
        "icon": ICONS.get(state, ""),
    }


def days_waiting(row: Translation) -> int:
    """Calendar days since the last step, in UTC."""
    return (timezone.now().date() - row.waiting_since.date()).days


def roots_of(rows: Iterable[Translation]) -> dict[str, Any]:
    """The records that the texts belong to, by `root`; one query per kind of record."""
    keys: dict[str, set[str]] = {}
    for row in rows:
        kind, _sign, key = row.root.partition(":")
        keys.setdefault(kind, set()).add(key)
    return {
        f"{kind}:{record.pk}": record
        for kind, wanted in keys.items()
        for record in find_kind(kind).model._base_manager.filter(pk__in=wanted)
    }


def root_label(root: str, record: Any) -> str:
    """What people call the record; a dash when it is gone."""
    return find_kind(root.partition(":")[0]).label(record) if record is not None else "–"


def root_address(root: str, record: Any) -> str:
    """Where readers find the record; empty when they do not."""
    if record is None:
        return ""
    try:
        return find_kind(root.partition(":")[0]).address(record)
    except Exception:  # a record on its way has no public address yet
        return ""


def position(row: Translation) -> tuple[bool, str, int, int]:
    """The record itself before its parts; fields as the model has them."""
    try:
        names = [field.name for field in find_kind(row.kind).model._meta.get_fields()]
    except UnknownKindError:
        names = []
    key = int(row.object_key) if row.object_key.isdecimal() else 0
    place = names.index(row.field) if row.field in names else 0
    return f"{row.kind}:{row.object_key}" != row.root, row.kind, key, place
