"""Writing adaptations: beginning one, and changing its words."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Language
from network.models import MemberState, Organization, User
from network.ui.plain_text import clean_text

from ...choices.adaptations import AdaptationState
from ...models import Adaptation, AdaptationStep, Practice
from ...rules import adapts_another, can_adapt, can_start, can_write_adaptation
from .errors import AdaptationStaleError, OwnPracticeError, WordsMissingError
from .way import check_result, lock_adaptation

TEXTS = ("title", "places", "kept", "changed", "result", "contact_unit")
MAY_BE_EMPTY = ("result",)  # while it runs
VALUES = ("organization", "started_on", "ended_on", "is_ongoing", "resulting_practice")


@dataclass(frozen=True)
class AdaptationWords:
    """What a form holds: `texts` in the language written in, other columns in `values` (see VALUES)."""

    language: Language | str
    texts: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def start_adaptation(
    *, practice: Practice, by: User, country: MemberState, words: AdaptationWords
) -> Adaptation:
    """Begin the draft of what `country`, or an organization of it, made of a published practice.

    Raises PermissionDenied for who does not write for the state or when the practice is not public any more;
    OwnPracticeError, NotItsPracticeError, WordsMissingError.
    """
    origin = Practice.objects.select_for_update().get(pk=practice.pk)
    if not can_adapt(by, origin) or not can_start(by, country.pk):
        raise PermissionDenied
    adaptation = Adaptation(
        origin=origin,
        country=country,
        author=by,
        source_language=Language(words.language),
        is_demonstration=by.is_demonstration,
    )
    _put(adaptation, words, by)
    adaptation.save()
    adaptation.topics.set(origin.topics.all())
    AdaptationStep.objects.create(adaptation=adaptation, verb="start", to_state=AdaptationState.DRAFT, by=by)
    return adaptation


@transaction.atomic
def save_adaptation(*, adaptation: Adaptation, by: User, words: AdaptationWords, revision: int) -> Adaptation:
    """Change the words of a draft or of what was returned.

    Raises PermissionDenied, AdaptationMovedError, AdaptationStaleError when someone saved it since
    `revision`, and what `start_adaptation` raises.
    """
    row = lock_adaptation(adaptation)
    if not can_write_adaptation(by, row):
        raise PermissionDenied
    if row.revision != revision:
        raise AdaptationStaleError(row)
    _put(row, words, by)
    row.revision += 1
    row.save()
    return row


def _put(adaptation: Adaptation, words: AdaptationWords, by: User) -> None:
    """Texts into the columns of their language, which becomes the record's; the rest as it is."""
    before, now = adaptation.source_language, Language(words.language)
    for name in TEXTS:
        if before != now:
            setattr(adaptation, f"{name}_{before}", "")
        setattr(adaptation, f"{name}_{now}", clean_text(words.texts.get(name, "")))
    adaptation.source_language = now
    for name in VALUES:
        if name in words.values:
            setattr(adaptation, name, words.values[name])
    adaptation.changed_by = by
    _check(adaptation)


def _check(adaptation: Adaptation) -> None:
    empty = [name for name in TEXTS if name not in MAY_BE_EMPTY and not adaptation.original(name)]
    if not adaptation.started_on:
        empty.append("started_on")
    if not adaptation.is_ongoing:
        empty += [name for name in ("ended_on", "result") if not _value(adaptation, name)]
    if empty:
        raise WordsMissingError(empty)
    _check_sides(adaptation)


def _value(adaptation: Adaptation, name: str) -> Any:
    return adaptation.original(name) if name in TEXTS else getattr(adaptation, name)


def _check_sides(adaptation: Adaptation) -> None:
    """Someone else's work, by an organization of the state, which led to a practice of that state."""
    body: Organization | None = adaptation.organization
    if body is not None and body.state_id != adaptation.country_id:
        raise OwnPracticeError
    if not adapts_another(adaptation.origin, adaptation.country_id, adaptation.organization_id):
        raise OwnPracticeError
    check_result(adaptation)
