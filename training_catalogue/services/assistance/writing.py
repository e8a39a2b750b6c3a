"""Writing offers and requests: beginning one, and changing its words."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Language
from network.models import MemberState, Organization, User

from ...choices.assistance import AssistanceKind, AssistanceState
from ...models import Assistance, AssistanceStep
from ...rules.assistance import can_write, can_write_for
from ..errors import StaleError
from .following import follow_assistance

TEXTS = ("title", "description", "conditions", "in_return", "contact_unit")


@dataclass(frozen=True)
class AssistanceWords:
    """What a form holds: `texts` in the language written in, other columns in `values`, and the topics."""

    language: Language | str
    texts: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    topics: tuple[Any, ...] = ()


@transaction.atomic
def start_assistance(
    *,
    by: User,
    kind: AssistanceKind | str,
    words: AssistanceWords,
    country: MemberState | None = None,
    organization: Organization | None = None,
) -> Assistance:
    """Begin a draft of a state or an organization. Raises PermissionDenied."""
    if not can_write_for(
        by,
        iso2=country.pk if country else None,
        organization=organization.pk if organization else None,
    ):
        raise PermissionDenied
    record = Assistance(
        kind=AssistanceKind(kind),
        country=country,
        organization=organization,
        author=by,
        changed_by=by,
        source_language=Language(words.language),
        is_demonstration=by.is_demonstration,
    )
    _put(record, words)
    record.save()
    record.topics.set(words.topics)
    AssistanceStep.objects.create(assistance=record, verb="start", to_state=AssistanceState.DRAFT, by=by)
    return record


@transaction.atomic
def save_assistance(*, record: Assistance, by: User, words: AssistanceWords, revision: int) -> Assistance:
    """Change the words of a record; what is public follows at once.

    Raises PermissionDenied; StaleError when someone saved it since `revision`.
    """
    row = Assistance.objects.select_for_update(of=("self",)).get(pk=record.pk)
    if not can_write(by, row):
        raise PermissionDenied
    if row.revision != revision:
        raise StaleError
    _put(row, words)
    row.revision += 1
    row.changed_by = by
    row.save()
    row.topics.set(words.topics)
    follow_assistance(row)
    return row


def _put(record: Assistance, words: AssistanceWords) -> None:
    """Texts into the columns of their language, which becomes the record's; the rest as it is."""
    before, now = record.source_language, Language(words.language)
    if before != now:
        for name in TEXTS:
            setattr(record, f"{name}_{before}", "")
        record.source_language = now
    for name in TEXTS:
        setattr(record, f"{name}_{now}", words.texts.get(name, ""))
    for name, value in words.values.items():
        setattr(record, name, value)
