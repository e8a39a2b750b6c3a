"""Who a request's session belongs to, found by selections that are written once."""

import datetime as dt
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from ..models import User
from ..querysets.written import Written

_PERSON = Written(lambda pk: User.objects.filter(pk=pk), int)
_SESSION = Written(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now), str, dt.datetime
)


class AuthenticationBackend(AllauthBackend):
    """allauth's sign-in by e-mail; the person of a session is read by a written selection."""

    def get_user(self, user_id: int) -> User | None:
        """The person, unless the account is closed or gone."""
        person = next(iter(_PERSON.records(user_id)), None)
        return person if person is not None and self.user_can_authenticate(person) else None


class SessionStore(db.SessionStore):
    """Django's sessions in the database, found by a written selection."""

    def _get_session_from_db(self) -> Any:
        found = _SESSION.records(self.session_key, timezone.now())
        if not found:
            self._session_key = None
        return found[0] if found else None
