"""Sessions of a person: all end when a role or the password changes; each can be ended by hand."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from ..models import User


@transaction.atomic
def end_sessions(*, user: User, keep: str = "") -> int:
    """Sign `user` out everywhere, but for the session with the key `keep`; gives how many ended."""
    sessions = UserSession.objects.filter(user=user).exclude(session_key=keep)
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.delete()
    return len(keys)


@transaction.atomic
def end_session(*, user: User, session_id: int) -> bool:
    """End one of the user's own sessions; False when there is none with this id."""
    session = UserSession.objects.filter(user=user, pk=session_id).first()
    if session is None:
        return False
    session.end()
    return True


def sessions_of(user: User) -> list[UserSession]:
    """Sessions that are alive, the latest first, in a fixed number of queries; rows of dead ones go."""
    rows = list(UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk"))
    stored = {
        row.session_key: row
        for row in Session.objects.filter(session_key__in=[row.session_key for row in rows])
    }
    alive = [row for row in rows if _holds(stored.get(row.session_key), user)]
    if len(alive) < len(rows):
        UserSession.objects.filter(user=user).exclude(pk__in=[row.pk for row in alive]).delete()
    return alive


def _holds(session: Session | None, user: User) -> bool:
    if session is None:
        return False
    data = session.get_decoded()
    fits = data.get("_auth_user_hash") == user.get_session_auth_hash()
    return fits and data.get(SESSION_KEY) == str(user.pk)
