"""What is kept about people, and no longer than settings.RETENTION_DAYS says.

Apps add what is theirs from AppConfig.ready(): `register("post_drafts", end_drafts)`; the function takes the
moment before which things are over their time, and gives how many went.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.following.services.matching import forget_hits
from network.moderation.services.keeping import forget_flags

from ..choices import HandOverState, RequestState
from ..models import AccountMail, AnsweredRequest, EmailChange, HandOver, Invitation, RegistrationRequest

BATCH = 500  # letters of designation in one run


Rule = Callable[[datetime], int]
_of_apps: dict[str, Rule] = {}


def register(name: str, rule: Rule) -> None:
    """Add an app's rule; RETENTION_DAYS has its days under the same name."""
    _of_apps[name] = rule


def tidy() -> dict[str, int]:
    """Throw away what is over its time; gives how many rows of each sort."""
    return {name: rule(end) for name, rule in _rules().items() if (end := _end_of(name)) is not None}


def _end_of(name: str) -> datetime | None:
    days = settings.RETENTION_DAYS[name]
    return timezone.now() - timedelta(days=days) if days else None


def _rules() -> dict[str, Rule]:
    return {
        "account_mails": _account_mails,
        "requests": _requests,
        "designation_letters": _designation_letters,
        "sign_ins": _sign_ins,
        "flags": forget_flags,
        "found_records": forget_hits,
        "api_requests": _api_requests,
        **_of_apps,
    }


def _api_requests(before: datetime) -> int:
    """Which requests of programs were answered."""
    answered, _each = AnsweredRequest.objects.filter(answered_at__lt=before).delete()
    return answered


def _account_mails(before: datetime) -> int:
    """Letters, and changes of address that are over: both hold addresses."""
    mails, _each = AccountMail.objects.filter(made_at__lt=before).delete()
    changes, _each = EmailChange.objects.filter(expires_at__lt=before).delete()
    return mails + changes


def _requests(before: datetime) -> int:
    """Registrations that are decided, and invitations that nobody accepted."""
    decided = Q(decided_at__lt=before) | Q(state=RequestState.KNOWN, requested_at__lt=before)
    requests, _each = RegistrationRequest.objects.exclude(state=RequestState.PENDING).filter(decided).delete()
    ended = Q(expires_at__lt=before) | Q(revoked_at__lt=before)
    invitations, _each = Invitation.objects.filter(ended, used_at__isnull=True).delete()
    return requests + invitations


@transaction.atomic
def _designation_letters(before: datetime) -> int:
    """The file goes; that there was a hand-over, and the letter's checksum, stay."""
    over = HandOver.objects.exclude(state__in=[HandOverState.PENDING, HandOverState.INVITED])
    old = over.filter(started_at__lt=before).exclude(letter="").select_for_update()[:BATCH]
    for hand_over in old:
        file, name = hand_over.letter.storage, hand_over.letter.name
        HandOver.objects.filter(pk=hand_over.pk).update(letter="")
        transaction.on_commit(lambda file=file, name=name: file.delete(name), robust=True)  # type: ignore[misc]
    return len(old)


def _sign_ins(before: datetime) -> int:
    """Attempts to sign in with their addresses, and sessions that have ended."""
    attempts, _each = AccessAttempt.objects.filter(attempt_time__lt=before).delete()
    logs, _each = AccessLog.objects.filter(attempt_time__lt=before).delete()
    sessions, _each = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return attempts + logs + sessions
