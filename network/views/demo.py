"""Signing in to a demonstration account with one click; there are none outside the demonstration."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ..models import User
from ..services import demo_accounts

BACKEND = "network.services.signing_in.AuthenticationBackend"


def accounts(request: HttpRequest) -> dict[str, Any] | None:
    """The sign-in page's list of accounts (slot "login.demonstration"); nothing outside the demonstration."""
    listed = demo_accounts()
    return {"accounts": listed} if listed else None


@require_POST
def demo_login(request: HttpRequest) -> HttpResponse:
    """Sign in to the account named by `email`, and go where the person was going."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, email=request.POST.get("email", ""), is_demonstration=True)
    login(request, user, backend=BACKEND)
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return redirect(target)
    return redirect("network:me")
