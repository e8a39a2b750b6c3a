"""Readers who know better: their words go to the desk."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.services import notify

from ..choices import SuggestionState
from ..models import Suggestion, Translation
from ..registry import find_kind
from ..rules import can_revise
from .approving import approve_translation
from .errors import GoneError, TextError

LONGEST = 10_000
MOST_WAITING = 20  # of one translation; what comes after is not kept


@transaction.atomic
def suggest_translation(
    *, kind: str, key: Any, field: str, language: str, text: str, by: User | None = None
) -> Suggestion:
    """Propose another translation of a text that one may read; the language's revisers are told.

    The same words twice are one suggestion. Raises GoneError when the text is not readable to the person or
    has no translation into this language, TextError for words that are empty, too long or those that stand.
    """
    translation = _readable(kind, key, field, language, by)
    words = text.replace("\x00", "").strip()
    if not words or len(words) > LONGEST or words == translation.text:
        raise TextError(translation)
    waiting = translation.suggestions.filter(state=SuggestionState.WAITING)
    same = waiting.filter(text=words).first()
    if same is not None:
        return same
    if waiting.count() >= MOST_WAITING:
        raise TextError(translation)
    suggestion = translation.suggestions.create(text=words, by=by, source_hash=translation.current_hash)
    notify(
        "l10n.suggested",
        about=suggestion,
        to=_revisers(language),
        actor=by,
        once=f"l10n.suggested:{translation.pk}:{timezone.localdate()}",
    )
    return suggestion


@transaction.atomic
def accept_suggestion(
    *, suggestion: Suggestion, by: User, text: str | None = None, seen: str | None = None
) -> Translation:
    """Approve a reader's words, or what the reviser made of them. Raises as `approve_translation`."""
    row = _decide(suggestion, by, SuggestionState.ACCEPTED)
    return approve_translation(
        translation=row.translation, by=by, text=row.text if text is None else text, seen=seen
    )


@transaction.atomic
def decline_suggestion(*, suggestion: Suggestion, by: User) -> Suggestion:
    """Leave the translation as it is. Raises PermissionDenied, GoneError when it was decided before."""
    return _decide(suggestion, by, SuggestionState.DECLINED)


def _decide(suggestion: Suggestion, by: User, state: SuggestionState) -> Suggestion:
    translation = Translation.objects.get(pk=suggestion.translation_id)
    if not can_revise(by, translation):
        raise PermissionDenied
    decided = Suggestion.objects.waiting().filter(pk=suggestion.pk)
    if not decided.update(state=state, decided_by=by, decided_at=timezone.now()):
        raise GoneError(translation)
    suggestion.refresh_from_db()
    return suggestion


def _readable(kind: str, key: Any, field: str, language: str, by: User | None) -> Translation:
    readable = find_kind(kind).visible_to(by or AnonymousUser()).filter(pk=key).exists()
    row = Translation.objects.of_object(kind, key).filter(field=field, target_language=language).first()
    if not readable or row is None or not row.is_readable or not row.current_text:
        raise GoneError
    return row


def _revisers(language: str) -> Any:
    grants = RoleGrant.objects.effective().filter(role=Role.REVISER, language=language)
    return User.objects.filter(is_active=True, role_grants__in=grants).distinct()
