"""Who holds a role of trust sets up a second step of signing in before anything else."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..rules import needs_second_factor

ALLOWED_NAMESPACES = {"health", "dev"}
TOTP_VIEW = "mfa_activate_totp"


class SecondFactorMiddleware:
    """Sends people of SECOND_FACTOR_ROLES to the set-up; elsewhere it only serves the page's picture.

    Setting SECOND_FACTOR_REQUIRED; off in the demonstration, where it is offered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: list[object],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Redirect, or let pass what is needed to set up, to sign out, and to change the language."""
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated or _is_allowed(request):
            return None
        if not needs_second_factor(request.user) or is_mfa_enabled(request.user):
            return None
        messages.info(request, _("Your role asks for a second step when you sign in. Set it up to go on."))
        return redirect("mfa_index")

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """allauth shows the code for the authenticator app as a data: picture; on that page alone it may."""
        match = request.resolver_match
        if match is not None and match.url_name == TOTP_VIEW:
            response._csp_update = {"img-src": "data:"}  # as csp.decorators does
        return response


def _is_allowed(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or ALLOWED_NAMESPACES.intersection(match.namespaces):
        return True
    name = match.url_name or ""
    return name.startswith(("mfa_", "account_reauthenticate", "account_logout"))
