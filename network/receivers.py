"""What happens when people sign in and out."""

from typing import Any

from allauth.account.signals import password_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from .models import User
from .services.sessions import end_sessions


@receiver(user_logged_in)
def list_session(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Every way of signing in is listed among the person's sessions, not only allauth's own."""
    if request is not None and request.META.get("REMOTE_ADDR") and request.session.session_key:
        UserSession.objects.create_from_request(request)


@receiver(user_logged_out)
def forget_session(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    """A session that is signed out is no longer listed."""
    if user is not None and request.session.session_key:
        UserSession.objects.filter(user=user, session_key=request.session.session_key).delete()


@receiver(password_reset)
def end_all_sessions(sender: Any, user: User, **kwargs: Any) -> None:
    """A new password ends what was begun with the old one."""
    end_sessions(user=user)
